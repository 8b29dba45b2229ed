"""Who does not do what an exercise asks for does not get its points, and is told why."""

import json
import subprocess
from pathlib import Path

import pytest

from programs import GRADUS

LESSONS = Path(__file__).resolve().parents[2] / "lessons"
FIT = "train f, line, loss=mse, optimizer=sgd(lr=0.02), epochs=1\n"
ROUNDS = "train f, spots, loss=mse, batch=1, epochs=3, optimizer=sgd(lr=0.1)\n"
VALLEY = "minimize B, optimizer=newton, steps=10\n"
DIPS = "minimize M, optimizer=anneal(scale=1, seed=1), steps=10\n"
WINNER = """search fit, known, loss=mse, optimizer=adam(lr=0.02), epochs=10, l1=choose(0, 0.05)
"""
VEE = """net mlp = 1 -> dense(2, relu{}) -> dense(1{})
train mlp, vee, loss=mse, optimizer=sgd(lr=0.0001), epochs=1
"""
SOLVED = VEE.format(", w=[[1], [-1]], b=[0, 0]", ", w=[[1, 1]], b=[0]")
NET = "net mlp = 5 -> dense(20, tanh) -> dense(1)\n"
UNSEEN = NET + "train mlp, known, loss=mse, optimizer=adam(lr=0.01), epochs=5\n"
INCOMES = """net mlp = 2 -> batchnorm() -> dense(8, tanh) -> dense(1)
train mlp, raw, loss={}, optimizer=sgd(lr=0.2), batch=16, epochs=60
"""
GATE = """param w1 = 2; param w2 = 2; param b = -3
gate(x1, x2) = tanh(w1*x1 + w2*x2 + b)
"""
BY_GRAD = "d_v = grad(L, v); d_u = grad(L, u)\nd_w = 10\n"

