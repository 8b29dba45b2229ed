"""What was entered can be recalled, in this session and the next."""

import os

import pytest

from terminal import CTRL_A, CTRL_C, CTRL_R, DOWN, UP


def test_the_arrow_recalls_the_last_entry(prompt):
    prompt.type_all("a = 1", "b = 2")
    assert prompt.type(UP + UP) == "a = 1"


def test_arrows_go_up_and_down(prompt):
    prompt.type_all("a = 1", "b = 2", "c = 3")
    assert prompt.type(UP + UP + UP + DOWN) == "b = 2"


def test_ctrl_r_searches(prompt):
    prompt.type_all("alpha = 1", "beta = 2")
    assert prompt.type(CTRL_R + "alp") == "alpha = 1"


def test_the_next_run_recalls_what_this_one_entered(start):
    first = start()
    first.until_prompt()
    first.type("kept = 7")
    first.leave()
    second = start()
    second.until_prompt()
    assert second.type(UP) == "kept = 7"


def test_two_sessions_at_once_lose_nothing(start, history_file):
    sessions = [start(), start()]
    for session in sessions:
        session.until_prompt()
    for round in range(10):
        for number, session in enumerate(sessions):
            session.press(f"s{number}r{round} = 1\r")
    for session in sessions:
        for _ in range(10):
            session.answer()
        session.leave()
    expected = {f"s{number}r{round} = 1" for number in range(2) for round in range(10)}
    entries = history_file.read_text().splitlines()
    assert set(entries) == expected
    assert len(entries) == 20


def test_several_lines_are_one_entry(prompt, history_file):
    prompt.type_all("f(a) = {", "  #1 \\n is a comment", "  a + 1 }")
    assert len(history_file.read_text().splitlines()) == 1
    prompt.type(":reset")
    prompt.type(UP + UP)
    assert prompt.type("f(1)").startswith("f(1) = 2")


def test_a_pasted_program_is_one_entry(prompt, history_file):
    prompt.paste("a = 1\nb = 2\nc = a + b")
    assert len(history_file.read_text().splitlines()) == 1
    prompt.type(":reset")
    assert prompt.type(UP + UP).endswith("c = 3")


def test_blank_lines_and_repetitions_are_not_kept(prompt, history_file):
    prompt.type_all("a = 1", "", "   ", "a = 1", "b = 2")
    assert history_file.read_text() == "a = 1\nb = 2\n"


def test_a_changed_recalled_entry_leaves_the_old_one_as_it_was(prompt):
    prompt.type("a = 1")
    assert prompt.type(UP + CTRL_A + "b").startswith("ba = 1")
    assert prompt.type(UP + UP) == "a = 1"


def test_what_ctrl_c_drops_is_not_kept(prompt, history_file):
    prompt.type("a = 1")
    prompt.press(UP + "23" + CTRL_C)
    prompt.answer()
    assert prompt.type(UP) == "a = 1"
    assert history_file.read_text() == "a = 1\n"


def test_answers_on_a_walk_are_not_kept(neuron, history_file):
    neuron.type_all("step y", "-5", "back", "q")
    assert history_file.read_text().endswith("y = w*x + b\nstep y\n")
    assert neuron.type(UP + UP) == "y = −5"


def test_only_its_owner_can_read_the_history(prompt, history_file):
    prompt.type("a = 1")
    assert history_file.stat().st_mode & 0o777 == 0o600


def test_lines_that_arrive_all_at_once_are_each_read(prompt):
    """As from a terminal that does not mark what is pasted."""
    prompt.press("".join(f"a{number} = {number}\r" for number in range(200)))
    for _ in range(199):
        prompt.answer()
    assert prompt.answer() == "a199 = 199"


def a_folder(history_file):
    history_file.mkdir()


def a_pipe(history_file):
    os.mkfifo(history_file)


def an_endless_device(history_file):
    history_file.symlink_to("/dev/zero")


@pytest.mark.parametrize("make", [a_folder, a_pipe, an_endless_device])
def test_a_history_that_cannot_be_kept_is_said_and_costs_nothing_else(start, history_file, make):
    history_file.parent.mkdir(parents=True)
    make(history_file)
    prompt = start()
    assert "history is not kept" in prompt.until_prompt()
    assert prompt.type("a = 1") == "a = 1"
    assert prompt.type(UP) == "a = 1"


def test_a_damaged_history_is_read_as_far_as_it_goes(start, history_file):
    history_file.parent.mkdir(parents=True)
    history_file.write_bytes(b"a = 5\nbad \\q\n\xff\nz\x00\n")
    prompt = start()
    prompt.until_prompt()
    assert prompt.type(UP) == "a = 5"


def test_a_history_does_not_grow_without_end(start, history_file):
    history_file.parent.mkdir(parents=True)
    history_file.write_text("".join(f"a = {number}\n" for number in range(12_000)))
    prompt = start()
    prompt.until_prompt()
    assert prompt.type(UP) == "a = 11999"
    assert len(history_file.read_text().splitlines()) == 10_000
