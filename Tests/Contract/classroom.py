"""A class of the tests' own: three exercises, and what hostile people hand in for them."""

import json
import os
import subprocess
from pathlib import Path

from programs import GRADUS

HERE = Path(__file__).resolve().parent / "classroom"
EXERCISES = {"clip": "01-clip", "slope": "02-slope", "train": "03-train"}


def exercise(name):
    return HERE / "exercises" / EXERCISES[name]


def grade(name, files, *options, cwd=None, timeout=120):
    """Grades files for an exercise; standard output is bytes, as they are."""
    return subprocess.run(
        [GRADUS, "grade", str(exercise(name)), *map(str, files), *options],
        capture_output=True, cwd=cwd, timeout=timeout)


def grades(done):
    """The grades of a run with `--report json`, in order."""
    return [json.loads(line) for line in done.stdout.splitlines()]


def written(folder, name):
    """What is there to be graded for an exercise in the folder of hostile files."""
    return sorted((HERE / folder / name).glob("*.grad"))


def honest(name, folder, count):
    """So many files of people who mean well: right answers, usual mistakes, and blanks."""
    source = exercise(name)
    kinds = [source / "solution.grad", source / "start.grad", *sorted((source / "wrong").iterdir())]
    files = []
    for number in range(count):
        file = folder / f"learner-{number:03}.grad"
        file.write_text(kinds[number % len(kinds)].read_text() + f"# learner {number}\n")
        files.append(file)
    return files


def strange_files(folder):
    """Hostile files that no repository keeps: each with the words that its grade must say."""
    made = {}

    def add(name, words, content):
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        made[folder / name] = words

    add("long-line.grad", "larger than 64 KiB", b"x = " + b"7"*(64 << 20))
    add("deep-parentheses.grad", "nested more than 200 deep", "my_clip(g, c) = " + "("*20000)
    add("deep-brackets.grad", "nested more than 200 deep", "x = " + "["*30000 + "1" + "]"*30000)
    add("deep-signs.grad", "nested more than 200 deep", "x = " + "-"*60000 + "1")
    add("long-name.grad", "there is nothing called", "x = " + "a"*60000)
    add("accents.grad", "no function called", "x" + "\u0301"*30000 + " = 1")
    add("breaks.grad", "no function called", "\n;\r"*20000)
    add("strings.grad", "operator", '"'*60000)
    add("\x1b[2J\x1b[31mred.grad", "a long gradient", "my_clip(g, c) = c")
    add("x.grad\nok 1 - a long gradient", "a long gradient", "my_clip(g, c) = c")
    add('<b a="1">&\'.grad', "a long gradient", "my_clip(g, c) = c")
    add("all # SKIP \\# TODO.grad", "a long gradient", "my_clip(g, c) = c")
    os.symlink(exercise("clip") / "solution.grad", folder / "link-to-the-solution.grad")
    made[folder / "link-to-the-solution.grad"] = "is a link"
    os.symlink("round.grad", folder / "round.grad")
    made[folder / "round.grad"] = "is a link"
    os.mkfifo(folder / "pipe.grad")
    made[folder / "pipe.grad"] = "is not a file"
    (folder / "folder.grad").mkdir()
    made[folder / "folder.grad"] = "is a folder"
    made[folder / "nowhere.grad"] = "there is no file"
    return made
