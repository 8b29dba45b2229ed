"""A quiz has numbers of its own for each learner, at the prompt and where it is graded."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from programs import GRADUS

LESSONS = Path(__file__).resolve().parents[2] / "lessons"
# Lessons with a quiz whose numbers are drawn.
QUIZZES = sorted(
    path.parent for path in LESSONS.glob("*/exercises/*/task.md") if "\ndraws:" in path.read_text())
LEARNERS = ["ada", "Bob Ross", "學生", "4711"]


def skipped(lesson, tmp_path, *options):
    """The solutions that a learner is shown in a lesson, one after another, and all that is said."""
    done = subprocess.run(
        [GRADUS, "lesson", lesson, "--lessons", str(LESSONS), *options], input="\n:skip\n"*60,
        capture_output=True, text=True,
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path / "-".join(options))})
    assert done.returncode == 0, done.stderr
    blocks = re.findall(r"^The solution:\n(.*?)^  [✓✗]", done.stdout, re.M | re.S)
    return blocks, done.stdout


@pytest.mark.parametrize("quiz", QUIZZES[:3], ids=lambda quiz: quiz.parents[1].name)
def test_the_prompt_and_the_grader_draw_the_same(quiz, tmp_path):
    lesson = quiz.parents[1]
    place = sorted(path.name for path in (lesson / "exercises").iterdir()).index(quiz.name)
    shown = set()
    for learner in LEARNERS:
        blocks, said = skipped(lesson.name, tmp_path, "--seed", learner)
        # A part that lost its points; a cell of the lesson may well show a claim that does not hold.
        assert not re.search(r"^  ✗ .*  [\d.]+ of [\d.]+$", said, re.M)
        (tmp_path / "mine.grad").write_text(blocks[place])
        shown.add(blocks[place])
        done = subprocess.run(
            [GRADUS, "grade", str(quiz), str(tmp_path / "mine.grad"), "--seed", learner],
            capture_output=True, text=True)
        assert done.returncode == 0, done.stdout
    assert len(shown) > 1
    again, _ = skipped(lesson.name, tmp_path, "--seed", LEARNERS[0])
    assert again[place] in shown


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: f"{quiz.parents[1].name}-{quiz.name}")
def test_what_is_right_for_one_is_not_right_for_all(quiz):
    points = [
        subprocess.run(
            [GRADUS, "grade", str(quiz), str(quiz / "solution.grad"), "--seed", f"learner {number}"],
            capture_output=True).returncode for number in range(6)]
    assert 1 in points
    assert subprocess.run(
        [GRADUS, "grade", str(quiz), str(quiz / "solution.grad")], capture_output=True).returncode == 0


@pytest.mark.parametrize("form", ["text", "json", "junit", "tap", "gradescope"])
def test_whose_numbers_are_meant_is_said_where_no_learner_is_named(form):
    quiz = LESSONS / "05-mean-squared-error/exercises/02-two-rows"
    command = [GRADUS, "grade", str(quiz), str(quiz / "solution.grad"), "--report", form]
    done = subprocess.run(command, capture_output=True, text=True)
    assert "the numbers are w = 2, t = 7; --seed NAME" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "the numbers are" not in done.stdout
    assert subprocess.run([*command, "--seed", "ada"], capture_output=True).stderr == b""
