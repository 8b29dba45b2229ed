"""Ctrl-C gives the prompt back, at once, with everything as it was."""

import pytest

from terminal import CTRL_C, CTRL_D, CTRL_R

# A person is promised a fifth of a second; a loaded machine is forgiven the rest.
AT_ONCE = 1.0


def test_ctrl_c_drops_the_line(prompt):
    prompt.press("a = 1")
    prompt.see("a = 1")
    shown, seconds = prompt.interrupt()
    assert shown == ""
    assert seconds < AT_ONCE
    assert "nothing called 'a'" in prompt.type("a")


def test_ctrl_c_drops_all_lines_of_an_entry(prompt):
    prompt.type("f(a) = {")
    prompt.press("b = a")
    prompt.see("b = a")
    prompt.interrupt()
    assert prompt.asked == "gradus>"
    assert prompt.type("1 + 1").startswith("1 + 1 = 2")


def test_ctrl_d_drops_an_entry_that_goes_on(prompt):
    prompt.type("f(a) = {")
    prompt.press(CTRL_D)
    prompt.answer()
    assert prompt.asked == "gradus>"


def test_ctrl_c_can_be_pressed_again_and_again(prompt):
    for _ in range(20):
        prompt.press(CTRL_C)
        prompt.answer()
    assert prompt.type("a = 1") == "a = 1"


@pytest.mark.parametrize("keys", [CTRL_R, "\x1b5", "\x18", "\x1b", "\x1b["])
def test_ctrl_c_is_heard_in_the_middle_of_a_key(prompt, keys):
    prompt.press("a = 1" + keys)
    prompt.see("a = 1")
    prompt.interrupt()
    assert prompt.type("b = 2") == "b = 2"


def test_ctrl_c_ends_a_paste_that_never_ends(prompt):
    prompt.press("\x1b[200~a = 1\rb = 2")
    prompt.interrupt()
    assert prompt.type("c = 3") == "c = 3"
    assert "nothing called 'a'" in prompt.type("a")


def test_ctrl_c_is_heard_while_a_paste_arrives(prompt):
    """The terminal then throws away what has not been read: a read that waits never returns."""
    for _ in range(50):
        prompt.press("\x1b[200~" + "a = 1\r" * 600)
        prompt.interrupt()
    assert prompt.type("b = 2").endswith("b = 2")


def test_a_loop_that_builds_a_graph_is_stopped(prompt):
    prompt.type_all("param w = 0.9", "h = 0.5")
    prompt.press("for k in 1..5000000 { h = tanh(w*h) }\r")
    prompt.wait_until_busy()
    shown, seconds = prompt.stop()
    assert "stopped; everything is as it was" in shown
    assert seconds < AT_ONCE
    assert prompt.type("h").startswith("h = 0.5")
    assert prompt.type(":undo") == "took back: h = 0.5"


def test_a_loop_that_sets_a_leaf_is_stopped(prompt):
    prompt.type_all("param w = 1", "y = w^2")
    prompt.press("for k in 1..5000000 { set w = w + 1 }\r")
    prompt.wait_until_busy()
    shown, seconds = prompt.stop()
    assert "stopped" in shown
    assert seconds < AT_ONCE
    assert prompt.type("w").startswith("w = 1")
    assert prompt.type("y").startswith("y = 1")


def test_a_long_backward_pass_is_stopped_on_its_way(prompt, folder):
    prompt.type_all("param w = 0.9", "h = 0.5", "for k in 1..20000 { h = tanh(w*h) }")
    prompt.type_all("y = 2*w", "backward y", ":save before.grad", ":set steps 1000000")
    prompt.press("backward h\r")
    prompt.wait_until_busy()
    shown, seconds = prompt.stop()
    assert "stopped; everything is as it was" in shown
    assert seconds < AT_ONCE
    prompt.type(":save after.grad")
    assert (folder / "after.grad").read_text() == (folder / "before.grad").read_text()


def test_the_rest_of_a_stopped_entry_does_not_run(prompt):
    prompt.type_all("param w = 0.9", "h = 0.5")
    prompt.press("for k in 1..5000000 { h = tanh(w*h) }; z = 1\r")
    prompt.wait_until_busy()
    prompt.stop()
    assert "nothing called 'z'" in prompt.type("z")


def test_random_numbers_go_on_as_if_nothing_had_been_stopped(start):
    first, second = start(), start()
    for prompt in (first, second):
        prompt.until_prompt()
        prompt.type("seed 3")
    first.press("for k in 1..5000000 { h = normal(0, 1) }\r")
    first.wait_until_busy()
    first.stop()
    assert first.type("r = normal(0, 1)") == second.type("r = normal(0, 1)")

