"""Whole networks: written by hand with `@`, as `net`, and trained, all with the same gradients."""

import pytest

from programs import TRAINING, by_id, cases, differences, literal, run

CASES = cases(TRAINING, "03_mlp.json")

LOSSES = {
    "mse_mean": "mse", "half_sse": "half_mse(reduction=sum)",
    "half_sse_batchmean": "half_mse(reduction=sum)", "bce_mean": "bce",
    "bce_logits_mean": "bce_with_logits", "ce_index_mean": "cross_entropy",
    "ce_onehot_mean": "cross_entropy", "huber_mean": "huber", "mae_mean": "mae",
}

def target(case, row):
    """Classes are counted from 1 in the language and from 0 in the file."""
    value = case["target"][row]
    return [value + 1] if case["loss"] == "ce_index_mean" else value


def loss_of_row(case, prediction, row):
    name, _, settings = LOSSES[case["loss"]].partition("(")
    settings = ", " + settings[:-1] if settings else ""
    expected = target(case, row)
    expected = literal(expected[0] if case["loss"] == "ce_index_mean" else expected)
    return f"{name}({prediction}, {expected}{settings})"


def batch_loss(case, predictions):
    """Half the sum over everything is no mean over rows."""
    rows = ", ".join(loss_of_row(case, p, row) for row, p in enumerate(predictions))
    return f"L = {'sum' if case['loss'] == 'half_sse' else 'mean'}([{rows}])\n"


def layers(case):
    return list(enumerate(zip(case["W"], case["b"], case["activations"]), 1))


def net(case):
    def layer(weights, biases, activation):
        return f"dense({len(weights)}, {activation}, w={literal(weights)}, b={literal(biases)})"

    return f"net mlp = {case['sizes'][0]} -> " + " -> ".join(
        layer(*parts) for _, parts in layers(case)) + "\n"


def tolerance(expected):
    largest = max((abs(float(x)) for x in flat(expected)), default=0)
    return {"rel": 1e-12, "abs": 1e-14 * largest}


def flat(value):
    return [x for part in value for x in flat(part)] if isinstance(value, list) else [value]


def check(actual, expected):
    assert not differences(actual, expected, tolerance(expected))


@pytest.mark.parametrize("case", **by_id(CASES))
def test_by_hand(case):
    lines = [f"input x{row} = {literal(x)}" for row, x in enumerate(case["x"], 1)]
    rows = range(1, len(case["x"]) + 1)
    shown = []
    for l, (weights, biases, activation) in layers(case):
        lines += [f"param W{l} = {literal(weights)}", f"param b{l} = {literal(biases)}"]
        for row in rows:
            before = f"x{row}" if l == 1 else f"a{l - 1}_{row}"
            lines += [f"z{l}_{row} = W{l} @ {before} + b{l}", f"a{l}_{row} = {activation}(z{l}_{row})"]
            shown += [f"z{l}_{row}", f"a{l}_{row}", f"grad(L, z{l}_{row})", f"grad(L, a{l}_{row})"]
    last = len(case["W"])
    program = "\n".join(lines) + "\n" + batch_loss(case, [f"a{last}_{row}" for row in rows])
    program += "".join(f"show {name}\n" for name in shown) + "backward L, steps=false\n"
    answer = run(program)
    expect = case["expect"]
    gradients = answer.gradients
    check(answer.of("gradients")[-1]["value"], expect["loss"])
    for l, _ in layers(case):
        check(gradients[f"W{l}"], expect["dW"][l - 1])
        check(gradients[f"b{l}"], expect["db"][l - 1])
    check([gradients[f"x{row}"] for row in rows], expect["dx"])
    values = iter(answer.values)
    for trace in expect["trace"]:
        found = list(zip(*[[next(values) for _ in range(4)] for _ in rows]))
        for part, actual in zip(("z", "a", "dz", "da"), found):
            check(list(actual), trace[part])


@pytest.mark.parametrize("case", **by_id(CASES))
def test_a_network_as_a_function(case):
    lines = [net(case)]
    rows = range(1, len(case["x"]) + 1)
    for row, x in enumerate(case["x"], 1):
        lines += [f"input x{row} = {literal(x)}", f"o{row} = mlp(x{row})"]
        for l, _ in layers(case):
            lines += [f"z{l}_{row} = mlp.z{l}", f"a{l}_{row} = mlp.a{l}"]
    program = "\n".join(lines) + "\n" + batch_loss(case, [f"o{row}" for row in rows])
    for l, _ in layers(case):
        for row in rows:
            for name in (f"z{l}_{row}", f"a{l}_{row}"):
                program += f"show {name}\nshow grad(L, {name})\n"
    program += "".join(f"show o{row}\n" for row in rows) + "backward L, steps=false\n"
    answer = run(program)
    expect = case["expect"]
    values = iter(answer.values)
    for trace in expect["trace"]:
        found = list(zip(*[[next(values) for _ in range(4)] for _ in rows]))
        for part, actual in zip(("z", "dz", "a", "da"), found):
            check(list(actual), trace[part])
    check([next(values) for _ in rows], expect["output"])
    check(answer.of("gradients")[-1]["value"], expect["loss"])
    for l, _ in layers(case):
        check(answer.gradients[f"mlp.w{l}"], expect["dW"][l - 1])
        check(answer.gradients[f"mlp.b{l}"], expect["db"][l - 1])
    check([answer.gradients[f"x{row}"] for row in rows], expect["dx"])


@pytest.mark.parametrize("case", **by_id(CASES))
def test_what_train_steps_along(case):
    """A step of length 0 tells the loss and the gradients, and leaves everything in its place."""
    if case["loss"] == "half_sse" and len(case["x"]) > 1:
        pytest.skip("half the sum over everything is no mean over rows")
    targets = [target(case, row) for row in range(len(case["x"]))]
    answer = run(
        net(case) + f"data d = {literal(case['x'])} -> {literal(targets)}\n"
        f"train mlp, d, loss={LOSSES[case['loss']]}, optimizer=sgd(lr=0), updates=true\n"
        "show mlp\n" + "".join(f"show mlp.w{l}.grad\n" for l, _ in layers(case)))
    expect = case["expect"]
    update = answer.of("update")[0]
    check(update["loss"], expect["loss"])
    check(answer.of("epoch")[0]["loss"], expect["loss"])
    for l, (weights, biases, _) in layers(case):
        check(update["gradients"][f"mlp.w{l}"], expect["dW"][l - 1])
        check(update["gradients"][f"mlp.b{l}"], expect["db"][l - 1])
        assert flat(answer.values[0][f"w{l}"]) == flat(weights)
        assert flat(answer.values[0][f"b{l}"]) == flat(biases)
        check(answer.values[l], expect["dW"][l - 1])
