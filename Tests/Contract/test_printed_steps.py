"""What is printed is what was computed: every printed product, worked out again, gives its result.

Random graphs are written as programs, run with all 17 digits, and each line of both passes that
says `= formula with numbers = result` is computed again by Python.
"""

import math
import os
import random
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GRADUS = os.environ.get("GRADUS", str(ROOT / ".build/debug/gradus"))

FUNCTIONS = {
    "tanh": math.tanh, "exp": math.exp, "sin": math.sin, "cos": math.cos, "log": math.log,
    "sqrt": math.sqrt, "abs": abs, "atan": math.atan,
    "relu": lambda x: max(x, 0.0), "square": lambda x: x * x,
    "sigmoid": lambda x: 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x)),
    "softplus": lambda x: max(x, 0.0) + math.log1p(math.exp(-abs(x))),
    "max": max, "min": min, "sign": lambda x: (x > 0) - (x < 0),
    "inf": math.inf, "nan": math.nan, "__builtins__": {},
}


def random_program(seed):
    rng = random.Random(seed)
    names = []
    lines = []
    for index in range(rng.randint(2, 4)):
        names.append(f"x{index}")
        role = rng.choice(["input", "param"])
        lines.append(f"{role} x{index} = {round(rng.uniform(-2, 2), 3)}")

    def operand():
        return rng.choice(names) if rng.random() < 0.8 else str(round(rng.uniform(0.5, 3), 2))

    def expression(depth):
        kind = rng.random()
        if depth == 0 or kind < 0.2:
            return operand()
        if kind < 0.6:
            sign = rng.choice(["+", "-", "*", "*", "/"])
            right = expression(depth - 1)
            if sign == "/":
                right = f"(2.5 + sin({right}))"
            return f"({expression(depth - 1)} {sign} {right})"
        if kind < 0.7:
            return f"({expression(depth - 1)})^{rng.choice([2, 3])}"
        if kind < 0.8:
            return f"{rng.choice(['max', 'min'])}({expression(depth - 1)}, {operand()})"
        name = rng.choice(["tanh", "sin", "cos", "sigmoid", "softplus", "relu", "atan", "square"])
        return f"{name}({expression(depth - 1)})"

    for index in range(rng.randint(3, 8)):
        lines.append(f"h{index} = {expression(3)}")
        names.append(f"h{index}")
    lines.append("L = " + " + ".join(rng.sample(names, min(4, len(names)))))
    unfold = rng.choice(["true", "false"])
    lines += [f"forward L, unfold={unfold}", f"backward L, unfold={unfold}"]
    return "\n".join(lines) + "\n"


def worked_out(formula):
    return float(eval(formula.replace("^", "**"), FUNCTIONS))


@pytest.mark.parametrize("seed", range(60))
def test_every_printed_step_can_be_worked_out_again(seed):
    program = random_program(seed)
    run = subprocess.run(
        [GRADUS, "run", "-", "--digits", "17", "--ascii", "--width", "10000"],
        input=program, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    steps = re.findall(r"^ +=? ?= (.+) = (\S+)(?:  at a kink)?$", run.stdout, re.MULTILINE)
    sums = re.findall(r"so far (.+) = (\S+)$", run.stdout, re.MULTILINE)
    assert steps, run.stdout
    for formula, result in steps + sums:
        again, printed = worked_out(formula), float(result)
        close = again == printed or math.isclose(again, printed, rel_tol=4e-16, abs_tol=1e-300)
        assert close or (math.isnan(again) and math.isnan(printed)), (formula, again, printed, program)
