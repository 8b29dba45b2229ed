"""Every program in programs/ does what it expects of itself, and its README lists them all."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GRADUS = os.environ.get("GRADUS", str(ROOT / ".build/debug/gradus"))
PROGRAMS = sorted((ROOT / "programs").glob("*.grad"))

# Large networks are slow without optimization; with fewer rows and smaller batches they still meet their expectations.
SMALLER = {"s1-digits-784.grad": {"rows=320": "rows=32", "batch=64": "batch=8"}}


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.name)
def test_program_meets_its_expectations(program):
    text = program.read_text()
    for given, smaller in SMALLER.get(program.name, {}).items():
        assert given in text
        text = text.replace(given, smaller)
    run = subprocess.run(
        [GRADUS, "run", "-", "--json"], input=text, text=True, capture_output=True,
        cwd=program.parent, timeout=300)
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr
    assert run.stderr == ""
    expectations = [
        event for event in map(json.loads, run.stdout.splitlines()) if event["type"] == "expect"]
    assert len(expectations) == len(re.findall(r"^expect ", text, re.MULTILINE)) > 0
    assert all(event["holds"] for event in expectations)


def test_readme_lists_exactly_the_programs():
    listed = re.findall(r"^\| \[(\S+\.grad)\]\(\1\) \|", (ROOT / "programs/README.md").read_text(), re.M)
    assert sorted(listed) == [path.name for path in PROGRAMS]
    assert len(set(listed)) == len(listed)


@pytest.mark.parametrize(
    "line", re.findall(r"^printf .*\| gradus run -$", (ROOT / "README.md").read_text(), re.MULTILINE))
def test_one_line_of_the_readme_trains(line):
    command = line.removesuffix("gradus run -") + '"$GRADUS" run -'
    run = subprocess.run(
        command, shell=True, text=True, capture_output=True, cwd=ROOT, timeout=300,
        env={**os.environ, "GRADUS": GRADUS})
    assert run.returncode == 0, run.stderr
    assert "trained" in run.stdout
