"""A lesson is played at the prompt, and what was done of it is kept."""

import json
import pathlib
import signal

import pytest

LESSON = "05-mean-squared-error"
# A lesson of the tests' own, so that the course can be rewritten.
LESSONS = str(pathlib.Path(__file__).resolve().parent / "lessons")


@pytest.fixture
def progress_file(tmp_path):
    return tmp_path / "state" / "gradus" / "progress.json"


@pytest.fixture
def lesson(start):
    """Lesson 5, just opened."""

    def open_lesson():
        terminal = start("lesson", "05", "--lessons", LESSONS)
        terminal.opening = terminal.until_prompt()
        return terminal

    return open_lesson


def go_on_to_exercise(terminal):
    """Presses Enter until an exercise is set; gives all that was shown."""
    shown = []
    while terminal.asked != "answer>":
        shown.append(terminal.type(""))
        assert len(shown) < 20
    return "\n".join(shown)


def points(progress_file, exercise):
    return json.loads(progress_file.read_text())["exercises"][f"{LESSON}/{exercise}"]["points"]


def test_a_lesson_is_played_from_beginning_to_end(lesson, progress_file):
    terminal = lesson()
    assert "Lesson 5" in terminal.opening
    shown = go_on_to_exercise(terminal)
    assert "dL/dw = dL/dp · 2" in shown
    assert "Exercise: The slope of a squared error" in shown

    assert "an answer is asked for" in terminal.type("")
    wrong = terminal.type("answer_loss_to_p = 4")
    assert "✗ from the loss to the prediction" in wrong
    assert "the sign is the other way round" in wrong
    assert "did you mean 'answer_p_to_w'" in terminal.type("answer_p_to_v = 2")

    assert terminal.type(":hint").startswith("nudge: Which nodes")
    assert terminal.type(":hint").startswith("rule: ")
    assert terminal.type(":hint numbers").startswith("numbers: ")
    assert "answer_loss_to_w = -8" in terminal.type(":hint")

    assert "✓" in terminal.type("answer_loss_to_p = -4")
    assert "✗" in terminal.type(":submit")
    last = terminal.type_all("answer_p_to_w = 2", "answer_loss_to_w = -8")
    assert "3 of 3 points" in last
    assert points(progress_file, "01-slope") == 3

    terminal.asked = ""
    assert "Exercise: A loss of your own" in go_on_to_exercise(terminal)
    terminal.type("cost(p, t) = (p - t)^2")
    assert "✗ the slope" in terminal.type(":submit")
    terminal.type("cost(p, t) = 0.5*(p - t)^2")
    assert "4 of 4 points" in terminal.type(":submit")
    assert "The end of 'Mean squared error'" in terminal.type("")
    assert terminal.asked == "gradus>"


def test_hints_are_kept_with_the_points(lesson, progress_file):
    terminal = lesson()
    go_on_to_exercise(terminal)
    terminal.type(":hint solution")
    terminal.type_all("answer_loss_to_p = -4", "answer_p_to_w = 2", "answer_loss_to_w = -8")
    kept = json.loads(progress_file.read_text())["exercises"][f"{LESSON}/01-slope"]
    assert kept == {"points": 3, "maximum": 3, "skipped": False, "hint": "solution"}
    assert "3 of 3, hint: solution" in terminal.type(":progress")
    terminal.leave(":quit\r")


def test_what_is_typed_runs_in_a_session_of_its_own(lesson):
    terminal = lesson()
    terminal.type_all("L = 7", "w = 9", "p = 3")
    shown = go_on_to_exercise(terminal)
    assert "= (1 − 3)² = 4" in shown
    assert terminal.type("L + 1").startswith("L + 1 = 5")
    terminal.type("L = 7")
    assert terminal.type("L + 1").startswith("L + 1 = 8")
    last = terminal.type_all(
        "answer_loss_to_p = -4", "answer_p_to_w = 2", "answer_loss_to_w = -8")
    assert "3 of 3 points" in last


def test_a_name_of_ones_own_stands_in_no_answers_way(lesson):
    terminal = lesson()
    terminal.type_all("half_mse(x) = x", ":goto 4", "")
    assert "Exercise: A loss of your own" in terminal.type("")
    terminal.type("cost(p, t) = half_mse(p, t)")
    assert "v = 4" in terminal.type("v = cost(5, 3) + half_mse(5, 3)")
    terminal.type("half_mse(x) = x")
    assert "4 of 4 points" in terminal.type(":submit")


