"""Bad input of a training gets one message with its place and a remedy, and changes nothing."""

import json
import subprocess

import pytest

from programs import GRADUS, numbers, run

START = """\
data d = [0 0 -> 0; 0 1 -> 1; 1 1 -> 0]
data c = [0 0 -> "a"; 1 1 -> "b"; 0 1 -> "c"]
net n = 2 -> dense(2, tanh, w=[[0.5, -0.3], [0.2, 0.1]], b=[0, 0]) -> dense(1, w=[0.7, 0.4], b=[0])
net two = 2 -> dense(2, w=[[1, 0], [0, 1]], b=[0, 0])
"""

# What is wrong, its id, the text it is about, and words of the message.
WRONG = [
    ("data e = [0 0 -> 0; 0 1 2 -> 1]", "ragged-data", "0 1 2 -> 1", "3 inputs"),
    ("data e = [0 0 -> 0; 0 \"a\" -> 1]", "text-as-input", '0 "a" -> 1', "number"),
    ("data e = [0 -> \"a\"; 1 -> 2]", "mixed-targets", "1 -> 2", "text"),
    ("data e = [[1, 2], [3, 4]] -> [1, 2, 3]", "shape-mismatch", "[1, 2, 3]", "2 rows"),
    ("data e = csv(\"nope.csv\")", None, '"nope.csv"', "nope.csv"),
    ("train n, d", "missing-setting", "train", "loss"),
    ("train n, d, loss=msee", "unknown-word", "msee", "did you mean 'mse'"),
    ("train n, d, loss=mse, optimizer=adamm", "unknown-word", "adamm", "did you mean 'adamw'"),
    ("train n, d, loss=mse, optimizer=adam(lrr=1)", "unknown-setting", "lrr", "did you mean 'lr'"),
    ("train n, d, loss=mse, epoch=5", "unknown-setting", "epoch", "did you mean 'epochs'"),
    ("train n, d, loss=mse, epochs=0", None, "0", "at least 1"),
    ("train n, d, loss=mse, batch=0", None, "0", "at least 1"),
    ("train n, d, loss=mse, batch=-2", None, "-2", "at least 1"),
    ("train n, d, loss=mse, batch=nan", None, "nan", "at least 1"),
    ("train n, d, loss=mse, every=0", None, "0", "at least 1"),
    ("train n, d, loss=mse, optimizer=sgd(-1)", None, "-1", "at least 0"),
    ("train n, d, loss=mse, optimizer=sgd(lr=mse)", None, "mse", "takes 2 to 3 values"),
    ("train n, d, loss=mse, clip=norm", "missing-setting", "norm", "needs 'c'"),
    ("train n, d, loss=mse, clip=nrm(1)", "unknown-word", "nrm(1)", "did you mean 'norm'"),
    ("train n, d, loss=mse, stop=late(3)", "unknown-word", "late(3)", "early"),
    ("train n, d, loss=mse, order=[[1, 2, 4]]", None, "[[1, 2, 4]]", "there is no element 4"),
    ("train n, d, loss=mse, order=[[1, 2]], epochs=2", None, "[[1, 2]]", "2 epochs"),
    ("train n, c, loss=mse", "classes-as-values", "c", "cross_entropy"),
    ("data u = [0 0; 1 1]\ntrain n, u, loss=mse", "no-targets", "u", "no targets"),
    ("data u = [0 0 0 -> 1]\ntrain n, u, loss=mse", "shape-mismatch", "u", "takes 2 inputs"),
    ("net m = 3 -> dense(1)\ntrain m, d, loss=mse", "shape-mismatch", "d", "takes 3 inputs"),
    ("train two, d, loss=mse", "shape-mismatch", "train two, d, loss=mse", "mse"),
    ("train two, c, loss=cross_entropy", "no-such-class", "c", "from 1 to 2"),
    ("train two, d, loss=cross_entropy", "no-such-class", "d", "not 0"),
    ("train n, 5, loss=mse", "not-data", "5", "data set"),
    ("train 5, d, loss=mse", "not-trainable", "5", "network"),
    ("f(x) = x[1]\ntrain f, d, loss=mse", "nothing-to-train", "train f, d, loss=mse", "param"),
    ("train n, d, loss=mse, freeze=[n]", "nothing-to-train", "train n, d, loss=mse, freeze=[n]", "param"),
    ("minimize 5", "nothing-to-train", "5", "param"),
    ("show n([1, 2, 3])", "shape-mismatch", "n([1, 2, 3])", "takes 2 inputs"),
    ("net m = 2 -> dens(3)", None, "dens", "did you mean 'dense'"),
    ("net m = 2 -> residual(dense(3))", None, "residual(dense(3))", "2 into 3"),
    ("net m = 2 -> repeat(1e9, dense(2))", "limit-steps", "repeat(1e9, dense(2))", "steps"),
    ("net m = 2 -> repeat(1e9, tanh)", "limit-steps", "repeat(1e9, tanh)", "steps"),
    ("net m = 2 -> dense(1e9)", "limit-nodes", "dense(1e9)", "nodes"),
]


