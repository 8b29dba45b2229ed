"""The tests of the contract stand beside the module they share."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
