"""What was done is kept: through kills at any moment, and by sessions side by side."""

import json
import os
import random
import signal
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from programs import GRADUS

COUNT = 500

DAMAGED = [
    b'{"version":1,"exer', b"\x00\xff\xfe", b"[]", b'{"version":1}', b"[" * 100000,
    b'{"version":1,"exercises":{"a/b":{"points":-1,"maximum":1,"skipped":false}},"lessons":{}}',
    b'{"version":1,"exercises":{},"lessons":{"a":{"reached":1e300}}}']


@pytest.fixture(scope="module")
def lessons(tmp_path_factory):
    """Two lessons of five hundred exercises each."""
    folder = tmp_path_factory.mktemp("lessons")
    for lesson in ["01-one", "02-two"]:
        links = []
        for number in range(COUNT):
            name = f"e{number:03}"
            path = folder / lesson / "exercises" / name
            (path / "wrong").mkdir(parents=True)
            (path / "task.md").write_text(
                "---\ntitle: One\nkind: predict\npoints: 1\nhints: [a, b, c]\n---\nHow much is it?\n")
            (path / "check.grad").write_text("y = 1\n# it\nanswer = y\n")
            (path / "start.grad").write_text("answer = ___\n")
            (path / "solution.grad").write_text("answer = 1.0\n")
            links.append(f"[Exercise: one](exercises/{name}/task.md)\n")
        (folder / lesson / "lesson.md").write_text(
            "---\ntitle: Many\nsummary: Many\nminutes: 1\nteaches: [it]\n---\nMany.\n\n"
            + "\n".join(links))
    return folder


@pytest.fixture
def state():
    """A folder for what is kept, in memory where that is possible: a disk is waited for at every save,
    and those whose saves nobody cuts short lose nothing by having none."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


def session(lessons, name, state, answers=COUNT):
    """A session that goes through a lesson, answer by answer."""
    process = subprocess.Popen(
        [GRADUS, "lesson", name, "--lessons", str(lessons)], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env={**os.environ, "XDG_STATE_HOME": str(state), "HOME": str(state)})
    process.script = "\n" + "answer = 1.0\n\n"*answers
    return process


def kept(state):
    """The exercises that are kept with all their points."""
    file = state / "gradus" / "progress.json"
    if not file.exists():
        return set()
    progress = json.loads(file.read_text())
    assert progress["version"] == 1
    return {name for name, result in progress["exercises"].items() if result["points"] == 1}


def drafts(state):
    return list((state / "gradus").glob(".progress.json.*"))


def kills(lessons, state, count, chance):
    """Kills a session so many times while it saves; checks what each kill leaves."""
    before = set()
    for _ in range(count):
        process = session(lessons, "01", state, answers=60)
        process.stdin.write(process.script)
        process.stdin.flush()
        while "1 of 1" not in process.stdout.readline():
            assert process.poll() is None
        time.sleep(chance.uniform(0, 0.02))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdin.close()
        process.stdout.close()
        after = kept(state)
        assert after >= before
        before = after
    return len(before)


def test_two_hundred_kills_leave_the_old_progress_or_the_new(lessons, tmp_path):
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(
            lambda n: kills(lessons, tmp_path / str(n), 50, random.Random(n)), range(4)))
    assert min(done) >= 50
    for n in range(4):
        state = tmp_path / str(n)
        process = session(lessons, "02", state, answers=1)
        process.communicate(process.script)
        assert drafts(state) == []
        assert "02-two/e000" in kept(state)


def test_two_sessions_of_five_hundred_exercises_lose_none(lessons, state):
    processes = [session(lessons, name, state) for name in ["01", "02"]]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda process: process.communicate(process.script), processes))
    assert len(kept(state)) == 2*COUNT
    assert drafts(state) == []


def test_what_a_killed_session_left_is_cleaned_up_and_nothing_else(lessons, state):
    folder = state / "gradus"
    folder.mkdir()
    (folder / ".progress.json.aB3dE6").write_text('{"vers')
    for name in ["notes.json", ".progress.json.mine-of-old", "progress.json.damaged"]:
        (folder / name).write_text("mine")
    process = session(lessons, "01", state, answers=1)
    process.communicate(process.script)
    assert not (folder / ".progress.json.aB3dE6").exists()
    for name in ["notes.json", ".progress.json.mine-of-old", "progress.json.damaged"]:
        assert (folder / name).read_text() == "mine"


@pytest.mark.parametrize("damage", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_file_is_set_aside_and_said_so(lessons, state, damage):
    folder = state / "gradus"
    folder.mkdir()
    (folder / "progress.json").write_bytes(damage)
    process = session(lessons, "01", state, answers=1)
    said, _ = process.communicate(process.script)
    assert "set aside as" in said
    assert (folder / "progress.json.damaged").read_bytes() == damage
    assert kept(state) == {"01-one/e000"}
