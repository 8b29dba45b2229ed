"""How the tests of the page run the program."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GRADUS = os.environ.get("GRADUS", str(ROOT / ".build/debug/gradus"))

PLOTS = """\
# Plots

```gradus label=curve plot=loss
data xor = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]
net mlp = 2 -> dense(4, tanh) -> dense(1, sigmoid), seed=1
train mlp, xor, loss=bce, optimizer=adam(lr=0.05), epochs=300, every=1
```

```gradus draw=L
input x = 2; param w = 3
L = (w*x - 1)^2
```

```gradus
plot mlp, xor
plot mlp.w1
plot tanh, sigmoid, relu, exp, x=-4..4
plot L, w=-2..2, x=-1..1
plot run.loss, log=true
net three = 2 -> dense(3), seed=2
data c = [0 0 -> 1; 1 0 -> 2; 0 1 -> 3; 0.5 0.5 -> 2]
plot three, c
plot normal(0, 1, rows=20, columns=30, seed=1)
plot normal(0, 1, rows=200, columns=100, seed=1)
plot [[nan, 1], [-inf, -0.001]]
plot [1, nan, 3, 2, inf, 5]
plot [1e-300, 1e300]
plot [123456789, 123456790]
plot [nan]
plot 7
data l = [1 -> 2; 3 -> 1; 2 -> 2.5]
net line = 1 -> dense(1), seed=3
plot line, l
draw L
```
"""


def gradus(*arguments, folder=None, text=None):
    """What the program writes; it must end well."""
    run = subprocess.run(
        [GRADUS, *arguments], capture_output=True, text=True, input=text, cwd=folder)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout
