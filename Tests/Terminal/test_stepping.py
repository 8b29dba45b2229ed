"""A pass is walked one step at a time, and predictions are marked."""

import pytest

from terminal import CTRL_C, CTRL_D

PROGRAM = """input x = 2
param w = -3
param b = 1
z = w*x + b
y = z^2
"""


@pytest.fixture
def walk(prompt):
    """A walk that stands before its first step, z = w*x + b = -5."""
    prompt.paste(PROGRAM)
    prompt.type("step y")
    return prompt


@pytest.fixture
def long_walk(prompt):
    """A walk over twenty thousand rounds of a loop."""
    prompt.type_all("param w = 0.9", "h = 0.5", "for k in 1..20000 { h = tanh(w*h) }")
    prompt.type("step h")
    return prompt


def test_a_walk_begins_with_a_question(neuron):
    shown = neuron.type("step y")
    assert "y = w·x + b" in shown
    assert shown.split("\n")[2].strip() == "= (−3)·2 + 1 = ?"
    assert neuron.asked == "step>"


def test_enter_shows_the_result_and_goes_on(walk):
    shown = walk.type("")
    assert shown.startswith("     = −5\n2  y = z²")


def test_a_prediction_is_marked_right(walk):
    assert walk.type("-5").startswith("     ✓ right: −5\n")


def test_a_prediction_is_marked_wrong(walk):
    assert walk.type("7").startswith("     ✗ not 7: it is −5\n")


def test_a_prediction_may_be_rounded(prompt):
    prompt.type_all("param w = 0.5", "y = tanh(w)", "step y")
    assert "✓ right: 0.462117" in prompt.type("0.46")


def test_a_prediction_may_not_be_too_coarse(prompt):
    prompt.type_all("param w = 0.5", "y = tanh(w)", "step y")
    assert "too coarse, give two digits" in prompt.type("0.5")


def test_zero_is_a_claim_and_not_a_rounded_number(prompt):
    prompt.type_all("param w = 0.4", "y = 1*w", "step y")
    assert "✗ not 0: it is 0.4" in prompt.type("0")


def test_a_prediction_rounded_wrongly_is_wrong(prompt):
    prompt.type_all("param w = 0.5", "y = tanh(w)", "step y")
    assert "✗ not 0.47" in prompt.type("0.47")


@pytest.mark.parametrize("typed", ["1/3", "2/6", "1 / 3", "0.333333333", "sqrt(1/9)"])
def test_a_prediction_may_be_an_expression(prompt, typed):
    prompt.type_all("param w = 3", "y = 1/w", "step y")
    assert "✓ right: 0.333333" in prompt.type(typed)


@pytest.mark.parametrize("typed", ["-0.42", "−0.42", "-4.2e-1"])
def test_a_minus_may_be_either_sign(prompt, typed):
    prompt.type_all("param w = -0.42", "y = 1*w", "step y")
    assert "✓ right" in prompt.type(typed)


def test_the_numbers_on_the_screen_may_be_typed_as_they_are_shown(walk):
    assert "✓ right: −5" in walk.type("(−3)·2 + 1")
    assert "✓ right: 25" in walk.type("(−5)²")


def test_infinity_can_be_predicted(prompt):
    prompt.type_all("param w = 1000", "y = exp(w)", "step y")
    assert "✓ right: inf" in prompt.type("inf")


def test_a_name_is_no_prediction(walk):
    assert "means nothing here" in walk.type("value")
    assert "means nothing here" in walk.type("x")


def test_every_product_of_the_chain_rule_is_a_step(walk):
    assert "dy/dz = dy/dy · (2·z)\n" in walk.type_all("", "")
    assert "dy/db = dy/dz" in walk.type("")
    assert "dy/dw = dy/dz · x\n" in walk.type("") + walk.type("")


def test_a_gradient_says_what_had_arrived_before(prompt):
    prompt.type_all("param w = 3", "y = w*2 + w*5", "step y", "")
    assert "had nothing yet, is now 5" in prompt.type("5")
    assert "was 5, is now 7" in prompt.type("2")


def test_back_goes_back(walk):
    first = walk.type("start")
    walk.type("")
    assert walk.type("back") == first
    walk.type_all("", "", "")
    assert walk.type("b 3") == first


def test_back_stays_at_the_first_step(walk):
    first = walk.type("start")
    assert walk.type("back") == first
    assert walk.type("b 10000") == first


def test_back_does_not_go_further_than_it_can_at_once(walk):
    assert "10000 stops at most" in walk.type("b 1000000000")


@pytest.mark.parametrize("typed", ["back soon", "b -1", "b 0", "next to it", "node", "line w"])
def test_what_cannot_be_done_is_said(walk, typed):
    before = walk.type("start")
    assert "means nothing here; '?' lists what does, 'q' leaves" in walk.type(typed)
    assert walk.type("start") == before


def test_node_goes_to_a_node(walk):
    assert "2  y = z²" in walk.type("node y")
    assert "dy/dy = 1  where the pass begins" in walk.type("node y")
    assert "2  z = w·x + b" in walk.type("node z")


def test_node_goes_to_what_flows_back_to_a_leaf(walk):
    assert "dy/dw = dy/dz · x" in walk.type("node w")
    assert "dy/dx = dy/dz · w" in walk.type("node x")


def test_a_jump_says_where_it_leads(walk):
    shown = walk.type("node x")
    assert shown.startswith("2  z = w·x + b\n     dy/dz = −10  has arrived\n     dy/dx = ")
    assert walk.type("back").startswith("2  z = w·x + b\n")


def test_node_goes_from_one_contribution_of_a_leaf_to_the_next(prompt):
    prompt.type_all("param w = 3", "u = w^2", "y = u*w", "step y")
    first = prompt.type("node w")
    assert prompt.type("node w") != first
    assert prompt.type("node w") == first