# What is handed in for an exercise, and what its grade must say.
CHEATS = {
    "other rows": ("07/05", "data vee = [0 -> 0]\n", "line 1: 'vee' is given here"),
    "other rows by another name": (
        "09/05", "data mine = [0 -> -2; 1 -> 1]\n" + FIT.replace("line", "mine"),
        "line 2: this trains on other rows than those of 'line'"),
    "more rows first": (
        "09/05", "data mine = line\n" + FIT.replace("line", "line[1..2]") + FIT,
        "line 2: this trains on other rows than those of 'line'"),
    "the rows it must not see": (
        "15/05", UNSEEN.replace("known", "noisy"), "line 2: this trains on other rows"),
    "no training at all": ("07/05", "mlp(x) = abs(x)\n", "nothing is trained here"),
    "a function for a network": (
        "07/05", VEE.format("", "") + "mlp(x) = abs(x)\n",
        "line 2: 'mlp' has another meaning now than what was trained here"),
    "another network is trained": (
        "07/05", VEE.format("", "").replace("mlp", "other") + "mlp(x) = abs(x)\n",
        "line 2: 'mlp' has another meaning now than what was trained here"),
    "weights written down": ("07/05", SOLVED, "the same weights for every seed"),
    "weights set before": (
        "07/05", VEE.format("", "").replace("\n", "\nset mlp.w1 = [[1], [-1]]\n", 1),
        "line 2: this sets 'mlp.w1"),
    "weights set behind": (
        "07/05", VEE.format("", "") + "set [mlp.w1, mlp.b1, mlp.w2, mlp.b2] = "
        "[[[1], [-1]], [0, 0], [[1, 1]], 0]\n", "line 3: this sets 'mlp."),
    "parameters set behind": (
        "09/05", FIT + "set [a, c] = [3, -2]\n", "line 2: this sets 'a"),
    "parameters set before": (
        "10/05", "set [a, c] = [2, 1]\n" + ROUNDS, "line 1: this sets 'a"),
    "another start": ("09/05", "param a = 3; param c = -2\n" + FIT, "line 1: 'a' is given here"),
    "another model": ("09/05", "f(x) = 3*x - 2\n" + FIT, "line 1: 'f' is given here"),
    "a loss that is nothing": (
        "10/05", "mine(p, t) = 0*(p - t)\n" + ROUNDS.replace("mse", "mine"),
        "line 2: this trains with another loss than 'mse'"),
    "a loss that is called the same": (
        "16/05", "mse(p, t) = 0*(p - t)\n" + INCOMES.format("mse"),
        "line 3: this trains with another loss than 'mse'"),
    "a loss of large steps": (
        "09/05", "mine(p, t) = 20*(p - t)^2\n" + FIT.replace("mse", "mine"),
        "line 2: this trains with another loss than 'mse'"),
    "a long training by another name": (
        "09/05", FIT.replace("epochs=1", "epochs=9") + FIT.replace("=1\n", "=900, name=more\n"),
        "line 2: this training, the last, is called 'more'"),
    "another rate at first": (
        "09/05", FIT.replace("0.02), epochs=1", "0.2), epochs=9") + FIT,
        "the rate, in each of the epochs"),
    "another rate that is not told": (
        "09/05", FIT.replace("0.02), epochs=1", "step_decay(0.2, every=9, factor=0.1)), epochs=10,"
                             " every=10"), "the rate, in each of the epochs"),
    "weights that are frozen": (
        "07/05", SOLVED.replace("epochs=1", "epochs=1, freeze=[mlp.w1, mlp.w2]"),
        "the same weights for every seed"),
    "an optimizer that knows the bottom": (
        "17/05", "jump(w, g) = 1 + 0*g\nminimize B, optimizer=jump, steps=1\n",
        "line 2: this makes its steps with 'jump'"),
    "a range that is the bottom": (
        "17/05", "minimize B, optimizer=sgd(lr=0.001), clip_weights=range(1, 1), steps=1\n",
        "line 1: this moves the parameters with 'clip_weights'"),
    "steps over all rows": (
        "10/05", "train f, spots, loss=mse, optimizer=adam(lr=0.3), epochs=180\n",
        "three rounds, one row at a time"),
    "a table of costs": (
        "05/03", "cost(p, t) = where(p == t, 0, where(p == 5, 2 + 2*(p - 5), 8))\n", "cost("),
    "a run that is none": ("09/05", FIT + "run = 5\n", "line 1: 'run' no longer stands for"),
    "a bottom written down": ("17/05", VALLEY + "set r = [1, 1]\n", "line 2: this sets 'r"),
    "another valley": ("17/05", "B = 0*r[1]\n" + VALLEY, "line 1: 'B' is given here"),
    "a loss beside it": (
        "17/05", "C = (r[1] - 1)^2 + (r[2] - 1)^2\nminimize C, optimizer=newton, steps=9\n",
        "line 2: this trains something else than 'B'"),
    "a dip written down": ("20/05", DIPS + "set p = [0, 0]\n", "line 2: this sets 'p"),
    "a winner that was not searched": ("20/03", "best(f) = sin(f[1])\n", "nothing is trained here"),
    "a winner behind the search": (
        "20/03", WINNER + "best(f) = sin(f[1])\n",
        "line 1: 'best' has another meaning now than what was trained here"),
    "a search among other rows": (
        "20/03", WINNER.replace("known", "noisy"), "line 1: this trains on other rows"),
    "a step written down": (
        "04/03", "set [w, b] = [0.0702871624, -0.2148564188]\n", "from another start"),
    "weights of a step written down": (
        "08/03", "set [w, v] = [3, 5]\n", "from another start"),
    "an epoch written down": ("09/04", "set w = 2.176\n", "from another start"),
    "an epoch of other rows": (
        "09/04", "T = [3, 3, 3]\n", "line 1: 'T' is given here"),
    "a gate written down": ("04/05", GATE, "loss_of_or is"),
    "a loss that is only stated": (
        "04/05", "loss_of_and = 0; bend = 0; loss_of_or = 0\n", "there is no function called 'gate'"),
    "a table for a gate": (
        "04/05", "gate(a, b) = t[1 + 2*a + b]\n", "between the inputs it is one neuron, too"),
    "grad by hand": (
        "02/05", BY_GRAD + "d_x = 2*d_u\n", "line 1 uses 'grad'"),
    "grad by another name": (
        "02/05", "k = grad\nd_w = 10; d_v = k(L, v); d_u = k(L, u)\nd_x = 2*d_u\n",
        "line 1 uses 'grad'"),
    "grad in a function": (
        "03/03", "slope(a, b) = {\n  grad(a, b)\n}\ng = slope(L, w)\n", "line 2 uses 'grad'"),
    "grad as a member": ("03/03", "backward L\ng = w.grad\n", "line 2 uses 'grad'"),
    "grad of a leaf": ("03/03", "param s = 1\nset s = grad(L, w)\ng = s\n", "line 2 uses 'grad'"),
    "grad in a loop": (
        "03/03", "g = 0\nfor k in 1..1 {\n  g = g + grad(L, w)\n}\n", "line 3 uses 'grad'"),
    "the relu by grad": (
        "19/04", "slope_v = (o - t)*h\nslope_h = grad(L, h)\nslope_z = grad(L, z)\n",
        "line 3 uses 'grad'"),
    "all slopes by grad": (
        "19/05", "slope_y = grad(L, y); slope_V = grad(L, V); slope_h = grad(L, h)\n"
        "slope_W = grad(L, W); slope_b = grad(L, b)\n", "line 2 uses 'grad'"),
    "slopes written down": (
        "19/05", "slope_y = [-0.16733392843, 0.41200688487]\n", "slope_y is"),
    "the clip of the library": (
        "13/02", "my_clip(g, c) = clip_norm(g, c)\n", "line 1 uses 'clip_norm'"),
    "the clip by another name": (
        "13/02", "k = clip_norm\nmy_clip(g, c) = k(g, c)\n", "line 1 uses 'clip_norm'"),
    "the schedules of the library": (
        "10/04", "both = then(warmup(0.2, steps=10), 10, polynomial(0.2, steps=40))\n"
        "rate(t) = both(t)\n", "line 1 uses 'then'"),
    "a table of decisions": (
        "20/04", "accepted(rise, T, u) = where(rise <= 0, 1, where(u == 0.6, 1, u == 0.9))\n",
        "is ["),
    "the loss of the library": (
        "05/03", "cost(p, t) = half_mse(p, t)\n", "line 1 uses 'half_mse'"),
}

