"""The examples for teachers do what they say."""

import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import jsonschema
import pytest
import yaml

from programs import GRADUS

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs/gradescope"
SLOPE = ROOT / "lessons/05-mean-squared-error/exercises/01-slope"
QUIZ = ROOT / "lessons/03-forks/exercises/05-fork-in-fork"
SCHEMA = json.loads((ROOT / "schemas/gradescope.schema.json").read_text())


@pytest.fixture
def autograder(tmp_path):
    """Gradescope's folder, as it is before a submission is graded: for the exercise it is given."""

    def lay_out(exercise):
        home = tmp_path / "autograder"
        for name in ["source", "submission", "results"]:
            (home / name).mkdir(parents=True)
        done = subprocess.run(
            [EXAMPLES / "make-autograder", exercise], cwd=tmp_path, capture_output=True, text=True,
            env={**os.environ, "GRADUS": GRADUS})
        assert done.returncode == 0, done.stderr
        with zipfile.ZipFile(tmp_path / "autograder.zip") as archive:
            archive.extractall(home / "source")
        for name in ["gradus", "run_autograder", "setup.sh"]:
            (home / "source" / name).chmod(0o755)
        shutil.copy(home / "source/run_autograder", home)
        return home

    return lay_out


def results(home):
    """What Gradescope reads after its script has run."""
    file = home / "results/results.json"
    file.unlink(missing_ok=True)
    done = subprocess.run(
        [home / "run_autograder"], capture_output=True, text=True,
        env={**os.environ, "AUTOGRADER": str(home)})
    assert done.returncode == 0, done.stderr
    found = json.loads(file.read_text())
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    return found


def test_gradescope_gets_its_results_whatever_was_handed_in(autograder):
    home = autograder(SLOPE)
    submission = home / "submission"
    nothing = results(home)
    assert nothing["score"] == 0 and "there is no file" in nothing["output"]
    (submission / "mine.grad").write_text((SLOPE / "solution.grad").read_text())
    full = results(home)
    assert full["score"] == 3 and [test["status"] for test in full["tests"]] == ["passed"]*3
    (submission / "mine.grad").write_text("answer_p_to_w = 2\n")
    assert results(home)["score"] == 1
    (submission / "mine.grad").unlink()
    (submission / "mine.grad").symlink_to(home / "source/exercise/solution.grad")
    link = results(home)
    assert link["score"] == 0 and "is a link" in link["output"]
    (submission / "other.grad").write_text("")
    (submission / "answer.grad").write_text((SLOPE / "solution.grad").read_text())
    assert results(home)["score"] == 3


def test_gradescope_draws_numbers_for_the_learner(autograder):
    home = autograder(QUIZ)
    (home / "submission/mine.grad").write_text((QUIZ / "solution.grad").read_text())
    assert results(home)["score"] == 5
    scores = set()
    for number in range(8):
        metadata = {"users": [{"email": f"learner{number}@example.org", "name": "A \"B\" $(C)"}]}
        (home / "submission_metadata.json").write_text(json.dumps(metadata))
        scores.add(results(home)["score"])
    assert scores > {0}


def test_an_exercise_that_is_none_makes_no_archive(tmp_path):
    done = subprocess.run(
        [EXAMPLES / "make-autograder", tmp_path], cwd=tmp_path, capture_output=True,
        env={**os.environ, "GRADUS": GRADUS})
    assert done.returncode != 0
    assert not (tmp_path / "autograder.zip").exists()


def test_the_workflow_grades_exercises_that_are_there(tmp_path):
    text = (ROOT / "docs/github-classroom/classroom.yml").read_text()
    workflow = yaml.safe_load(text)
    steps = workflow["jobs"]["grade"]["steps"]
    graded = [step for step in steps if "command-grader" in step.get("uses", "")]
    reporter, = [step for step in steps if "grading-reporter" in step.get("uses", "")]
    assert reporter["with"]["runners"].split(",") == [step["id"] for step in graded]
    assert set(reporter["env"]) == {f"{step['id'].upper()}_RESULTS" for step in graded}
    for step in graded:
        command = step["with"]["command"].replace("${{ github.repository }}", "school/class-ada")
        words = command.split()
        exercise = ROOT / "lessons" / words[2].split("/")[0] / "exercises" / words[2].split("/")[1]
        shutil.copy(exercise / "solution.grad", tmp_path / words[3])
        done = subprocess.run(
            [GRADUS, *words[1:], "--lessons", str(ROOT / "lessons"), "--report", "json"],
            capture_output=True, text=True, cwd=tmp_path)
        assert done.returncode == 0
        grade = json.loads(done.stdout)
        assert grade["maximum"] == step["with"]["max-score"]
        assert grade["title"] == step["with"]["test-name"]
        assert re.search(rf"{re.escape(words[2])}:{re.escape(words[3])}", text)
