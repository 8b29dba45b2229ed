"""There is always a way out."""

import signal

import pexpect
import pytest

from terminal import CTRL_D


@pytest.mark.parametrize("keys", [CTRL_D, ":quit\r", ":q\r", "quit\r", "exit\r", "q\r"])
def test_the_session_can_be_left(prompt, keys):
    prompt.type("a = 1")
    assert prompt.leave(keys)[1] == 0


def test_ctrl_d_within_a_line_does_not_leave(prompt):
    assert prompt.type("a = 1" + CTRL_D) == "a = 1"


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
