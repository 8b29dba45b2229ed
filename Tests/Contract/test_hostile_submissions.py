"""Whatever is handed in costs nobody but whom it is from, and its grade says what it did."""

import re
import time

import pytest

from classroom import exercise, grade, grades, honest, strange_files, written

# What the grade of each hostile file must say.
NAMED = {
    "endless-loop": "needs more than 50000000 steps",
    "nested-loops": "needs more than 50000000 steps",
    "doubling-functions": "took longer than 1 seconds",
    "doubling-vectors": "needs more than 2000000 nodes",
    "tower-of-gradients": "took longer than 1 seconds",
    "endless-minimizing": "took longer than 1 seconds",
    "endless-training": "took longer than 1 seconds",
    "endless-search": "took longer than 1 seconds",
    "flood-of-pictures": "took longer than 1 seconds",
    "flood-of-failures": "took longer than 1 seconds",
    "huge-matrix": "needs more than 2000000 nodes",
    "huge-data": "needs more than 2000000 nodes",
    "huge-network": "needs more than 2000000 nodes",
    "huge-comprehension": "needs more than 50000000 steps",
    "reads-passwords": "files cannot be read here",
    "reads-the-solution": "files cannot be read here",
    "draws-a-file": "no function called 'my_clip'",
    "plots-a-file": "no function called 'my_clip'",
    "escapes": "is not part of the language",
    "forged-tap": "line 1",
    "forged-junit": "line 1",
    "forged-json": "line 1",
    "forged-words": "expected an operator",
    "not-a-number": "nan",
    "infinite": "inf",
    "covers-the-functions": "abs(norm(my_clip([5, 12], 1)) - 1) is",
    "covers-the-verbs": "my_clip",
    "endless-recursion": "calls itself",
    "mutual-recursion": "'b'",
    "junk": "line 1",
    "nul-bytes": "line 1",
    "sixteen-bits": "this byte is not UTF-8",
    "empty": "no function called 'my_clip'",
    "python": "line 1",
    "covers-the-loss": "there is nothing called 'loss'",
    "rewinds-nothing": "line ",
    "asks-for-the-key": "must be a number",
    "shows-the-key": "there is no 'answer_p = …'",
    "many-answers": "answer_p",
    "another-graph": "answer_p is 0, which is not right",
    "flood-of-errors": " more",
    "covers-grad": "line ",
}
# Numbers and words of the right answers to the slope, which no grade may hold.
KEY = ["5.9375", "2*(p - t)*x", "grad(L, p)"]


def files(name, folder):
    """The hostile files for an exercise, with what their grades must say."""
    found = {file: NAMED.get(file.stem, "") for file in written("hostile", name)}
    return {**found, **strange_files(folder)} if name == "clip" else found


def test_there_are_forty_of_them(tmp_path):
    assert sum(len(files(name, tmp_path / name)) for name in exercises(tmp_path)) >= 40


def exercises(tmp_path):
    """Their names, each with a folder of its own."""
    for name in ["clip", "slope", "train"]:
        (tmp_path / name).mkdir()
        yield name


@pytest.mark.parametrize("name, ordinary", [("clip", 142), ("slope", 20), ("train", 20)])
def test_the_others_get_the_same_grades_and_each_is_named(name, ordinary, tmp_path):
    (tmp_path / "hostile").mkdir()
    (tmp_path / "work").mkdir()
    good = honest(name, tmp_path, ordinary)
    bad = files(name, tmp_path / "hostile")
    assert name != "clip" or len(good) + len(bad) >= 190
    mixed = list(bad)
    step = max(1, len(good)//len(bad))
    for place, file in enumerate(good):
        mixed.insert(place + place//step, file)
    alone = grade(name, good, "--report", "json", cwd=tmp_path / "work")
    began = time.monotonic()
    both = grade(name, mixed, "--report", "json", cwd=tmp_path / "work")
    spent = time.monotonic() - began
    assert alone.returncode == 1 and both.returncode in (1, 66)
    lines = both.stdout.splitlines()
    assert len(lines) == len(mixed)
    assert [line for line, file in zip(lines, mixed) if file in set(good)] == \
        alone.stdout.splitlines()
    # Ten limits of a second, and one for each test of theirs; the machine may be busy.
    assert spent < 100
    for report, file in zip(grades(both), mixed):
        if file in bad:
            said = str(report["messages"]) + str(report["parts"])
            # On a busy machine the time is over before the nodes or steps are.
            limits = ["took longer than 1 seconds"] if "needs more than" in bad[file] else []
            assert any(words in said for words in [bad[file], *limits]), (file, said)
            assert not report["holds"], file
            assert len(str(report)) < 20_000, file
    assert list((tmp_path / "work").iterdir()) == []
    assert max(int(report["points"]) for report in grades(both)) == int(grades(alone)[0]["maximum"])


def test_no_grade_shows_the_key_and_none_is_earned_by_asking(tmp_path):
    done = grade("slope", written("hostile", "slope"), "--report", "json")
    for report in grades(done):
        text = str(report)
        shown = text.replace("must be a number, or numbers with operators: not 'grad(L, w)'", "")
        assert not any(secret in shown for secret in KEY), report
        assert report["points"] == 0, report


def test_covering_a_name_earns_nothing():
    covers = [exercise("clip").parents[1] / "hostile" / name for name in [
        "clip/covers-the-functions.grad", "clip/covers-the-verbs.grad"]]
    assert [report["points"] for report in grades(grade("clip", covers, "--report", "json"))] == [0, 0]
    loss = exercise("clip").parents[1] / "hostile/train/covers-the-loss.grad"
    report, = grades(grade("train", [loss], "--report", "json"))
    assert report["points"] == 0


def test_nothing_that_is_handed_in_acts_on_the_terminal(tmp_path):
    """Of the quick ones, whose report a person reads."""
    slow = ("doubling-f", "tower", "endless-m", "endless-t", "endless-s", "flood-of-p", "flood-of-f")
    hostile = [file for file in files("clip", tmp_path) if not file.name.startswith(slow)]
    done = grade("clip", hostile, "--color", "never")
    for stream in [done.stdout.decode(), done.stderr.decode()]:
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", stream)
        assert not re.search("^ok 1", stream, re.M)
