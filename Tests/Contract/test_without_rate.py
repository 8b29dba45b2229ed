"""An optimizer without a learning rate is told without one."""

import subprocess

import pytest

from programs import GRADUS, run

OWN = "mine(w, g, v, mu=0.9) = { u = mu*v + g; [w - 0.1*u, u] }\n"
TRAINED = ("data d = [1 -> 2; 2 -> 4]\nnet n = 1 -> dense(1), seed=1\n"
           "train n, d, loss=mse, optimizer={}, epochs=2, updates=true\n")
MINIMIZED = "param w = 1\nL = w^2\nminimize L, optimizer={}, steps=2\n"


@pytest.mark.parametrize("program", [TRAINED, MINIMIZED])
@pytest.mark.parametrize("optimizer", ["mine", "anneal(temperature=0.5)"])
def test_what_has_no_lr_shows_none(program, optimizer):
    program = OWN + program.format(optimizer)
    lines = run(program)
    found = lines.of("epoch") + lines.of("update")
    assert found and all(line["lr"] is None for line in found)
    text = subprocess.run([GRADUS, "run", "-"], input=program, capture_output=True, text=True)
    assert text.returncode == 0 and " lr " not in text.stdout
    run(program + "show run.lr", status=2)