def test_an_answer_without_its_name_is_told_how(lesson):
    terminal = lesson()
    go_on_to_exercise(terminal)
    assert "typed with its name: 'answer_loss_to_p = -4'" in terminal.type("-4")
    assert terminal.type("answer_loss_to_p ~ 4").strip() == \
        "an answer is given with '=': 'answer_loss_to_p = …'"


def test_progress_outlives_a_kill(lesson, progress_file):
    terminal = lesson()
    go_on_to_exercise(terminal)
    terminal.type("answer_p_to_w = 2")
    terminal.child.kill(signal.SIGKILL)
    terminal.child.wait()
    assert points(progress_file, "01-slope") == 1
    again = lesson()
    assert "you had come this far" in again.opening
    assert "Exercise: The slope of a squared error" in again.opening


def test_moving_about(lesson, progress_file):
    terminal = lesson()
    go_on_to_exercise(terminal)
    terminal.type("answer_p_to_w = 2")
    assert "everything is forgotten" in terminal.type(":reset")
    assert "type your answer first" in terminal.type(":submit")
    skipped = terminal.type(":skip")
    assert "answer_loss_to_w = -8" in skipped
    assert skipped.count("✓") == 3
    assert "Three spellings" in terminal.type("")
    assert "Exercise: The slope" in terminal.type(":back")
    assert "A network that predicts" in terminal.type(":goto 1")
    assert "this is the beginning" in terminal.type(":back")
    assert "name a screen, 1 to 4" in terminal.type(":goto 9")
    assert "Exercise: The slope" in terminal.type(":goto 01-slope")
    assert "name a screen, 1 to 4, or an exercise" in terminal.type(":goto nowhere")
    assert "Squares" in terminal.type(":goto 2")
    assert "forward L" in terminal.type("")
    assert "How does the loss change" in terminal.type("")
    terminal.type("")
    assert "How does the loss change" in terminal.type(":back")
    terminal.type(":goto 2")
    assert "= (1 − 3)² = 4" in terminal.type("")
    info = terminal.type(":info")
    assert "▸  2  Squares" in info
    assert "» 01-slope" in info
    assert "1 of 3" in terminal.type(":progress")
    assert "Mean squared error" in terminal.type(":main")
    assert terminal.asked == "gradus>"
    assert "no lesson is open" in terminal.type(":hint")
    assert "you had come this far" in terminal.type(":lesson 05")
    assert ":submit" in terminal.type(":help")
    terminal.leave(":quit\r")


def test_a_submission_from_a_file(lesson, folder):
    (folder / "mine.grad").write_text("answer_loss_to_p = -2\nanswer_p_to_w = 2\n")
    terminal = lesson()
    go_on_to_exercise(terminal)
    shown = terminal.type(":submit mine.grad")
    assert "it is half of what it should be" in shown
    assert "1 of 3 points" in shown
    assert "nowhere.grad" in terminal.type(":submit nowhere.grad")


def test_two_sessions_lose_nothing(lesson, progress_file):
    sessions = [lesson(), lesson()]
    for terminal in sessions:
        go_on_to_exercise(terminal)
    sessions[0].type("answer_p_to_w = 2")
    sessions[1].type_all(
        "answer_loss_to_p = -4", "answer_p_to_w = 2", "answer_loss_to_w = -8")
    sessions[0].type("answer_p_to_w = 3")
    assert points(progress_file, "01-slope") == 3


def test_a_damaged_file_is_set_aside(lesson, progress_file):
    progress_file.parent.mkdir(parents=True)
    progress_file.write_text('{"version":1,"exer')
    terminal = lesson()
    assert "set aside" in terminal.opening
    assert progress_file.with_suffix(".json.damaged").read_text() == '{"version":1,"exer'
    assert json.loads(progress_file.read_text())["version"] == 1


def test_the_file_of_a_newer_program_is_left_alone(lesson, progress_file):
    progress_file.parent.mkdir(parents=True)
    progress_file.write_text('{"version":2}')
    terminal = lesson()
    assert "progress is not kept" in terminal.opening
    assert progress_file.read_text() == '{"version":2}'


def test_commands_and_lessons_are_completed(lesson):
    terminal = lesson()
    assert "solution" in terminal.candidates(":hint ")
    assert terminal.candidates(":lesson 05").count(LESSON) == 1
