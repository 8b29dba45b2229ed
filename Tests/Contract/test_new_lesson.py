"""A lesson that is begun says what is still to be filled in, and passes once that is done."""

import re
import subprocess

from programs import GRADUS

MARK = "FILL IN"


def gradus(*arguments, cwd):
    return subprocess.run([GRADUS, *arguments], capture_output=True, text=True, cwd=cwd)


def test_what_is_to_be_filled_in_is_listed_and_then_all_is_well(tmp_path):
    done = gradus("lesson", "new", "weight-decay", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "lessons" / "01-weight-decay"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    assert done.stdout.splitlines()[-1] == \
        "'gradus lesson check lessons/01-weight-decay' says what is to be filled in"
    assert sorted(done.stdout.splitlines()[:-1]) == [str(path.relative_to(tmp_path)) for path in files]

    check = gradus("lesson", "check", "lessons/01-weight-decay", cwd=tmp_path)
    assert check.returncode == 65
    expected = [
        f"{path.relative_to(tmp_path)}:{number}:1" for path in files
        for number, line in enumerate(path.read_text().splitlines(), 1) if MARK in line]
    assert sorted(re.findall(r"--> (\S+)", check.stderr)) == sorted(expected)
    assert check.stderr.count("still to be filled in") == len(expected) > 10

    for path in files:
        path.write_text(re.sub(f"{MARK} ", "Here is ", path.read_text()))
    check = gradus("lesson", "check", "lessons/01-weight-decay", cwd=tmp_path)
    assert (check.returncode, check.stderr) == (0, "")
    assert check.stdout == "1 lesson, 1 exercise, 1 cell: all is well\n"
    assert "Here is the title" in gradus("lesson", "list", cwd=tmp_path).stdout


def test_the_next_number_is_taken_and_nothing_is_written_over(tmp_path):
    for name, made in [("first", "01-first"), ("second", "02-second"), ("09-ninth", "09-ninth"),
                       ("tenth", "10-tenth")]:
        assert gradus("lesson", "new", name, "--lessons", "mine", cwd=tmp_path).returncode == 0
        assert (tmp_path / "mine" / made / "lesson.md").exists()
    (tmp_path / "mine/01-first/lesson.md").write_text("mine")
    for name in ["01-other", "01-first", "../out", "a/b", "", "Über", "x" * 200, "\x1b[2J", "-"]:
        done = gradus("lesson", "new", "--lessons", "mine", "--", name, cwd=tmp_path)
        assert done.returncode == 64, name
        assert "\x1b" not in done.stderr
    assert (tmp_path / "mine/01-first/lesson.md").read_text() == "mine"
    assert len(list((tmp_path / "mine").iterdir())) == 4


def test_a_lesson_is_begun_once(tmp_path):
    assert gradus("lesson", "new", "weight-decay", cwd=tmp_path).returncode == 0
    for name in ["weight-decay", "07-weight-decay", "01-weight-decay"]:
        done = gradus("lesson", "new", name, cwd=tmp_path)
        assert done.returncode == 64
        assert "there is such a lesson already: 'lessons/01-weight-decay'" in done.stderr
    assert [path.name for path in (tmp_path / "lessons").iterdir()] == ["01-weight-decay"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "lessons").write_text("a file")
    done = gradus("lesson", "new", "first", cwd=tmp_path)
    assert done.returncode == 73
    assert "cannot write in 'lessons/01-first'" in done.stderr


def test_what_cannot_be_read_of_its_facts_is_told_once(tmp_path):
    gradus("lesson", "new", "first", cwd=tmp_path)
    path = tmp_path / "lessons/01-first/lesson.md"
    path.write_text(re.sub("^title: .*", "title: a: b", path.read_text(), flags=re.M))
    check = gradus("lesson", "check", "lessons/01-first", cwd=tmp_path)
    assert check.returncode == 65
    assert "a value with a colon before a space needs quotes" in check.stderr
    assert "missing" not in check.stderr
