"""Graphs and published examples with every intermediate value, and Mazur's training."""

import pytest

from programs import LANGUAGE, by_id, cases, differences, literal, run

FILE = "09_published_and_graphs.json"
TOLERANCE = {"rel": 1e-12, "abs": 1e-14}
GRAPHS = [case for case in cases(LANGUAGE, FILE) if "program" in case]


@pytest.mark.parametrize("case", **by_id(GRAPHS))
def test_a_graph(case):
    output = case["program"][-1].split("=")[0].strip()
    names = case["expect"].get("intermediate", {})
    lines = [f"input {name} = {literal(value)}" for name, value in case["inputs"].items()]
    lines += case["program"] + [f"backward {output}, steps=false"]
    for name in names:
        lines += [f"show {name}", f"show grad({output}, {name})"]
    answer = run("\n".join(lines) + "\n")
    tolerance = case.get("tol", TOLERANCE)
    expect, found = case["expect"], answer.of("gradients")[-1]
    assert not differences(found["value"], expect["value"], tolerance)
    assert sorted(found["gradients"]) == sorted(case["inputs"])
    for name, gradient in expect["grad"].items():
        assert not differences(found["gradients"][name], gradient, tolerance), name
    values = iter(answer.values)
    for name, part in names.items():
        assert not differences(next(values), part["value"], tolerance), name
        assert not differences(next(values), part["grad"], tolerance), name


@pytest.mark.parametrize("case", **by_id(cases(LANGUAGE, FILE, kind="training")))
@pytest.mark.parametrize("as_a_net", [True, False])
def test_a_training(case, as_a_net):
    setup, snapshots = case["setup"], case["expect"]["snapshots"]
    rounds = snapshots[-1]["round"]
    frozen = "" if setup["update_bias"] else ", freeze=[b1, b2]"
    if as_a_net:
        lines = [
            "net mlp = 2 -> "
            f"dense(2, sigmoid, w={literal(setup['W1'])}, b={literal(setup['b1'])}) -> "
            f"dense(2, sigmoid, w={literal(setup['W2'])}, b={literal(setup['b2'])})",
            f"data d = [{literal(setup['x'])}] -> [{literal(setup['target'])}]",
            "train mlp, d, loss=half_mse(reduction=sum), "
            f"optimizer=sgd({setup['eta']}), epochs={rounds}, updates=true"
            + frozen.replace("b1", "mlp.b1").replace("b2", "mlp.b2"),
        ]
    else:
        lines = [f"param {name} = {literal(setup[name])}" for name in ("W1", "b1", "W2", "b2")]
        lines += [
            f"x = {literal(setup['x'])}", "h = sigmoid(W1 @ x + b1)", "o = sigmoid(W2 @ h + b2)",
            f"L = sum(0.5*({literal(setup['target'])} - o)^2)",
            f"minimize L, optimizer=sgd({setup['eta']}), steps={rounds}{frozen}",
        ]
    updates = run("\n".join(lines) + "\n").of("update")
    assert len(updates) == rounds
    prefix = "mlp." if as_a_net else ""
    w1, w2 = (prefix + ("w1" if as_a_net else "W1")), (prefix + ("w2" if as_a_net else "W2"))
    for snapshot in snapshots:
        number = snapshot["round"]
        if number < rounds:
            assert not differences(updates[number]["loss"], snapshot["error"], TOLERANCE), number
        if number == 0:
            continue
        after = updates[number - 1]["parameters"]
        assert not differences([after[w1], after[w2]], snapshot["weights"], TOLERANCE), number
        for name in ("b1", "b2"):
            if name in snapshot and prefix + name in after:
                assert not differences(after[prefix + name], snapshot[name], TOLERANCE), number
