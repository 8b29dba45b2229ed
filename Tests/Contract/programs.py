"""What the tests of the contract share: programs are run as another program would, and the JSON
lines are compared with the cases that stand beside the other tests.
"""

import json
import math
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GRADUS = os.environ.get("GRADUS", str(ROOT / ".build/debug/gradus"))
TRAINING = ROOT / "Tests/TrainingTests/Conformance"
LANGUAGE = ROOT / "Tests/LanguageTests/Conformance"


def cases(folder, name, **fields):
    """The cases of a file whose fields have those values."""
    found = json.loads((folder / name).read_text())["cases"]
    return [case for case in found if all(case.get(key) == value for key, value in fields.items())]


def by_id(found):
    """The cases as arguments of a test, called what they are called."""
    return {"argvalues": found, "ids": [case["id"] for case in found]}


class Answer:
    """The JSON lines of a run."""

    def __init__(self, lines):
        self.lines = lines

    def of(self, kind):
        return [line for line in self.lines if line["type"] == kind]

    @property
    def values(self):
        """What was shown, in order."""
        return [line["value"] for line in self.of("value")]

    @property
    def gradients(self):
        """The gradients of the last `backward`."""
        return self.of("gradients")[-1]["gradients"]


def run(program, *options, status=0, env=None, cwd=None):
    """Runs a program that must end with that exit status."""
    done = subprocess.run(
        [GRADUS, "run", "-", "--json", *options], input=program, capture_output=True, text=True,
        env=env, cwd=cwd)
    answer = Answer([json.loads(line) for line in done.stdout.splitlines()])
    wrong = [(line["line"], line["message"]) for line in answer.of("diagnostic")]
    assert done.returncode == status, f"{done.returncode} {wrong} {done.stderr}\n{program[:2000]}"
    return answer


def run_all(programs):
    """Runs programs one after another in one run, which is much faster; an answer for each."""
    programs = list(programs)
    mark = "[1, 2, 3, 4, 5, 6, 7, 8, 9]"
    answers = [[]]
    for line in run("".join(f"{program}show {mark}\n" for program in programs)).lines:
        if line.get("name") == mark:
            answers.append([])
        else:
            answers[-1].append(line)
    assert len(answers) == len(programs) + 1
    return [Answer(lines) for lines in answers[:-1]]


def number(value):
    return float(value.replace("Infinity", "inf")) if isinstance(value, str) else float(value)


def numbers(value):
    """All numbers of a value, row after row."""
    if isinstance(value, list):
        return [number for part in value for number in numbers(part)]
    return [number(value)]


def literal(value):
    """How the language writes a number, a vector or a matrix."""
    if isinstance(value, list):
        return "[" + ", ".join(literal(part) for part in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(number(value))


def place(x):
    """A double's place in the order of all doubles, with zero at 0."""
    import struct

    bits = struct.unpack("<q", struct.pack("<d", x))[0]
    return bits if bits >= 0 else -(bits & 0x7FFF_FFFF_FFFF_FFFF)


def is_close(actual, expected, tolerance):
    """Whether a number is within `rel` and `abs`, or `ulp` units in the last place."""
    if math.isnan(actual) or math.isnan(expected):
        return math.isnan(actual) and math.isnan(expected)
    if actual == expected:
        return True
    if math.isinf(actual) or math.isinf(expected):
        return False
    if "ulp" in tolerance:
        return abs(place(actual) - place(expected)) <= tolerance["ulp"]
    allowed = tolerance.get("rel", 0) * abs(expected) + tolerance.get("abs", 0)
    return abs(actual - expected) <= allowed


def differences(actual, expected, tolerance):
    """The pairs of numbers that are too far apart."""
    actual, expected = numbers(actual), numbers(expected)
    if len(actual) != len(expected):
        return [("lengths", len(actual), len(expected))]
    return [(a, e) for a, e in zip(actual, expected) if not is_close(a, e, tolerance)]
