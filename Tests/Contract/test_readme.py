"""What the README shows is what the program prints."""

import re
import subprocess
from pathlib import Path

import pytest

from programs import GRADUS

README = (Path(__file__).resolve().parents[2] / "README.md").read_text()
SHOWN = re.findall(r"```gradus\n(.*?)```\n\n```text\n(.*?)```", README, re.S)


@pytest.mark.parametrize("program, output", SHOWN)
def test_a_program_prints_what_stands_below_it(program, output):
    result = subprocess.run(
        [GRADUS, "run", "-"], input=program, capture_output=True, text=True)
    assert result.returncode == (1 if "✗" in output else 0), result.stderr
    assert result.stdout == output


def test_there_is_one():
    assert SHOWN
