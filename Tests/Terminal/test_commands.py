"""The commands of the prompt, and what it says of each statement."""

import subprocess

import pytest

from terminal import PROGRAM


def run(folder, file, *options):
    """What `gradus run` prints of a file."""
    done = subprocess.run(
        [PROGRAM, "run", file, *options], cwd=folder, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


# Echoes


def test_a_definition_is_echoed(prompt):
    assert prompt.type("input x = 2") == "x = 2  input"
    assert prompt.type("param w = [1, -2]") == "w = [1, −2]  param"
    assert prompt.type("y = w*x") == "y = [2, −4]"
    assert prompt.type("f(a, k=2) = k*a") == "f(a, k=2)  a function"


def test_a_set_leaf_is_echoed(neuron):
    assert neuron.type("set w = 4") == "w = 4  param"
    assert neuron.type("y").startswith("y = 9")


def test_a_retyped_leaf_is_set(neuron):
    assert neuron.type("input x = 3") == "x = 3  input"
    assert neuron.type("y").startswith("y = −8")


def test_a_new_meaning_is_noted(neuron):
    shown = neuron.type("x = 5")
    assert shown.startswith("x = 5\n")
    assert "'x' is a new node now; one node made before keeps what 'x' was then" in shown
    assert neuron.type("y").startswith("y = −5")


def test_an_error_keeps_the_session(neuron):
    shown = neuron.type("z = y + wrong")
    assert "there is nothing called 'wrong'" in shown
    assert neuron.type(":undo") == "took back: y = w*x + b"
    assert neuron.type("w*x").startswith("w*x = −6")


def test_what_ran_before_an_error_stays(prompt):
    prompt.type("a = 1; b = a + wrong; c = 3")
    assert prompt.type("a").startswith("a = 1")
    assert "nothing called 'c'" in prompt.type("c")


# Help


@pytest.mark.parametrize("word", [":help", "help", "?", ":he"])
def test_help_names_the_first_verbs_and_every_command(prompt, word):
    shown = prompt.type(word)
    for name in ["backward", "step", ":help", ":undo", ":save", ":load", ":set", ":quit"]:
        assert name in shown


def test_help_fits_the_screen(prompt):
    assert prompt.type(":help").count("\n") < 23


@pytest.mark.parametrize("topic", ["tanh", "backward", "param", "huber"])
def test_help_on_a_name_is_about_it(prompt, topic):
    assert topic in prompt.type(f":help {topic}")


@pytest.mark.parametrize("topic", ["undo", ":undo"])
def test_help_on_a_command_is_about_it(prompt, topic):
    assert "take the last statement back" in prompt.type(f":help {topic}")


def test_help_on_nothing_there_is_suggests(prompt):
    assert "did you mean 'sigmoid'" in prompt.type(":help sigmod")


def test_a_name_of_ones_own_is_meant_before_help(prompt):
    prompt.type("help = 3")
    assert prompt.type("help").startswith("help = 3")


@pytest.mark.parametrize(
    "typed, meant", [(":hlp", ":help"), (":udno", ":undo"), (":sav3", ":save")]
)
def test_an_unknown_command_suggests(prompt, typed, meant):
    assert prompt.type(typed) == f"there is no command '{typed}'; did you mean '{meant}'?"


def test_a_command_that_stands_alone_says_so(prompt):
    prompt.type("a = 1")
    assert "':undo' stands alone" in prompt.type(":undo 3")
    assert "':reset' stands alone" in prompt.type(":reset now")
    assert prompt.type("a").startswith("a = 1")


def test_commands_among_pasted_statements_are_obeyed_in_their_turn(prompt):
    shown = prompt.paste("a = 1\nb = 2\n:undo\n:set digits 3\nc = a/3\n")
    assert "took back: b = 2" in shown
    assert shown.endswith("c = 0.333")


def test_what_is_longer_than_the_window_is_shown_screen_by_screen(prompt):
    shown = prompt.type(":help more")
    assert shown.count("\n") < 24 and "… Enter shows the rest, " in shown.splitlines()[-1]
    more = prompt.type("")
    assert more.count("\n") < 24 and more != shown and "… Enter shows the rest, " in more
    prompt.type("a = 1")
    assert prompt.type("") == ""


# Undo


def test_undo_takes_the_last_statement_back(prompt):
    prompt.type_all("a = 1", "b = 2")
    assert prompt.type(":undo") == "took back: b = 2"
    assert "nothing called 'b'" in prompt.type("b")
    assert prompt.type(":undo") == "took back: a = 1"
    assert prompt.type(":undo") == "there is nothing to take back"


@pytest.mark.parametrize("change", ["set w = 10", "param w = 10", "set [w, b] = [10, 20]"])
def test_undo_takes_back_a_set_leaf_and_all_downstream(neuron, change):
    neuron.type(change)
    assert not neuron.type("y").startswith("y = −5")
    # What was only shown since is no change.
    assert neuron.type(":undo") == f"took back: {change}"
    assert neuron.type("w").startswith("w = −3")
    assert neuron.type("y").startswith("y = −5")


def test_undo_takes_a_redefinition_back(neuron):
    neuron.type_all("y = 100", ":undo")
    assert neuron.type("y").startswith("y = −5")


def test_undo_takes_a_loop_back(neuron):
    neuron.type_all("for k in 1..3 { set w = w + 1; h = w*k }", ":undo")
    assert neuron.type("w").startswith("w = −3")
    assert "nothing called 'h'" in neuron.type("h")


def test_undo_takes_a_seed_and_its_numbers_back(prompt):
    prompt.type("seed 5")
    first = prompt.type("r = normal(0, 1)")
    prompt.type_all(":undo", "seed 6", "s = normal(0, 1)", ":undo", ":undo")
    assert prompt.type("r = normal(0, 1)") == first


def test_undo_shows_the_first_line_of_a_long_statement(prompt):
    prompt.type_all("f(a) = {", "  a + 1", "}")
    assert prompt.type(":undo") == "took back: f(a) = { …"


# Save and load


def test_a_saved_session_runs_to_the_same_values(prompt, folder):
    prompt.type_all("seed 3", "param w = normal(0, 1)", "input x = 2", "y = tanh(w*x)")
    prompt.type_all("set w = w/3", "for k in 1..3 { y = tanh(w*y) }", "z = 1", ":undo", "f(a) = {")
    prompt.type_all("  a^2", "}", "u = f(y)", ":set digits 17")
    value = prompt.type("u").split("\n")[0]
    assert prompt.type(":save mine.grad") == "saved 9 statements to mine.grad"
    with open(folder / "mine.grad", "a") as file:
        file.write("u\n")
    assert value in run(folder, "mine.grad", "--digits", "17").split("\n")


def test_a_saved_session_can_be_loaded(neuron):
    neuron.type_all("set w = 7", ":save mine.grad", ":reset")
    assert "nothing called 'y'" in neuron.type("y")
    neuron.type(":load mine.grad")
    assert neuron.type("y").startswith("y = 15")


def test_what_went_wrong_is_not_saved(prompt, folder):
    prompt.type_all("a = 1", "b = wrong", "c = ", "")
    prompt.type_all("d = 2", ":save mine.grad")
    assert "wrong" not in (folder / "mine.grad").read_text()
    run(folder, "mine.grad")


def test_a_loaded_program_is_taken_back_statement_by_statement(prompt, folder):
    (folder / "two.grad").write_text("a = 1\nb = 2\n")
    prompt.type(":load two.grad")
    assert prompt.type(":undo") == "took back: b = 2"
    assert prompt.type("a").startswith("a = 1")


def test_an_error_in_a_loaded_file_names_its_place(prompt, folder):
    (folder / "bad.grad").write_text("a = 1\nb = a + wrong\n")
    shown = prompt.type(":load bad.grad")
    assert "bad.grad:2:9" in shown
    assert prompt.type("a").startswith("a = 1")


def test_a_path_may_have_blanks_and_quotes(prompt, folder):
    prompt.type_all("a = 1", ":save my first.grad")
    assert (folder / "my first.grad").exists()
    assert "a = 1" in prompt.type(':load "my first.grad"')


def test_a_path_may_begin_at_home(prompt, tmp_path):
    prompt.type_all("a = 1", ":save ~/mine.grad")
    assert (tmp_path / "mine.grad").exists()


@pytest.mark.parametrize("command", [":load", ":save", ":load -"])
def test_a_file_must_be_named(prompt, command):
    assert prompt.type(command).startswith("name a file: ")


def test_a_missing_file_is_said(prompt, folder):
    assert prompt.type(":load nowhere.grad") == "there is no file 'nowhere.grad'"
    (folder / "here.grad").write_text("")
    assert "did you mean 'here.grad'" in prompt.type(":load here")


def test_what_cannot_be_written_is_said(prompt):
    prompt.type("a = 1")
    assert "cannot write" in prompt.type(":save /nowhere/at/all.grad")
    assert "cannot write" in prompt.type(":save /")
    assert prompt.type("a").startswith("a = 1")


def test_the_session_can_begin_with_a_file(start, folder):
    (folder / "neuron.grad").write_text("input x = 2\ny = x^2\n")
    prompt = start("--load", "neuron.grad")
    assert "y = 4" in prompt.until_prompt()
    assert prompt.type("y").startswith("y = 4")


# Settings


def test_digits_can_be_set(prompt):
    assert prompt.type("1/3").startswith("1/3 = 0.333333\n")
    prompt.type(":set digits 17")
    assert prompt.type("1/3").startswith("1/3 = 0.3333333333333333\n")
    prompt.type(":set digits = 2")
    assert prompt.type("1/3").startswith("1/3 = 0.33\n")


def test_the_steps_that_are_shown_can_be_set(prompt):
    prompt.type_all("param w = 0.9", "h = 0.5", "for k in 1..100 { h = tanh(w*h) }")
    prompt.resize(500, 80)
    assert "60 steps are not shown" in prompt.type("backward h")
    prompt.type(":set steps 4")
    assert "96 steps are not shown" in prompt.type("backward h")


def test_unicode_can_be_set(prompt):
    prompt.type(":set unicode off")
    assert prompt.type("a = -1") == "a = -1"
    prompt.type(":set unicode on")
    assert prompt.type("a = -1").startswith("a = −1")


def test_colour_can_be_set(prompt):
    prompt.type("a = 1")
    assert "\x1b[" in prompt.raw
    prompt.type_all(":set color off", "a = 1")
    assert "\x1b[" not in prompt.raw


def test_set_alone_lists_what_can_be_set(prompt):
    shown = prompt.type(":set")
    for words in ["digits 6", "steps 40", "unicode on", "color auto"]:
        assert words in shown


@pytest.mark.parametrize("value", ["0", "18", "many", "", "3 4"])
def test_a_setting_that_cannot_be_is_said(prompt, value):
    assert "'digits' is a number from 1 to 17" in prompt.type(f":set digits {value}")


def test_an_unknown_setting_suggests(prompt):
    assert "did you mean 'digits'" in prompt.type(":set digit 3")


def test_reset_forgets_everything_but_how_things_are_shown(prompt):
    prompt.type_all(":set digits 3", "a = 1", ":reset")
    assert "nothing called 'a'" in prompt.type("a")
    assert prompt.type(":undo") == "there is nothing to take back"
    assert prompt.type("1/3").startswith("1/3 = 0.333\n")
