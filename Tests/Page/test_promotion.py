"""Pictures are written where GitHub shows them, stay as they are, and are checked."""

import re
import subprocess
import xml.dom.minidom

from pages import GRADUS, PLOTS, gradus


def check(folder):
    run = subprocess.run(
        [GRADUS, "notebook", "check", "a.md"], capture_output=True, text=True, cwd=folder)
    return run.returncode, run.stdout


def written(folder, text=PLOTS):
    (folder / "a.md").write_bytes(text.encode())
    gradus("notebook", "run", "a.md", folder=folder)
    return (folder / "a.md").read_bytes().decode()


def test_pictures_stand_below_the_output(tmp_path):
    text = written(tmp_path)
    assert "```\n\n![plot of loss](a-pictures/curve.svg)\n\n```gradus draw=L" in text
    assert re.search(r"\^2\n```\n\n```mermaid\n.*?\nflowchart LR\n.*?\n```\n\n```gradus\n", text, re.S)
    xml.dom.minidom.parse(str(tmp_path / "a-pictures/curve.svg"))
    assert check(tmp_path)[0] == 0


def test_a_second_run_changes_no_byte(tmp_path):
    for text in [PLOTS, PLOTS.replace("\n", "\r\n"), PLOTS.replace("```", "~~~~"), PLOTS.rstrip()]:
        first = written(tmp_path, text)
        files = {path: (path.read_bytes(), path.stat().st_ino) for path in tmp_path.rglob("*.*")}
        out = gradus("notebook", "run", "a.md", folder=tmp_path)
        assert "nothing changed" in out
        assert files == {path: (path.read_bytes(), path.stat().st_ino) for path in tmp_path.rglob("*.*")}
        assert first.count("```mermaid") == 1


def test_a_document_that_ends_with_a_cell_gets_its_picture_below(tmp_path):
    for end in ["```", "```\n", ""]:
        text = written(tmp_path, "```gradus draw=L\ninput x = 2; L = x^2\nL\n" + end)
        assert text.count("```mermaid") == 1 and text.count("```output") == 1
        assert written(tmp_path, text) == text


def test_a_changed_picture_is_found(tmp_path):
    text = written(tmp_path)
    (tmp_path / "a.md").write_text(text.replace("value 25", "value 26"))
    status, diff = check(tmp_path)
    assert status == 1 and "value 26" in diff and "value 25" in diff
    (tmp_path / "a.md").write_text(text.replace("curve.svg", "curved.svg"))
    assert check(tmp_path)[0] == 1
    (tmp_path / "a.md").write_text(text)
    file = tmp_path / "a-pictures/curve.svg"
    file.write_text(file.read_text().replace("300", "301"))
    status, diff = check(tmp_path)
    assert status == 1 and "a-pictures/curve.svg" in diff
    file.unlink()
    assert check(tmp_path)[0] == 1
    assert "1 picture written" in gradus("notebook", "run", "a.md", folder=tmp_path)
    assert check(tmp_path)[0] == 0


def test_where_a_picture_can_no_longer_be_drawn_the_old_one_stays_and_the_check_fails(tmp_path):
    text = written(tmp_path, "```gradus draw=L\ninput x = 2; L = x^2\n```\n\nwords\n")
    assert "```mermaid" in text
    text = written(tmp_path, text.replace("L = x^2", "M = x^2"))
    assert "nothing called 'L'" in text and text.endswith("\n\nwords\n")
    assert "```mermaid" in text and check(tmp_path)[0] == 1


def test_mermaid_keeps_to_what_github_draws(tmp_path):
    block = re.search(r"```mermaid\n(.*?)```", written(tmp_path), re.S)[1]
    node = r'  n\d+(\["[^"]*"\]|\("[^"]*"\)|\(\["[^"]*"\]\))'
    arrow = r'  n\d+ (-\.->|-->\|"[^"]*"\|) n\d+'
    line = re.compile(rf'---|title: "[^"]*"|flowchart LR|{node}|{arrow}|  classDef .*|  class .*')
    assert all(line.fullmatch(text) for text in block.splitlines())


def test_a_plot_goes_to_a_file(tmp_path):
    gradus("run", "-", text='plot tanh, x=-4..4, to="t.svg"\n', folder=tmp_path)
    first = (tmp_path / "t.svg").read_bytes()
    xml.dom.minidom.parseString(first)
    gradus("run", "-", text='plot tanh, x=-4..4, to="t.svg"\n', folder=tmp_path)
    assert (tmp_path / "t.svg").read_bytes() == first
    run = subprocess.run([GRADUS, "run", "-"], input='plot tanh, x=-4..4, to="t.png"\n',
                         capture_output=True, text=True, cwd=tmp_path)
    assert run.returncode == 2 and "ends in .svg" in run.stderr
