"""What is shown suits the terminal, and nothing shown can act on it."""

import pytest

from terminal import live_characters


def test_ascii_shows_nothing_else(start):
    prompt = start("--ascii")
    prompt.until_prompt()
    prompt.type_all("input x = 2", "param η = -3")
    prompt.type("y = tanh(η*x)^2")
    for line in ["backward y", "check y", "step y", "", "7", "q", "z", ":help"]:
        shown = prompt.type(line)
        assert prompt.raw.replace("\x1b", "").isascii(), (line, shown)


@pytest.mark.parametrize("variable", [{"NO_COLOR": "1"}, {"TERM": "vt100", "NO_COLOR": "1"}])
def test_no_color_shows_no_colour(start, variable):
    prompt = start(**variable)
    prompt.until_prompt()
    for line in ["param w = 2", "y = w^2", "backward y", "wrong", ":help", "step y", "3", "q"]:
        prompt.type(line)
        assert "\x1b[" not in prompt.raw.replace("\x1b[?2004", ""), line


def test_there_is_colour_on_a_terminal(prompt):
    prompt.type_all("param w = 2", "y = w^2", "backward y")
    assert "\x1b[" in prompt.raw


# Control characters have to be quoted, or the editor takes them for keys; it shows them as ^[.
EVIL = "\x16\x1b]0;owned\x16\x07\x16\x1b[2J\u202e"


@pytest.mark.parametrize(
    "line",
    [
        f'draw 1, to="{EVIL}.svg"',
        f"x = {EVIL}",
        f"x{EVIL} = 1",
        f"y = 1 # {EVIL}",
        f":{EVIL}",
        f":load {EVIL}",
        f":save /nowhere/{EVIL}",
        f":help {EVIL}",
        f":set {EVIL} 3",
        f":set digits {EVIL}",
        f":undo {EVIL}",
    ],
)
def test_what_is_pasted_never_acts_on_the_terminal(prompt, line):
    prompt.type(line)
    assert live_characters(prompt.raw) == []
    assert prompt.type("1 + 1").startswith("1 + 1 = 2")


@pytest.mark.parametrize("line", ["node {}", "until {} < 1", "{}", "line {}"])
def test_nor_does_it_on_a_walk(neuron, line):
    neuron.type("step y")
    neuron.type(line.format(EVIL))
    assert live_characters(neuron.raw) == []
    assert neuron.asked == "step>"


def test_nor_does_what_a_file_holds_or_is_called(prompt, folder):
    name = "evil\x1b[31m.grad"
    (folder / name).write_text("x = 1 \x1b[2J + \u202e2\n", encoding="utf-8")
    prompt.type(":load evil\x16\x1b[31m.grad")
    assert live_characters(prompt.raw) == []
    assert "[31m" in prompt.raw


def test_nor_does_a_completion(prompt, folder):
    (folder / "evil\x1b[31m.grad").write_text("")
    (folder / "even.grad").write_text("")
    (folder / "ever.grad").write_text("")
    listed = prompt.candidates(":load e")
    assert "even.grad" in listed
    assert "evil" not in listed


def test_undo_shows_a_statement_without_acting(prompt):
    prompt.type(f"y = 1 # {EVIL}")
    prompt.type(":undo")
    assert live_characters(prompt.raw) == []


def test_the_terminal_may_be_narrower_than_a_word(start):
    prompt = start(columns=20)
    prompt.until_prompt()
    prompt.type_all("param a_name_wider_than_twenty = 2", "y = a_name_wider_than_twenty^2")
    assert "dy/dy" in prompt.type("backward y")