# What does as it is asked in another way than the solution; nothing may be lost.
HONEST = {
    "the rows are repeated": (
        "07/05", "data vee = [-2 -> 2; -1->1; 0 -> 0; 1 -> 1; 2 -> 2]\n"
        "net mlp = 1 -> dense(16, tanh) -> dense(1)\n"
        "train mlp, vee, loss=mse, optimizer=adam(lr=0.05), epochs=300\n"),
    "another loss, and in pieces": (
        "07/05", "net mlp = 1 -> dense(16, tanh) -> dense(1)\n"
        "train mlp, vee, loss=huber, optimizer=adam(lr=0.05), epochs=200\n"
        "train mlp, vee, loss=mse, optimizer=adam(lr=0.01), epochs=100\n"),
    "begun again": (
        "10/05", "set a = 7\nparam a = 0; param c = 0\n"
        "train f, spots, loss=mse, batch=1, shuffle=true, epochs=3,\n"
        "  optimizer=sgd(lr=exponential(0.12, factor=0.975))\n"),
    "another batch": (
        "09/05", "train f, line, loss=mse, optimizer=sgd(lr=0.02), epochs=10, batch=1,"
        " shuffle=true\n"),
    "another method": ("17/05", "minimize B, optimizer=lbfgs, steps=30\n"),
    "step by step": (
        "04/03", "slopes = grad(L, [w, b])\nset [w, b] = [w - slopes[1]/2, b - slopes[2]/2]\n"),
    "new values first": (
        "08/03", "a = w - 2*grad(E, w); z = v - 2*grad(E, v)\nset [w, v] = [a, z]\n"),
    "a function for the loss of a row": (
        "09/04", "cost(k) = (w*X[k] - T[k])^2\n"
        "for row in 1..3 { set w = w - 0.1*grad(cost(row), w) }\n"),
    "a rate of its own": (
        "04/05", GATE.replace("= 2", "= normal(0, 1)").replace("-3", "0")
        + "L = 0\nfor i, j, y in [[0, 0, t[1]], [0, 1, t[2]], [1, 0, t[3]], [1, 1, t[4]]]"
        " { L = L + (gate(i, j) - y)^2 }\n"
        "for k in 1..150 { set [w1, w2, b] = [w1, w2, b] - 0.2*grad(L, [w1, w2, b]) }\n"),
    "by hand, after a look": (
        "02/05", "show grad(L, x)\ncheck L\nset x = 5\nd_w = grad(L, w)\nd_w = 10\n"
        "d_v = -10/v^2; d_u = 2*u*d_v; d_x = 2*d_u\n"),
    "a sum": ("03/03", "g = 2*(e1 + 2*e2 + 4*e3)\nown = grad(L, w)\n"),
    "another clip": (
        "13/02", "clip_norm(g, c) = where(norm(g) > c, c/norm(g), 1)\n"
        "my_clip(g, c) = g*clip_norm(g, c)\n"),
    "a choice": (
        "10/04", "rate(t) = where(t < 10, t/50, where(t < 50, 0.25 - t/200, 0))\n"),
    "penalties": (
        "15/05", NET + "train mlp, known, loss=mse, optimizer=adam(lr=0.01), epochs=150,"
        " validate=unknown, l1=0.05\n"),
    "judged by a search": (
        "20/03", "search fit, known, loss=mse, optimizer=adam(lr=0.02), epochs=100,\n"
        "  validate=unknown, l1=choose(0, 0.02, 0.05, 0.1)\n"),
}


def grade(number, program, folder):
    """The grade of a program for the exercise of that number, `07/05`."""
    file = folder / "mine.grad"
    file.write_text(program)
    done = subprocess.run(
        [GRADUS, "grade", number, file, "--lessons", LESSONS, "--report", "json"],
        capture_output=True, text=True, timeout=120)
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", CHEATS)
def test_a_cheat_loses_points_and_is_told_why(name, tmp_path):
    number, program, reason = CHEATS[name]
    report = grade(number, program, tmp_path)
    said = report["messages"] + [
        words for part in report["parts"] if not part["holds"]
        for words in [part["name"], *part["messages"]]]
    assert not report["holds"], report
    assert 2*report["points"] <= report["maximum"], report
    assert any(reason in words for words in said), said


@pytest.mark.parametrize("name", HONEST)
def test_who_does_it_in_another_way_gets_every_point(name, tmp_path):
    number, program = HONEST[name]
    report = grade(number, program, tmp_path)
    assert report["holds"], report
