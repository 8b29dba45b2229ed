"""Lines are edited as everywhere else, whatever they hold."""

import pytest

from terminal import ALT_ENTER, BACKSPACE, CTRL_A, CTRL_E, CTRL_F, LEFT, live_characters


def test_a_statement_is_answered(prompt):
    assert prompt.type("y = 1 + 2") == "y = 3"


def test_an_empty_line_is_answered_with_nothing(prompt):
    assert prompt.type("") == ""
    assert prompt.type("   ") == ""


def test_ctrl_a_and_ctrl_e_go_to_the_ends_of_the_line(prompt):
    assert prompt.type("bc = 1" + CTRL_A + "a" + CTRL_E + "0") == "abc = 10"


def test_the_cursor_steps_over_a_wide_character_at_once(prompt):
    assert prompt.type("漢字 = 1" + CTRL_A + CTRL_F + "x") == "漢x字 = 1"


def test_backspace_takes_a_whole_greek_letter(prompt):
    assert prompt.type("ηθ" + BACKSPACE + " = 0.1") == "η = 0.1"


def test_a_combining_accent_stays_with_its_letter(prompt):
    assert prompt.type("x = 2  # cafe\u0301" + LEFT + BACKSPACE * 2) == "x = 2"


@pytest.mark.parametrize("locale", [{"LANG": "C"}, {"LANG": ""}, {"LC_ALL": "POSIX"}])
def test_greek_letters_can_be_typed_in_a_locale_without_them(start, locale):
    prompt = start(**locale)
    prompt.until_prompt()
    prompt.type("ηx" + LEFT + BACKSPACE + "θ" + CTRL_E + " = 0.5")
    assert "0.5" in prompt.type("θx")


def test_an_open_bracket_asks_for_more(prompt):
    assert prompt.type("y = (1 +") == ""
    assert prompt.asked == "...>"
    assert prompt.type("2)") == "y = 3"
    assert prompt.asked == "gradus>"


def test_a_function_can_be_typed_over_several_lines(prompt):
    prompt.type_all("f(a) = {", "  b = a + 1", "  b^2")
    assert prompt.asked == "...>"
    prompt.type("}")
    assert prompt.type("f(2)").startswith("f(2) = 9")


def test_alt_enter_begins_a_new_line_of_the_same_entry(prompt):
    assert prompt.type("a = 1" + ALT_ENTER + "b = 2") == "a = 1\nb = 2"


def test_every_statement_of_a_pasted_program_runs(prompt):
    shown = prompt.paste("input x = 2\n\n# the weight\nparam w = -3\ny = (w\n  * x)\nshow y\n")
    assert [line.split("  ")[0] for line in shown.split("\n")[:4]] == [
        "x = 2",
        "w = −3",
        "y = −6",
        "y = −6",
    ]


def test_a_paste_is_not_run_before_enter(prompt):
    prompt.press("\x1b[200~a = 1\rb = 2\r\x1b[201~" + BACKSPACE * 6)
    assert prompt.type("") == "a = 1"
    assert "nothing called 'b'" in prompt.type("b")


def test_a_tab_within_a_paste_is_a_blank(prompt):
    assert prompt.paste("y = 1\t+\t2") == "y = 3"


def test_a_line_of_ten_thousand_characters_is_read(prompt):
    assert prompt.type("x = " + "+".join(["1"] * 5000)) == "x = 5000"


def test_a_pasted_program_of_a_thousand_lines_is_read(prompt):
    prompt.resize(1100, 80)
    shown = prompt.paste("\n".join(f"a{line} = {line}" for line in range(1000)))
    assert shown.endswith("a999 = 999")


def test_bytes_that_are_no_utf_8_are_refused_with_their_place(prompt):
    shown = prompt.type("a = 1 + b\udcff")
    assert "UTF-8" in shown
    assert not live_characters(prompt.raw)
    assert prompt.type("a = 1") == "a = 1"


def test_what_is_typed_survives_a_new_window_size(prompt):
    prompt.press("x = 1" + " + 1" * 40)
    prompt.resize(30, 50)
    assert prompt.type(" + 1") == "x = 42"


def test_an_answer_fits_the_new_window_size(neuron):
    neuron.resize(24, 40)
    shown = neuron.type(":help")
    assert max(map(len, shown.split("\n"))) <= 40


def test_words_fit_a_terminal_of_forty_columns(start):
    prompt = start(columns=40)
    prompt.until_prompt()
    prompt.type_all("input x = 2", "param w = -3", "y = tanh(w*x + 1)")
    for line in ["backward y", "check y", ":help", ":help more", "show q", ":set"]:
        shown = prompt.type(line)
        assert max(map(len, shown.split("\n"))) <= 40, shown


def test_a_dumb_terminal_is_read_too(start):
    prompt = start(TERM="dumb")
    prompt.see("gradus> ")
    prompt.press("y = 1 + 2\r")
    prompt.see("y = 3")
    prompt.see("gradus> ")