def test_node_goes_to_a_node_without_a_name(walk):
    walk.type("unfold")
    walk.type("end")
    assert "= (−3)·2 = ?" in walk.type("node w*x")
    walk.type("end")
    assert "= (−3)·2 = ?" in walk.type("node w·x")


def test_a_node_that_is_not_there_is_said(walk):
    assert walk.type("node q") == "no step here is called 'q'"


def test_a_leaf_that_nothing_flows_back_to_is_said(prompt):
    prompt.type_all("param w = 3", "param v = 1", "y = w^2", "step y")
    assert "nothing flows back to it" in prompt.type("node v")


def test_line_goes_to_a_line_of_a_file(prompt, folder):
    (folder / "square.grad").write_text(PROGRAM)
    prompt.type_all(":load square.grad", "step y")
    assert "2  y = z²  line 5" in prompt.type("line 5")
    assert "no step here comes from line 1" in prompt.type("line 1")


def test_lines_of_the_prompt_have_no_numbers(walk):
    assert "only programs read from a file" in walk.type("line 1")


def test_start_and_end_go_to_the_ends(walk):
    assert "dy/dz" in walk.type("end")
    assert walk.type("start").startswith("forward y  2 steps")


def test_until_goes_on_to_where_a_condition_holds(walk):
    assert "dy/dz = −10  has arrived" in walk.type("until gradient < 0")
    assert walk.type("until value > 1000") == "this holds at no later step"


def test_until_finds_values_on_the_way_forward(walk):
    assert "2  y = z²" in walk.type("until value ≥ 25")


@pytest.mark.parametrize("condition", ["gradient <", "w < 1", "grad(y, w) < 1", "1 = 2", '"a"'])
def test_a_condition_that_is_none_is_said(walk, condition):
    walk.type("until " + condition)
    assert walk.asked == "step>"
    assert walk.type("start").startswith("forward y")


def test_unfold_stops_at_every_operation(walk):
    assert walk.type("unfold").startswith("forward y  3 steps\n1  w·x\n")
    assert walk.type("fold").startswith("forward y  2 steps\n1  z = w·x + b\n")


def test_folding_stays_in_the_pass_where_one_is(walk):
    walk.type("unfold")
    assert "dy/d(w·x)" in walk.type("end")
    assert walk.type("fold").startswith("2  z = w·x + b\n     dy/dz = −10  has arrived")


def test_unfolding_at_the_end_stays_at_the_end(walk):
    walk.type_all("end", "")
    assert walk.type("unfold") == "the end: Enter leaves, 'back' goes back"


def test_help_lists_what_can_be_typed(walk):
    for word in ["?", "help", "h"]:
        shown = walk.type(word)
        assert "until abs(gradient) < 0.01" in shown
        assert "unfold, fold" in shown


def test_the_end_shows_the_gradients_and_enter_leaves(walk):
    walk.type("end")
    shown = walk.type("")
    assert "gradients of y = 25" in shown
    assert "dy/dw  = −20  param" in shown
    assert shown.endswith("the end: Enter leaves, 'back' goes back")
    walk.type("")
    assert walk.asked == "gradus>"


def test_one_can_go_back_from_the_end(walk):
    last = walk.type("end")
    walk.type("")
    assert walk.type("back") == last


@pytest.mark.parametrize("keys", ["q\r", "quit\r", "exit\r", ":quit\r", CTRL_C, CTRL_D])
def test_a_walk_can_be_left_at_any_time(walk, keys):
    walk.press(keys)
    walk.answer()
    assert walk.asked == "gradus>"
    assert walk.type("y").startswith("y = 25")


def test_a_walk_changes_nothing(walk):
    walk.type_all("end", "", "q")
    assert walk.type(":undo") == "took back: step y"
    assert walk.type("z").startswith("z = −5")


def test_a_walk_through_a_lone_leaf_is_short(prompt):
    prompt.type("param w = 3")
    prompt.type("step w")
    if prompt.asked == "step>":
        prompt.type("")
    assert prompt.asked in ("step>", "gradus>")


def test_a_long_walk_answers_at_once(long_walk):
    for line, expected in [
        ("end", "dh/dw += dh/d(h·1)"),
        ("back", "h·1"),
        ("start", "forward h  20000 steps"),
        ("until abs(gradient) < 1e-3", "h·"),
        ("node h", "h·"),
        ("node w", "dh/dw"),
        ("node nowhere", "no step here"),
        ("b 10000", "h·"),
        ("start", "forward h  20000 steps"),
        ("unfold", "forward h  40000 steps"),
        ("end", "dh/dw += dh/d(w·h)"),
        ("fold", "h·1"),
    ]:
        assert expected in long_walk.type(line), line


def test_a_file_is_walked_through(start, folder):
    (folder / "square.grad").write_text(PROGRAM)
    walk = start("step", "square.grad")
    assert "= (−3)·2 + 1 = ?" in walk.until_prompt()
    assert "✓ right: −5" in walk.type("-5")
    walk.type("end")
    assert "gradients of y = 25" in walk.type("")
    assert walk.leave("q\r")[1] == 0


def test_a_file_of_a_verb_is_walked_through_where_it_says_step(start, folder):
    (folder / "walk.grad").write_text(PROGRAM + "step z\n")
    walk = start("step", "walk.grad")
    assert "forward z" in walk.until_prompt()
    assert walk.leave(CTRL_D)[1] == 0


def test_a_walk_fits_forty_columns(start):
    prompt = start(columns=40)
    prompt.until_prompt()
    prompt.paste(PROGRAM)
    for line in ["step y", "", "3", "?", "end", ""]:
        shown = prompt.type(line)
        assert max(map(len, shown.split("\n"))) <= 40, shown
