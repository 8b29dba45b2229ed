"""A whole training on the iris data: 50 epochs in a stated order, each loss and count compared."""

import json

import pytest

from programs import ROOT, TRAINING, differences, literal, run

CASE = json.loads((TRAINING / "iris_adam.json").read_text())
DATA = ROOT / "data/iris.csv"


@pytest.fixture(scope="module")
def answer():
    (w1, w2), (b1, b2) = CASE["init"]["W"], CASE["init"]["b"]
    order = [[1 + row for row in epoch] for epoch in CASE["order"]]
    return run(
        f'd = standardize(csv("{DATA}"))\n'
        f"net mlp = 4 -> dense(8, tanh, w={literal(w1)}, b={literal(b1)})"
        f" -> dense(3, w={literal(w2)}, b={literal(b2)})\n"
        f"train mlp, d, loss=cross_entropy, optimizer=adam({CASE['optimizer']['lr']}),"
        f" epochs={CASE['epochs']}, batch={CASE['batch']}, order={literal(order)}, updates=true\n"
        "show run.loss\nshow run.accuracy\nshow mlp\n")


def test_the_first_batch(answer):
    first, wanted = answer.of("update")[0], CASE["expect"]["first_batch"]
    tolerance = {"rel": 1e-9, "abs": 1e-12}
    assert not differences(first["loss"], wanted["loss"], tolerance)
    names = ["mlp.w1", "mlp.b1", "mlp.w2", "mlp.b2"]
    gradients = [first["gradients"][name] for name in names]
    assert not differences(gradients, wanted["grads"], tolerance)


@pytest.mark.parametrize("epoch", range(1, CASE["epochs"] + 1))
def test_an_epoch(epoch, answer):
    found = answer.of("epoch")[epoch - 1]
    wanted = CASE["expect"]["epochs"][epoch - 1]
    tolerance = {"rel": 1e-9}
    assert found["epoch"] == wanted["epoch"] == epoch
    assert not differences(found["batch_loss"], wanted["mean_batch_loss"], tolerance)
    assert not differences(found["loss"], wanted["train_loss"], tolerance)
    assert found["accuracy"] == wanted["train_correct"] / CASE["n_train"]


def test_the_curves_are_the_epochs(answer):
    assert answer.values[0] == [epoch["loss"] for epoch in answer.of("epoch")]
    assert answer.values[1] == [epoch["accuracy"] for epoch in answer.of("epoch")]


def test_the_parameters_in_the_end(answer):
    found = [answer.values[2][name] for name in ("w1", "b1", "w2", "b2")]
    assert not differences(found, CASE["expect"]["final_W_b"], {"rel": 1e-9, "abs": 1e-9})
