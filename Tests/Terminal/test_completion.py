"""Tab completes what is meant, and says what could be."""

import pytest

from terminal import TAB


def test_a_name_is_completed(prompt):
    prompt.type("learning_rate = 0.1")
    assert prompt.type("learn" + TAB).startswith("learning_rate = 0.1")


def test_a_greek_name_is_completed(prompt):
    prompt.type("ηrate = 0.1")
    assert prompt.type("2*ηr" + TAB).startswith("2*ηrate = 0.2")


def test_a_function_is_completed(prompt):
    assert prompt.type("leaky" + TAB + "(3)").startswith("leaky_relu(3) = 3")


def test_a_function_of_ones_own_is_completed_with_its_settings(prompt):
    prompt.type("stretch(a, factor=2) = factor*a")
    shown = prompt.type("stre" + TAB + "(3, fac" + TAB + "5)")
    assert shown.startswith("stretch(3, factor=5) = 15")


def test_a_setting_is_completed(prompt):
    shown = prompt.type("leaky_relu(-1, nega" + TAB + "0.5)")
    assert shown.startswith("leaky_relu(-1, negative_slope=0.5) = −0.5")


def test_a_verb_and_its_option_are_completed(prompt):
    prompt.type("third = 1/3")
    assert prompt.type("sho" + TAB + " third, dig" + TAB + "3").startswith("third = 0.333\n")


def test_a_command_is_completed(prompt):
    assert "tanh" in prompt.type(":he" + TAB + " tanh")


def test_what_can_be_set_is_completed(prompt):
    prompt.type(":set dig" + TAB + " 3")
    assert prompt.type("1/3").startswith("1/3 = 0.333\n")


@pytest.mark.parametrize("command", [":load ", ":load ./"])
def test_a_file_is_completed(prompt, folder, command):
    (folder / "one-neuron.grad").write_text("x = 5\n")
    assert "x = 5" in prompt.type(command + "one-n" + TAB)


def test_a_folder_is_completed_up_to_its_files(prompt, folder):
    (folder / "lessons").mkdir()
    (folder / "lessons" / "chain.grad").write_text("x = 5\n")
    assert "x = 5" in prompt.type(":load les" + TAB + "ch" + TAB)


def test_several_candidates_are_listed_with_what_they_are(prompt):
    listed = prompt.candidates("tan")
    assert "tan         tan(x)" in listed
    assert "tanh        tanh(x)" in listed


def test_a_setting_is_listed_with_what_it_means(prompt):
    listed = prompt.candidates("leaky_relu(x, neg")
    assert "negative_slope=  the slope" in listed


def test_a_value_is_listed_beside_its_name(prompt):
    prompt.type_all("input speed = 3", "speedy = 2*speed")
    assert "speed   input, 3\nspeedy  6" in prompt.candidates("spee")


def test_every_command_is_listed_with_its_help(prompt):
    listed = prompt.candidates(":")
    assert ":undo" in listed and "take the last statement back" in listed
    assert ":quit" in listed and "Ctrl-D" in listed


def test_a_list_that_is_too_long_says_how_much_is_left(prompt):
    assert "more: type another letter" in prompt.candidates("s")


def test_a_list_fits_a_narrow_terminal(start):
    prompt = start(columns=40)
    prompt.until_prompt()
    listed = prompt.candidates("le")
    assert "leaky_relu" in listed
    assert max(map(len, listed.split("\n"))) <= 40


def test_nothing_is_made_up_where_nothing_fits(prompt, folder):
    (folder / "zzz.txt").write_text("")
    assert "nothing called 'zz'" in prompt.type("zz" + TAB)


def test_a_name_that_went_with_undo_is_not_offered(prompt):
    prompt.type_all("passing = 1", ":undo")
    assert "nothing called 'passi'" in prompt.type("passi" + TAB)
