"""Every scalar operator, by the JSON lines that other programs read.

All cases run as one program: each retypes its inputs, defines y, and goes backward. The expected
numbers are correctly rounded from 60 digits; a value may be 4 units in the last place off, a
derivative 4 or 4e-16.
"""

import json
import math
import os
import re
import struct
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GRADUS = os.environ.get("GRADUS", str(ROOT / ".build/debug/gradus"))
FILE = ROOT / "Tests/AutodiffTests/Conformance/01_scalar_ops.json"
CASES = json.loads(FILE.read_text())["cases"]

# The file counts the sign of zero for these alone.
SIGNED_ZEROS = {"neg", "abs", "add", "sub", "mul", "div", "sqrt"}


def number(value):
    return float(value.replace("Infinity", "inf")) if isinstance(value, str) else float(value)


def numbers(value):
    return [number(v) for v in value] if isinstance(value, list) else [number(value)]


def literal(value):
    if isinstance(value, list):
        return "[" + ", ".join(literal(v) for v in value) + "]"
    return repr(number(value)).replace("Infinity", "inf")


def call(operation, operands):
    """How the language writes an operation that the file writes as `elu(0.5)` or `norm1`."""
    if operation.startswith("norm"):
        return f"norm({operands}, p={operation[4:]})"
    if operation == "var(biased)":
        return f"var({operands}, correction=0)"
    if operation == "gelu(tanh)":
        return f'gelu({operands}, approximate="tanh")'
    name, settings = re.fullmatch(r"(\w+)(?:\((.*)\))?", operation).groups()
    return f"{name}({operands}, {settings})" if settings else f"{name}({operands})"


def program(case):
    inputs = [name for name in ("x", "a", "b") if name in case]
    lines = [f"input {name} = {literal(case[name])}" for name in inputs]
    lines.append(f"v = {call(case['op'], ', '.join(inputs))}")
    lines.append("show v")
    lines.append(f"y = dot({literal(case['seed'])}, v)" if "seed" in case else "y = v")
    lines.append("backward y, steps=false")
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def answers():
    text = "".join(program(case) for case in CASES)
    run = subprocess.run([GRADUS, "run", "-", "--json"], input=text, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr + run.stdout[-500:]
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    values = [line["value"] for line in lines if line["type"] == "value"]
    gradients = [line["gradients"] for line in lines if line["type"] == "gradients"]
    assert len(values) == len(gradients) == len(CASES)
    return list(zip(values, gradients))


def place(x):
    """A double's place in the order of all doubles, with zero at 0."""
    bits = struct.unpack("<q", struct.pack("<d", x))[0]
    return bits if bits >= 0 else -(bits & 0x7FFF_FFFF_FFFF_FFFF)


def is_close(actual, expected, ulps, absolute, tolerance, signed):
    if math.isnan(expected) or math.isnan(actual):
        return math.isnan(expected) and math.isnan(actual)
    if actual == expected:
        return not (signed and expected == 0) or math.copysign(1, actual) == math.copysign(1, expected)
    if math.isinf(expected) or math.isinf(actual):
        return False
    if tolerance:
        return abs(actual - expected) <= tolerance["rel"] * abs(expected) + tolerance["abs"]
    return abs(place(actual) - place(expected)) <= ulps or abs(actual - expected) <= absolute


def all_close(actual, expected, ulps, absolute, case):
    signed = case["op"] in SIGNED_ZEROS
    actual, expected = numbers(actual), numbers(expected)
    return len(actual) == len(expected) and all(
        is_close(a, e, ulps, absolute, case.get("tol"), signed) for a, e in zip(actual, expected)
    )


def agrees(case, value, gradients, outcome):
    allowed = case.get("tol_ulp", {"value": 4, "deriv": 4})
    derivatives = {"x": outcome.get("deriv", outcome.get("grad")), "a": outcome.get("da"), "b": outcome.get("db")}
    return all_close(value, outcome["value"], min(allowed["value"], 4), 0, case) and all(
        all_close(gradients[name], expected, min(allowed["deriv"], 4), 4e-16, case)
        for name, expected in derivatives.items()
        if expected is not None
    )


@pytest.mark.parametrize("operation", sorted({case["op"] for case in CASES}))
def test_values_and_derivatives_are_right_to_the_last_digits(operation, answers):
    wrong = [
        (case["id"], value, gradients, case["expect"])
        for case, (value, gradients) in zip(CASES, answers)
        if case["op"] == operation
        and not any(agrees(case, value, gradients, o) for o in [case["expect"], *case.get("accept", [])])
    ]
    assert not wrong
