"""':save notes.md' makes a notebook of a session, and the notebook checks."""

import re
import subprocess

from terminal import PROGRAM


def notebook(prompt, folder, name="notes.md"):
    """Saves the session; gives the notebook, which must be current."""
    assert f" to {name}" in prompt.type(f":save {name}")
    check = subprocess.run(
        [PROGRAM, "notebook", "check", name], cwd=folder, capture_output=True, text=True)
    assert check.returncode == 0 and check.stderr == "", check.stdout + check.stderr
    return (folder / name).read_text()


def test_a_session_becomes_cells_with_what_they_show(neuron, folder):
    neuron.type_all("backward y", "z = y^2", "show z", "show w", "claim dz/dw = 2*y*x")
    text = notebook(neuron, folder, "my-notes.md")
    assert text.startswith("# My notes\n\n*What was the question? Write it here.*\n\n```gradus\n")
    assert text.count("```gradus\n") == 3
    assert "input x = 2\nparam w = -3\nparam b = 1\ny = w*x + b\nbackward y\n```\n\n```output\n" in text
    assert "z = y^2\nshow z\nshow w\n```\n\n```output\nz = 25" in text
    assert "✓ right" in text


def test_what_went_wrong_is_left_out_or_marked(prompt, folder):
    prompt.type_all("a = 1", "b = wrong", "d = a + 1", ":undo", "expect a == 2")
    text = notebook(prompt, folder)
    assert "wrong" not in text and "d = " not in text
    assert "```gradus error\na = 1\nexpect a == 2\n```\n" in text


def test_comments_stay_where_they_were_typed(prompt, folder):
    prompt.type_all("# héllo", "param w = 3 # why", "show w", "# before", "z = w^2; show z", "# the end")
    text = notebook(prompt, folder)
    assert "```gradus\n# héllo\nparam w = 3 # why\nshow w\n```\n" in text
    assert "```gradus\n# before\nz = w^2\nshow z\n```\n" in text
    assert "```gradus\n# the end\n```\n" in text
    prompt.type(":save notes.grad")
    assert (folder / "notes.grad").read_text() == (
        "# héllo\nparam w = 3 # why\nshow w\n# before\nz = w^2\nshow z\n# the end\n")


def test_says_how_much_came_to_an_error(prompt, folder):
    prompt.type_all("a = 1", "b = wrong", "oh no", "a")
    assert prompt.type(":save n.md") == (
        "saved 1 cell to n.md; 2 entries came to an error and are left out")
    prompt.type(":reset")
    prompt.type("a = 1")
    assert prompt.type(":save m.md") == "saved 1 cell to m.md"


def test_what_is_asked_step_by_step_is_printed(neuron, folder):
    neuron.press("step y\r")
    neuron.until_prompt()
    neuron.type_all("q", "quiz y, k=1", "q")
    text = notebook(neuron, folder)
    assert "step y\n```\n\n```output\n" in text


def test_files_are_found_from_the_folder_of_the_notebook(prompt, folder):
    (folder / "data").mkdir()
    (folder / "notes").mkdir()
    (folder / "data" / "rows.csv").write_text("x,y\n1,2\n2,4\n3,6\n")
    (folder / "data" / "load.grad").write_text('data again = csv("rows.csv")\n')
    prompt.type_all('data rows = csv("data/rows.csv")', ":load data/load.grad", "show rows.x, again.y")
    text = notebook(prompt, folder, "notes/n.md")
    assert 'csv("../data/rows.csv")' in text and text.count("../data/rows.csv") == 2
    assert notebook(prompt, folder, "n.md").count('csv("data/rows.csv")') == 2
    prompt.type_all(":save notes/n.grad", ":reset", ":load notes/n.grad")
    assert prompt.type("rows.x").startswith("rows.x = ")


def test_a_training_that_was_stopped_is_no_cell(neuron, folder):
    neuron.type("L = (y - 3)^2")
    neuron.press("minimize L, optimizer=sgd(lr=1e-9), steps=1000000000, every=1000000000\r")
    neuron.wait_until_busy()
    neuron.stop()
    neuron.type("w")
    text = notebook(neuron, folder)
    assert re.search("Stopped with Ctrl-C after [0-9]+ steps, so no cell", text)
    assert "```text\nminimize L" in text
    assert "w = −3" in text


def test_a_saved_notebook_is_not_written_over_once_it_has_other_words(neuron, folder):
    notebook(neuron, folder)
    neuron.type("backward y")
    assert "backward y" in notebook(neuron, folder)
    path = folder / "notes.md"
    path.write_text(path.read_text() + "\nMy own words.\n")
    assert "leaves it as it is" in neuron.type(":save notes.md")
    assert path.read_text().endswith("My own words.\n")


def test_running_the_cells_can_be_stopped(prompt, folder):
    prompt.type_all("param w = 1", "L = (w - 3)^2")
    prompt.type("minimize L, optimizer=sgd(lr=1e-6), steps=200000, every=200000")
    prompt.press(":save notes.md\r")
    prompt.wait_until_busy()
    shown, _ = prompt.stop()
    assert "nothing is written" in shown
    assert not (folder / "notes.md").exists()
    assert prompt.type("1").startswith("1 = 1")


def test_backticks_in_a_statement_do_not_end_its_cell(prompt, folder):
    (folder / "rows```.csv").write_text("x,y\n1,2\n")
    prompt.type_all('data rows = csv("rows```.csv")', "show rows.x")
    assert "````gradus\n" in notebook(prompt, folder)
