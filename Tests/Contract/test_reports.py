"""Reports are read by the programs they are for, whatever was handed in."""

import json
import subprocess
from pathlib import Path

import jsonschema
import junitparser
import pytest
from tap.parser import Parser

from classroom import exercise, grade, grades, honest, strange_files, written

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


def schema(name):
    found = json.loads((SCHEMAS / f"{name}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory):
    """What was handed in for each exercise: some that mean well, and some that do not."""
    folder = tmp_path_factory.mktemp("class")
    forged = [file for file in written("hostile", "clip") if file.stem.startswith(("forged", "esc", "reads"))]
    return {
        "clip": honest("clip", folder, 4) + forged + list(strange_files(folder)),
        "slope": written("hostile", "slope") + honest("slope", folder, 4),
    }


@pytest.fixture(scope="module", params=["clip", "slope"])
def reports(request, handed_in):
    """The grades of an exercise as JSON, and what writes them in another form."""
    name, files = request.param, handed_in[request.param]
    return grades(grade(name, files, "--report", "json")), \
        lambda form: grade(name, files, "--report", form).stdout


def test_the_schema_of_grades_holds(reports):
    validator = schema("grade")
    for report in reports[0]:
        validator.validate(report)
        assert report["points"] == pytest.approx(sum(part["points"] for part in report["parts"]))
        assert report["holds"] == (report["points"] == report["maximum"])


def test_junit_reads_the_same_marks(reports, tmp_path):
    expected, write = reports
    (tmp_path / "report.xml").write_bytes(write("junit"))
    suites = list(junitparser.JUnitXml.fromfile(str(tmp_path / "report.xml")))
    assert len(suites) == len(expected)
    for suite, report in zip(suites, expected):
        cases = list(suite)
        assert [not case.result for case in cases] == [part["holds"] for part in report["parts"]]
        assert [case.name for case in cases] == [part["name"] for part in report["parts"]]
        assert suite.failures == sum(not part["holds"] for part in report["parts"])


def test_tap_reads_the_same_marks(reports, tmp_path):
    expected, write = reports
    marks = [part["holds"] for report in expected for part in report["parts"]]
    text = write("tap").decode()
    lines = list(Parser().parse_text(text))
    tests = [line for line in lines if line.category == "test"]
    assert [line.ok for line in tests] == marks
    assert [line.number for line in tests] == list(range(1, len(marks) + 1))
    assert not any(line.skip or line.todo for line in tests)
    assert not any(line.category in ("bail", "unknown") for line in lines)
    parts = [part for report in expected for part in report["parts"]]
    for line, part in zip(tests, parts):
        if not line.ok:
            assert line.yaml_block["messages"] == part["messages"]
    (tmp_path / "report.tap").write_text(text)
    done = subprocess.run(
        ["prove", str(tmp_path / "report.tap")], capture_output=True, text=True)
    assert "Parse errors" not in done.stdout + done.stderr
    assert f"Failed {marks.count(False)}/{len(marks)} subtests" in done.stdout + done.stderr
    assert "TODO" not in done.stdout and "skipped" not in done.stdout


def test_prove_passes_what_has_all_points(tmp_path):
    done = grade("slope", [exercise("slope") / "solution.grad"], "--report", "tap")
    (tmp_path / "report.tap").write_bytes(done.stdout)
    assert done.returncode == 0
    assert subprocess.run(["prove", str(tmp_path / "report.tap")], capture_output=True).returncode == 0


def test_gradescope_reads_every_report(handed_in):
    validator = schema("gradescope")
    for name in ["clip", "slope"]:
        for file in handed_in[name][::5]:
            result = json.loads(grade(name, [file], "--report", "gradescope").stdout)
            validator.validate(result)
            assert result["score"] == pytest.approx(sum(test["score"] for test in result["tests"]))
