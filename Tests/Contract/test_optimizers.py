"""Every optimizer, step by step: `minimize` on a polynomial, `train` with batches on a network."""

import pytest

from programs import TRAINING, by_id, cases, differences, literal, run

CASES = cases(TRAINING, "04_optimizers.json")
TOLERANCE = {"rel": 1e-10, "abs": 1e-12}

POLYNOMIAL = """\
param x = 1.5; param y = -0.8; param z = 0.4
L = 0.5*(3*x^2 + 2*y^2 + z^2) + x*y - 0.5*y*z + 0.25*(x^4 + 0.5*y^4 + 2*z^4) - x + 0.3*z
"""
NETWORK = """\
net mlp = 2 -> dense(3, tanh, w=[[0.3, -0.5], [0.8, 0.1], [-0.6, 0.4]], b=[0.05, -0.1, 0.2]) \\
  -> dense(1, w=[0.7, -0.3, 0.5], b=[0.02])
data d = [0.5 -1 -> 0.3; 1.5 0.25 -> -0.7; -0.75 0.8 -> 0.9; 0.1 -0.4 -> 0.1
          -1.2 -0.6 -> -0.2; 0.9 1.1 -> 0.6]
""".replace("\\\n  ->", "->")


def optimizer(case, betas):
    """The optimizer with its options; both betas as PyTorch writes them, or each by itself."""
    settings = []
    for name, value in case["options"].items():
        if name == "betas" and not betas:
            settings += [f"beta1={value[0]}", f"beta2={value[1]}"]
        elif name != "l1":
            settings.append(f"{name}={literal(value)}")
    name = "sgd" if case["optimizer"] == "sgd_l1" else case["optimizer"].lower()
    return f"{name}({', '.join(settings)})"


def check(case, updates, names):
    expect = case["expect"]
    assert [update["step"] for update in updates] == list(range(1, case["steps"] + 1))
    for step, update in enumerate(updates):
        after = [update["parameters"][name] for name in names]
        assert not differences(after, expect["params"][step], TOLERANCE), step
        if "loss_before_step" in expect:
            before = expect["loss_before_step"][step]
            assert not differences(update["loss"], before, TOLERANCE), step


@pytest.mark.parametrize("betas", [True, False])
@pytest.mark.parametrize("case", **by_id([case for case in CASES if case["problem"] == "A"]))
def test_minimizing(case, betas):
    l1 = f", l1={case['options']['l1']}" if "l1" in case["options"] else ""
    answer = run(
        POLYNOMIAL + f"minimize L, optimizer={optimizer(case, betas)}, steps={case['steps']}{l1}")
    check(case, answer.of("update"), ["x", "y", "z"])


@pytest.mark.parametrize("case", **by_id([case for case in CASES if case["problem"] == "B"]))
def test_training_in_batches(case):
    epochs = (case["steps"] + 2) // 3
    answer = run(
        NETWORK + f"train mlp, d, loss=mse, optimizer={optimizer(case, True)}, batch=2,"
        f" epochs={epochs}, updates=true")
    check(case, answer.of("update")[:case["steps"]], ["mlp.w1", "mlp.b1", "mlp.w2", "mlp.b2"])


@pytest.mark.parametrize("case", **by_id([case for case in CASES if case["problem"] == "B"][:3]))
def test_rows_in_a_stated_order(case):
    """The same batches, taken one an epoch."""
    order = [[1 + 2 * (step % 3), 2 + 2 * (step % 3)] for step in range(case["steps"])]
    answer = run(
        NETWORK + f"train mlp, d, loss=mse, optimizer={optimizer(case, True)}, batch=2,"
        f" epochs={case['steps']}, order={literal(order)}, updates=true")
    check(case, answer.of("update"), ["mlp.w1", "mlp.b1", "mlp.w2", "mlp.b2"])
