"""The same program and seed give the same bytes, wherever and however often it is run."""

import os
import subprocess

import pytest

from programs import GRADUS

PROGRAM = """\
seed 3
data xor = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]
net mlp = 2 -> dense(4, tanh) -> batchnorm() -> dropout(0.2) -> dense(1, sigmoid)
train mlp, xor, loss=bce, optimizer=adam(cosine(0.1, steps=40)), batch=2, shuffle=true, epochs=20
noisy = noise(xor, 0.1)
a, b = split(noisy, 0.5, seed=2)
train mlp, a, loss=bce, validate=b, epochs=3, shuffle=4
show mlp
show uniform(0, 1, rows=2)
backward loss
"""


def output(*options, env=None):
    done = subprocess.run(
        [GRADUS, "run", "-", *options], input=PROGRAM.encode(), capture_output=True, env=env)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("form", [["--json"], []])
def test_a_hundred_runs(form):
    assert len({output(*form) for _ in range(100)}) == 1


def locales():
    """The locales that are installed, of those that write numbers and letters otherwise."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.split()
    wanted = ("tr_TR", "de_DE", "fr_FR")
    return ["C", "POSIX", "C.UTF-8", *[name for name in known if name.startswith(wanted)]]


@pytest.mark.parametrize("locale", locales())
def test_another_locale(locale):
    assert output("--json") == output("--json", env={**os.environ, "LC_ALL": locale, "LANG": locale})


@pytest.mark.parametrize("threads", ["1", "2", "7"])
def test_any_number_of_threads(threads):
    assert output("--json") == output("--json", "--threads", threads)
