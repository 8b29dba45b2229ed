"""Each try at an exercise is an answer of its own, and the lesson's names are there to play with."""

import pytest

HEAD = "hints: [a nudge, the rule, the rule again]\n---\nMend it.\n"

STEP = {
    "task.md": f"---\ntitle: Downhill\nkind: repair\npoints: 2\n{HEAD}",
    "given.grad": "param w = 3\nL = w^2\nshow L\n",
    "check.grad": "# the parameter\nexpect w ~ 1.8\n",
    "start.grad": "set w = w + 0.2*grad(L, w)\n",
    "solution.grad": "set w = w - 0.2*grad(L, w)\n",
}

TRAINING = {
    "task.md": f"---\ntitle: Ten steps\nkind: train\npoints: 2\nseeds: [1]\n{HEAD}",
    "check.grad": "# ten steps at most\nexpect run.steps <= 10\n# it falls\nexpect w^2 < 0.1\n",
    "start.grad": "param w = 3\nminimize w^2, optimizer=sgd(lr=0.001), steps=10\n",
    "solution.grad": "param w = 3\nminimize w^2, optimizer=sgd(lr=0.2), steps=10\n",
}

LESSON = """---
title: Steps
summary: Steps
minutes: 5
teaches: [steps]
---
A fare.

```gradus
input km = 5
total = 4 + 2*km
```

Next.

[Exercise: downhill](exercises/01-downhill/task.md)

[Exercise: ten steps](exercises/02-ten-steps/task.md)

The end.
"""


@pytest.fixture
def lesson(start, folder, tmp_path):
    place = tmp_path / "course" / "01-steps"
    for name, files in [("01-downhill", STEP), ("02-ten-steps", TRAINING)]:
        (place / "exercises" / name / "wrong").mkdir(parents=True)
        for file, text in files.items():
            (place / "exercises" / name / file).write_text(text)
    (place / "lesson.md").write_text(LESSON)
    (folder / "start.grad").write_text(STEP["start.grad"])
    (folder / "right.grad").write_text(STEP["solution.grad"])
    terminal = start("lesson", "01", "--lessons", str(tmp_path / "course"))
    terminal.until_prompt()
    return terminal


def go_to(terminal, words):
    for _ in range(9):
        shown = terminal.type("")
        if words in shown:
            return shown
    raise AssertionError(words)


def test_the_names_of_the_lesson_are_there_once_they_were_shown(lesson):
    assert "nothing called 'total'" in lesson.type("total")
    go_to(lesson, "total")
    assert "total = 14" in lesson.type("total")
    # What the lesson has made is not the learner's to take back.
    assert "nothing to take back" in lesson.type(":undo")
    lesson.type("km2 = 2*km")
    lesson.type(":reset")
    assert "total = 14" in lesson.type("total")
    assert "nothing called 'km2'" in lesson.type("km2")
    lesson.type(":main")
    assert "nothing called 'total'" in lesson.type("total")


def test_a_failed_try_does_not_count_for_the_next(lesson):
    shown = go_to(lesson, "Downhill")
    assert "L = 9" not in shown
    assert "w = 3" in lesson.type("w")
    lesson.type("rate = 0.2")
    lesson.type("set w = w + rate*grad(L, w)")
    failed = lesson.type(":submit")
    assert "0 of 2 points" in failed
    assert "try again, from the beginning" in failed
    assert "w = 3" in lesson.type("w")
    lesson.type("set w = w - rate*grad(L, w)")
    passed = lesson.type(":submit")
    assert passed.count("2 of 2 points") == 1


def test_reset_brings_back_what_is_given(lesson):
    go_to(lesson, "Downhill")
    lesson.type("set w = 7")
    lesson.type(":reset")
    assert "w = 3" in lesson.type("w")
    assert "type your answer first" in lesson.type(":submit")


def test_what_is_given_keeps_its_meaning(lesson):
    go_to(lesson, "Downhill")
    assert "'L' is given here, and keeps its meaning" in lesson.type("L = 5")
    assert "L = 9" in lesson.type("show L")
    lesson.type("set w = 7")
    lesson.type("param w = 3")
    assert "w = 3" in lesson.type("w")
    lesson.type("set w = w - 0.2*grad(L, w)")
    assert "2 of 2 points" in lesson.type(":submit")


def test_what_is_loaded_counts(lesson):
    go_to(lesson, "Downhill")
    lesson.type(":load start.grad")
    assert "0 of 2 points" in lesson.type(":submit")
    lesson.type(":load right.grad")
    assert "2 of 2 points" in lesson.type(":submit")


def test_a_second_training_begins_anew(lesson):
    go_to(lesson, "Downhill")
    lesson.type(":skip")
    go_to(lesson, "Ten steps")
    lesson.type("param w = 3")
    lesson.type("minimize w^2, optimizer=sgd(lr=0.001), steps=10")
    again = lesson.type("minimize w^2, optimizer=sgd(lr=0.2), steps=10")
    assert "begins anew" in again
    assert "9 →" in again
    assert "2 of 2 points" in lesson.type(":submit")
