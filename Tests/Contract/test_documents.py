"""The page for authors tells the truth, and what the notebooks and lessons record is current."""

import re
import subprocess
from pathlib import Path

import pytest

from programs import GRADUS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "lessons/README.md").read_text()
EXAMPLES = re.findall(r"<!-- example: (\w+)(, needs claim)? -->\n(.*?)<!-- end -->", PAGE, re.S)
FILES = re.compile(r"^`([\w./-]+)`\n\n```\w+\n(.*?)^```$", re.M | re.S)


def gradus(*arguments):
    return subprocess.run([GRADUS, *arguments], capture_output=True, text=True, cwd=ROOT)


def test_every_document_is_current():
    documents = sorted(map(str, [*ROOT.glob("notebooks-md/*.md"), *ROOT.glob("lessons/*/lesson.md")]))
    assert documents
    run = gradus("notebook", "check", *documents)
    assert run.returncode == 0, run.stdout + run.stderr


def test_there_is_an_example_of_each_kind():
    assert [kind for kind, _, _ in EXAMPLES] == [
        "predict", "derive", "quiz", "write", "repair", "train"]


@pytest.mark.parametrize("kind, needs, text", EXAMPLES, ids=[example[0] for example in EXAMPLES])
def test_an_example_is_an_exercise_as_it_should_be(kind, needs, text, tmp_path):
    if needs and gradus("reference", "claim").returncode != 0:
        pytest.skip("there is no 'claim' yet")
    lesson = tmp_path / "07-example"
    folder = lesson / "exercises/01-example"
    files = FILES.findall(text)
    assert f"kind: {kind}\n" in dict(files)["task.md"]
    for name, content in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)
    (lesson / "lesson.md").write_text(
        "---\ntitle: T\nsummary: S\nminutes: 1\nteaches: [x]\n---\n\n[E](exercises/01-example/task.md)\n")
    run = gradus("lesson", "check", str(lesson))
    assert run.returncode == 0, run.stdout + run.stderr
