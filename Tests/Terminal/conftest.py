"""What every test at the terminal begins with."""

import os
import signal

import pytest

from terminal import PROGRAM, start_terminal


def pytest_configure():
    # Whoever runs the tests in the background has Ctrl-C ignored, and a closed terminal with nohup;
    # so would the program.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    if not os.access(PROGRAM, os.X_OK):
        pytest.exit(f"there is no program at {PROGRAM}: 'swift build' makes it", returncode=2)


@pytest.fixture
def folder(tmp_path):
    """A folder of one's own, where the program is started."""
    here = tmp_path / "work"
    here.mkdir()
    return here


@pytest.fixture
def history_file(tmp_path):
    """Where entries are remembered."""
    return tmp_path / "state" / "gradus" / "history"


@pytest.fixture
def start(tmp_path, folder):
    """Starts the program; settings in capitals are its environment."""
    started = []

    def start(*arguments, **choices):
        started.append(start_terminal(tmp_path, folder, *arguments, **choices))
        return started[-1]

    yield start
    for terminal in started:
        terminal.close()


@pytest.fixture
def prompt(start):
    """A session that has greeted and waits for its first statement."""
    terminal = start()
    terminal.until_prompt()
    return terminal


@pytest.fixture
def neuron(prompt):
    """A session with a neuron y = w*x + b at w = -3, x = 2, b = 1."""
    prompt.type_all("input x = 2", "param w = -3", "param b = 1", "y = w*x + b")
    return prompt