def underlined(program, diagnostic):
    """The text a message is about."""
    line = program.splitlines()[diagnostic["line"] - 1]
    return line[diagnostic["column"] - 1:diagnostic["end_column"] - 1]


@pytest.mark.parametrize("statement, id, text, words", WRONG, ids=[case[0] for case in WRONG])
def test_one_message_with_its_place(statement, id, text, words):
    program = START + statement + "\n"
    answer = run(program, status=2)
    diagnostic, = answer.of("diagnostic")
    assert diagnostic["severity"] == "error"
    assert id is None or diagnostic["id"] == id
    assert underlined(program, diagnostic) == text
    assert words in diagnostic["message"] + " ".join(diagnostic["notes"])


def test_a_step_too_long_is_named_and_the_parameters_before_are_kept():
    program = START + "train n, d, loss=mse, optimizer=sgd(1e200), epochs=5, updates=true\n"
    answer = run(program, status=2)
    diagnostic, = answer.of("diagnostic")
    assert diagnostic["id"] == "training-non-finite"
    assert "after step 1, row" in diagnostic["message"]
    assert "inf" in diagnostic["message"]
    assert [update["step"] for update in answer.of("update")] == [1]


def test_a_parameter_that_would_become_infinite_is_named():
    diagnostic, = run(
        "data d = [1e10 -> 1]\nparam w = 3\nf(x) = w*x\ntrain f, d, loss=mae, optimizer=sgd(1e308)\n",
        status=2).of("diagnostic")
    assert diagnostic["id"] == "training-non-finite"
    assert diagnostic["message"] == "'w' would become -inf in epoch 1, step 1"


@pytest.mark.parametrize("data", ["[[1], [nan]] -> [1, 2]", "[[1], [2]] -> [1, nan]", "[[1], [inf]] -> [1, 2]"])
def test_data_that_are_no_numbers_are_named_by_their_row(data):
    diagnostic, = run(
        f"data d = {data}\nparam w = 3\nf(x) = w*x\ntrain f, d, loss=mse, epochs=3\n",
        status=2).of("diagnostic")
    assert diagnostic["id"] == "training-non-finite"
    assert "before the first step, row 2" in diagnostic["message"]


FILES = {
    "empty": ("", "empty"),
    "header only": ("a,b,c\n", "row"),
    "ragged": ("a,b\n1,2\n3\n", "row"),
    "a word among numbers": ("a,b\n1,2\nx,4\n", "x"),
    "not a number": ("a,b\n1,2\nnan,4\n", "nan"),
    "infinite": ("a,b\n1,2\ninf,4\n", "inf"),
    "too large": ("a,b\n1,2\n1e999,4\n", "1e999"),
    "an open quote": ('a,b\n1,"2\n', "quote"),
    "no text": (b"\xff\xfe\x00", None),
    "a huge line": ("a,b\n1," + "7"*(64 << 20) + "\n", None),
}


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file(name, tmp_path):
    content, words = FILES[name]
    content = content if isinstance(content, bytes) else content.encode()
    (tmp_path / "bad.csv").write_bytes(content)
    program = tmp_path / "p.grad"
    program.write_text('x = 1\nd = csv("bad.csv")\nshow d.x\n')
    done = subprocess.run(
        [GRADUS, "run", str(program), "--json"], capture_output=True, text=True, timeout=60)
    diagnostic, = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2, done.stderr
    assert (diagnostic["type"], diagnostic["severity"]) == ("diagnostic", "error")
    assert diagnostic["line"] == 2 and "bad.csv" in diagnostic["message"]
    assert len(diagnostic["message"]) < 300
    assert words is None or words in diagnostic["message"] + " ".join(diagnostic["notes"])


def test_a_huge_class_number_is_no_list_of_classes(tmp_path):
    """A target is counted among the distinct values of its file, however large it is."""
    (tmp_path / "d.csv").write_text("a,b\n1,1000000000000\n2,3\n")
    answer = run(
        f'd = csv("{tmp_path}/d.csv")\nnet n = 1 -> dense(2, w=[0, 0], b=[0, 0])\n'
        "train n, d, loss=cross_entropy, optimizer=sgd(0)\n"
        "data e = [1 -> 1000000000000]\n")
    assert len(answer.of("epoch")) == 1
    run("net n = 1 -> dense(2)\ndata e = [1 -> 1000000000000]\n"
        "train n, e, loss=cross_entropy\n", status=2)
