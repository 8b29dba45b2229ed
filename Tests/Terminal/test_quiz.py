"""A quiz asks for numbers one after another, marks them, and ends with a score."""

import pytest

from terminal import CTRL_D

PROGRAM = """input x = 2
param w = -3
u = w*x
y = u^2
"""

# Every number of the quiz, in the order it asks: u, y, dy/du, du/dw, the product, du/dx, the product.
ANSWERS = ["-6", "36", "-12", "2", "-24", "-3", "36"]


@pytest.fixture
def quiz(prompt):
    """A quiz that has asked its first question, u = w*x = -6."""
    prompt.paste(PROGRAM)
    prompt.type("quiz y")
    return prompt


def test_a_quiz_says_what_is_given_and_asks(prompt):
    prompt.paste(PROGRAM)
    shown = prompt.type("quiz y")
    assert shown.startswith("quiz y  7 numbers are asked for\n  x = 2, w = −3\n")
    assert shown.endswith("1/7  u = w·x = ?")
    assert prompt.asked == "quiz>"


def test_all_right_is_full_marks_and_nothing_to_practise(quiz):
    shown = quiz.type_all(*ANSWERS)
    assert "7 of 7 right" in shown
    assert "practise" not in shown
    assert quiz.asked == "gradus>"


def test_a_wrong_value_is_told_and_what_follows_from_it_is_right(quiz):
    assert quiz.type("6").startswith("     ✗ not 6: it is −6\n")
    assert quiz.type("36").startswith("     ✓ right: 36\n")
    assert quiz.type("12").startswith("     ✓ right, carried from your 6; in truth it is −12\n")


def test_a_carried_zero_earns_nothing(quiz):
    quiz.type("0")
    quiz.type("36")
    assert "a 0 or 1 carries nothing: it is −12" in quiz.type("0")


def test_a_wrong_factor_is_diagnosed_where_that_is_certain(quiz):
    quiz.type_all("-6", "36")
    assert "the sign of dy/du is flipped" in quiz.type("12")


def test_the_score_says_what_to_practise(quiz):
    shown = quiz.type_all("-6", "36", "5", *ANSWERS[3:])
    assert "6 of 7 right" in shown
    assert "practise the derivative of" in shown


def test_enter_shows_the_number_and_earns_nothing(quiz):
    assert quiz.type("").startswith("     = −6\n")
    assert "6 of 7 right" in quiz.type_all(*ANSWERS[1:])


def test_what_is_no_number_is_asked_again(quiz):
    assert "'w' is no number" in quiz.type("w")
    assert quiz.type("-6").startswith("     ✓ right: −6\n")


def test_leaving_gives_the_score_so_far(quiz):
    quiz.type("-6")
    assert "1 of 1 right, 6 not asked" in quiz.type("q")
    assert quiz.asked == "gradus>"


def test_ctrl_c_leaves_the_quiz_and_not_the_session(quiz):
    shown, _ = quiz.interrupt()
    assert "0 of 0 right" in shown
    assert quiz.asked == "gradus>"


def test_ctrl_d_leaves_the_quiz_too(quiz):
    quiz.press(CTRL_D)
    assert "7 not asked" in quiz.answer()
    assert quiz.asked == "gradus>"


def test_blanks_leaves_the_other_numbers_shown(prompt):
    prompt.paste(PROGRAM)
    shown = prompt.type("quiz y, blanks=2, seed=3")
    assert "2 numbers are asked for" in shown


def test_a_generated_graph_is_given_as_a_program(prompt):
    shown = prompt.type("quiz seed=7, level=2")
    assert "level 2, seed 7" in shown
    assert "param w = " in shown
    again = prompt.type_all("q", "quiz seed=7, level=2")
    assert again == shown


def test_a_prediction_in_a_walk_is_carried_forward(prompt):
    prompt.paste(PROGRAM)
    prompt.type("step y")
    assert prompt.type("6").startswith("     ✗ not 6: it is −6\n")
    prompt.type("")
    assert "✓ right, carried from your 6; in truth it is −12" in prompt.type("12")
