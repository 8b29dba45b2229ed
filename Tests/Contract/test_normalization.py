"""Normalization and dropout as functions, and the running statistics of a network in training."""

import pytest

from programs import TRAINING, by_id, cases, differences, literal, numbers, run

FILE = "07_norm_dropout.json"
TOLERANCE = {"rel": 1e-11, "abs": 1e-13}
BATCHES = cases(TRAINING, FILE, kind="batch_norm")


def seeded(case, call):
    """A function of X, gamma and beta; and backward from it with the case's seed."""
    leaves = [f"input X = {literal(case['x'])}"]
    for name in ("gamma", "beta"):
        if name in case:
            leaves.append(f"param {name} = {literal(case[name])}")
    return "\n".join(leaves) + (
        f"\ny = {call}\nshow y\nL = sum({literal(case['seed'])} * y)\nbackward L, steps=false\n")


def check(case, answer):
    expect, tolerance = case["expect"], case.get("tol", TOLERANCE)
    gradients = answer.gradients
    assert not differences(answer.values[0], expect["y"], tolerance)
    assert not differences(gradients["X"], expect["dx"], tolerance)
    for name in ("gamma", "beta"):
        if name in case:
            assert not differences(gradients[name], expect[f"d{name}"], tolerance)


@pytest.mark.parametrize("case", **by_id(BATCHES))
def test_batch_normalization(case):
    running = "" if case["train"] else (
        f", running_mean={literal(case['running_mean'])}, running_var={literal(case['running_var'])}")
    check(case, run(seeded(case, f"batchnorm(X, gamma, beta, eps={case['eps']}{running})")))


@pytest.mark.parametrize("case", **by_id(cases(TRAINING, FILE, kind="layer_norm")))
def test_layer_normalization(case):
    check(case, run(seeded(case, f"layernorm(X, gamma, beta, eps={case['eps']})")))


@pytest.mark.parametrize("case", **by_id(BATCHES))
def test_a_network_keeps_running_statistics(case):
    """One step of length 0 in training mode; then the network is what the statistics make it."""
    width, expect = len(case["gamma"]), case["expect"]
    leaves = [("gamma1", case["gamma"]), ("beta1", case["beta"]),
              ("running_mean1", case["running_mean"]), ("running_var1", case["running_var"])]
    program = f"net n = {width} -> batchnorm(momentum={case['momentum']}, eps={case['eps']})\n"
    program += "".join(f"set n.{name} = {literal(value)}\n" for name, value in leaves)
    if case["train"]:
        zeros = literal([[0.0] * width] * len(case["x"]))
        program += (
            f"data d = {literal(case['x'])} -> {zeros}\n"
            "train n, d, loss=mse, optimizer=sgd(lr=0)\n"
            "show n.running_mean1\nshow n.running_var1\n")
        answer = run(program)
        tolerance = case.get("tol", TOLERANCE)
        assert not differences(answer.values[0], expect["running_mean"], tolerance)
        assert not differences(answer.values[1], expect["running_var"], tolerance)
    else:
        answer = run(program + f"show n({literal(case['x'])})")
        assert not differences(answer.values[0], expect["y"], TOLERANCE)


@pytest.mark.parametrize("case", **by_id(cases(TRAINING, FILE, kind="dropout")))
def test_dropout(case):
    if case["mode"] == "eval":
        pytest.skip("dropout that is not training is no call: the network leaves it away")
    mask = case["mask"] if case["mode"].endswith("train") else None
    call = (
        f"dropout(X, p={case['p_drop']}, mask={literal(mask)}, mode={case['mode'].split('-')[0]})"
        if mask else f"(1 - {case['p_drop']})*X")
    answer = run(seeded(case, call), status=0)
    expect = case["expect"]
    accepted = case.get("accept_y_masked_nonfinite", [])
    for place, (found, value) in enumerate(zip(numbers(answer.values[0]), numbers(expect["y"]))):
        allowed = [value] + ([float(a) for a in accepted] if case["mask"][place] == 0 else [])
        assert any(not differences(found, a, TOLERANCE) for a in allowed)
    assert not differences(answer.gradients["X"], expect["dx"], TOLERANCE)
