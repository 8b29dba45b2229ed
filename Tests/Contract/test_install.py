"""An installed program finds the course beside itself, wherever it is called."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_an_installed_program_finds_its_lessons(tmp_path):
    prefix = tmp_path / "a prefix"
    subprocess.run(
        ["make", "install", "CONFIGURATION=debug", f"PREFIX={prefix}"], cwd=ROOT, check=True,
        capture_output=True)
    (tmp_path / "elsewhere").mkdir()

    def gradus(*arguments):
        return subprocess.run(
            [prefix / "bin/gradus", *arguments], cwd=tmp_path / "elsewhere", capture_output=True,
            text=True)

    listed = gradus("lesson", "list")
    assert listed.returncode == 0
    assert len(listed.stdout.splitlines()) >= len(list(ROOT.glob("lessons/*/lesson.md")))
    assert "error" not in listed.stderr
    solution = prefix / "share/gradus/lessons/05-mean-squared-error/exercises/01-slope/solution.grad"
    assert gradus("grade", "05/01", str(solution)).returncode == 0
    assert gradus("notebook", "check", *map(str, prefix.glob("share/gradus/lessons/01*/lesson.md"))) \
        .returncode == 0
