"""What 'notebook run' and 'check' do with files: what they write, what they leave, what they say."""

import os
import subprocess
import time

import pytest

from programs import GRADUS

CELL = "```gradus\n1 + 1\n```\n"
RECORDED = CELL + "\n```output\n1 + 1 = 2\n  is 1 + 1\n```\n"
PLOT = "```gradus plot=tanh,x=-1..1\nx = 2\n```\n"


def notebook(folder, *arguments, stdin=None):
    return subprocess.run(
        [GRADUS, "notebook", *arguments], cwd=folder, capture_output=True, text=True, input=stdin)


def test_a_file_that_changes_while_its_cells_run_is_left_alone(tmp_path):
    path = tmp_path / "slow.md"
    path.write_text("```gradus\nparam w = 1\nL = (w - 3)^2\ndraw L, to=\"begun.svg\"\n"
                    "minimize L, optimizer=sgd(lr=1e-6), steps=300000, every=300000\n```\n")
    (tmp_path / "next.md").write_text(CELL)
    run = subprocess.Popen([GRADUS, "notebook", "run", "slow.md", "next.md"], cwd=tmp_path,
                           stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while run.poll() is None and not (tmp_path / "begun.svg").exists():
        time.sleep(0.01)
    assert run.poll() is None
    with path.open("a") as file:
        file.write("\nWritten meanwhile.\n")
    text = path.read_text()
    _, errors = run.communicate()
    assert run.returncode == 73
    assert "gradus: 'slow.md' has changed while its cells ran, and stays as it is: run it again" in errors
    assert path.read_text() == text
    assert (tmp_path / "next.md").read_text() == RECORDED


@pytest.mark.parametrize("program", ["expect 1 == 2", "oh no"])
@pytest.mark.parametrize("attribute", ["", " hidden"])
def test_a_cell_that_fails_is_no_current_document(tmp_path, program, attribute):
    (tmp_path / "a.md").write_text(f"```gradus{attribute}\n{program}\n```\n")
    assert notebook(tmp_path, "run", "a.md").returncode == 0
    check = notebook(tmp_path, "check", "a.md")
    assert check.returncode == 1
    assert check.stdout == "1 file, 1 cell: every output is current; 1 cell fails\n"
    assert check.stderr == "gradus: a.md:1: cell 1 fails; if it should, write ```gradus error\n"


def test_many_files_end_with_one_line_about_all_of_them(tmp_path):
    (tmp_path / "a.md").write_text(CELL)
    (tmp_path / "b.md").write_text(PLOT)
    run = notebook(tmp_path, "run", "a.md", "b.md", "no.md")
    assert run.returncode == 66
    assert run.stdout == ("a.md: 1 cell, 1 output written\nb.md: 1 cell, 1 picture written\n"
                          "2 files, 2 cells: 1 output and 1 picture written; 1 file not read\n")
    assert notebook(tmp_path, "run", "a.md", "b.md").stdout.endswith("2 cells: nothing changed\n")
    assert notebook(tmp_path, "check", "no.md").stdout == "1 file not read\n"


def test_a_picture_that_cannot_be_written_stops_nothing_else(tmp_path):
    (tmp_path / "a.md").write_text(PLOT + CELL)
    (tmp_path / "a-pictures").write_text("")
    (tmp_path / "b.md").write_text(CELL)
    run = notebook(tmp_path, "run", "a.md", "b.md")
    assert run.returncode == 73
    assert "cannot write 'a-pictures/cell-1.svg'" in run.stderr
    assert (tmp_path / "a.md").read_text().endswith(RECORDED)
    assert (tmp_path / "b.md").read_text() == RECORDED


def test_a_picture_of_the_authors_is_not_written_over(tmp_path):
    (tmp_path / "a.md").write_text(PLOT.replace("plot", "label=photo plot"))
    (tmp_path / "a-pictures").mkdir()
    own = tmp_path / "a-pictures/photo.svg"
    own.write_text("<svg>mine</svg>")
    run = notebook(tmp_path, "run", "a.md")
    assert run.returncode == 73
    assert "'a-pictures/photo.svg' is another picture and stays" in run.stderr
    assert own.read_text() == "<svg>mine</svg>"


def test_a_file_that_may_not_be_written_stays(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(CELL)
    path.chmod(0o444)
    run = notebook(tmp_path, "run", "a.md")
    assert (run.returncode, run.stdout) == (73, "")
    assert run.stderr == "gradus: cannot write 'a.md': permission denied\n"
    assert path.read_text() == CELL


def test_nothing_is_written_beside_a_pipe(tmp_path):
    (tmp_path / "a.md").write_text(PLOT)
    notebook(tmp_path, "run", "a.md")
    text = (tmp_path / "a.md").read_text()
    assert notebook(tmp_path, "run", "-", stdin=text).stdout == text
    assert notebook(tmp_path, "check", "-", stdin=text).returncode == 0
    command = f"'{GRADUS}' notebook check <(cat a.md) && '{GRADUS}' notebook run <(cat a.md)"
    shell = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True)
    assert shell.stdout == "1 file, 1 cell: every output is current\n"
    assert shell.returncode == 73 and "it is no file" in shell.stderr


def test_what_stands_where_it_means_nothing_is_told_with_its_line(tmp_path):
    (tmp_path / "a.md").write_text("- ```gradus\n  show 2\n  ```\n\n" + CELL + "\nWords.\n\n```output\n3\n```\n")
    check = notebook(tmp_path, "check", "a.md")
    assert "warning: this cell stands inside of a list, where it does not run" in check.stderr
    assert "--> a.md:1:1" in check.stderr
    assert "warning: this output belongs to no cell, and nobody compares it" in check.stderr
    assert "--> a.md:11:1" in check.stderr


def test_pictures_that_no_cell_makes_are_told_of(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(PLOT)
    notebook(tmp_path, "run", "a.md")
    path.write_text(path.read_text().replace("plot=tanh,x=-1..1", "label=plain"))
    check = notebook(tmp_path, "check", "a.md")
    assert check.returncode == 1 and "1 stale" in check.stdout
    assert "this picture was made here, and is not that of cell 1" in check.stderr
    path.write_text(PLOT.replace("plot", "label=wave plot"))
    run = notebook(tmp_path, "run", "a.md")
    assert run.stderr == "gradus: 'a-pictures/cell-1.svg' is the picture of no cell; delete it\n"
    assert os.path.exists(tmp_path / "a-pictures/cell-1.svg")
    assert notebook(tmp_path, "check", "a.md").returncode == 0


def test_an_output_without_an_end_is_refused(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(CELL + "\n```output\n5\n\nProse.\n\n# Next\n\n" + CELL)
    text = path.read_text()
    run = notebook(tmp_path, "run", "a.md")
    assert run.returncode == 65 and "the end of this output is missing" in run.stderr
    assert path.read_text() == text
