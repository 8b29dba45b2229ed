"""There is always a way out."""

import signal

import pexpect
import pytest

from terminal import CTRL_D, CTRL_Z, HAS_A_LINE, PROGRAM


@pytest.mark.parametrize("keys", [CTRL_D, ":quit\r", ":q\r", "quit\r", "exit\r"])
def test_the_session_can_be_left(prompt, keys):
    prompt.type("a = 1")
    assert prompt.leave(keys)[1] == 0


def test_ctrl_d_within_a_line_does_not_leave(prompt):
    assert prompt.type("a = 1" + CTRL_D) == "a = 1"


def test_one_q_too_many_after_a_walk_does_not_leave(neuron):
    neuron.type_all("step y", "q")
    assert neuron.type("q") == "':quit' leaves the session"
    assert neuron.type("y").startswith("y = −5")


def test_a_name_of_ones_own_does_not_leave(prompt):
    prompt.type("q = 3")
    assert prompt.type("q").startswith("q = 3")


def test_what_follows_quit_in_a_paste_does_not_run(prompt, folder):
    prompt.press("\x1b[200~a = 1\r:quit\r:save late.grad\x1b[201~\r")
    prompt.child.expect(pexpect.EOF)
    assert not (folder / "late.grad").exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_killed_session_leaves_the_terminal_in_order(prompt, number):
    prompt.press("half a line")
    prompt.see("half a line")
    prompt.child.kill(number)
    prompt.child.expect(pexpect.EOF)
    assert "\x1b[?2004l" in prompt.child.before
    prompt.child.close()
    assert prompt.child.signalstatus == number


def test_a_closed_terminal_ends_the_session(prompt, history_file):
    prompt.type("a = 1")
    prompt.press("half a line")
    prompt.see("half a line")
    prompt.child.close(force=False)
    assert history_file.read_text() == "a = 1\n"


def test_a_stopped_session_comes_back_with_its_line(shell):
    shell.press(f"{PROGRAM}\r")
    shell.until_prompt()
    shell.press("a = 1")
    shell.see("a = 1")
    shell.press(CTRL_Z)
    shell.see("Stopped")
    shell.press("stty -a | grep -o -- '-\\?icanon'\r")
    shell.see("\ricanon")
    shell.press("fg\r")
    shell.until_prompt()
    assert shell.type("0") == "a = 10"


def test_a_stopped_statement_ends_in_the_background_and_waits(shell):
    shell.press(f"{PROGRAM}\r")
    shell.until_prompt()
    shell.press("for k in 1..20000 { x = tanh(k) }\r")
    shell.child.expect_exact(HAS_A_LINE)
    shell.press(CTRL_Z)
    shell.see("Stopped")
    shell.press("bg; wait; fg\r")
    shell.until_prompt()
    assert shell.type("x").startswith("x = 1")


@pytest.fixture
def shell(start):
    """A shell that controls jobs."""
    terminal = start("--norc", "-i", program="bash", PS1="$ ")
    terminal.see("$ ")
    return terminal
