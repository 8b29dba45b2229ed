"""Schedules as functions, as settings of an optimizer, and told the losses; early stopping."""

import pytest

from programs import TRAINING, by_id, cases, differences, literal, run

CASES = [c for c in cases(TRAINING, "05_schedules.json") if c["kind"].startswith("schedule")]
STOPS = cases(TRAINING, "05_schedules.json", kind="early-stopping")
TOLERANCE = {"rel": 1e-12, "abs": 1e-17}

# What the language writes for the file's schedules; {…} are the file's parameters.
CALLS = {
    "ConstantLR(base)": "constant({base_lr})",
    "StepLR": "step_decay({base_lr}, every={step_size}, factor={gamma})",
    "PolynomialLR": "polynomial({base_lr}, steps={total_iters}, power={power})",
    "CosineAnnealingLR": "cosine({base_lr}, steps={T_max}, floor={eta_min})",
    "LinearLR(warm-up)": "warmup({base_lr}, steps={total_iters}, start={base_lr}*{start_factor})",
    "ReduceLROnPlateau":
        "plateau({base_lr}, mode={mode}, factor={factor}, patience={patience}, cooldown={cooldown},"
        " threshold={threshold}, threshold_mode={threshold_mode}, min_lr={min_lr})",
    "sched/formula/inverse_decay": "inverse({eta0}, alpha={alpha}, beta={beta})",
    "sched/formula/inverse_decay_1": "inverse({eta0}, alpha={alpha}, beta=1)",
    "sched/formula/seed002_as_printed_beta1": "inverse({eta0}, alpha=-{alpha}, beta={beta})",
    "sched/formula/polynomial_decay": "polynomial({eta0}, steps={max_iter}, power={beta})",
    "sched/formula/noam": "noam({d}, warmup={warmup})",
}


def schedule(case):
    return CALLS[case.get("schedule", case["id"])].format(**case["params"])


@pytest.mark.parametrize("case", **by_id(CASES))
def test_a_schedule_as_a_function(case):
    if "metrics" in case:
        answer = run(f"show {schedule(case)}({literal(case['metrics'])})")
        assert not differences(answer.values[0], case["expect"]["lr"], TOLERANCE)
        return
    answer = run(
        f"s = {schedule(case)}\nshow s(0..49)\nshow [s(t) for t in 0..49]\n"
        f"for t in 0..49 {{ show {schedule(case)}(t) }}")
    for found in (answer.values[0], answer.values[1], answer.values[2:]):
        assert not differences(found, case["expect"]["lr"], TOLERANCE)


@pytest.mark.parametrize("case", **by_id(CASES))
def test_a_schedule_as_the_learning_rate(case):
    """The loss of step k is metric k: the parameter that is learned does not move it."""
    if not all(isinstance(lr, float) and lr >= 0 for lr in case["expect"]["lr"]):
        pytest.skip("no learning rate may be negative or infinite")
    if "metrics" in case:
        pytest.skip("the losses of a run are its own")
    answer = run(
        f"param w = 1\nL = 0.001*w^2\nminimize L, optimizer=sgd({schedule(case)}), steps=50")
    rates = [update["lr"] for update in answer.of("update")]
    assert not differences(rates, case["expect"]["lr"], TOLERANCE)
    values = [1.0]
    for rate, update in zip(rates, answer.of("update")):
        assert update["parameters"]["w"] == values[-1] - rate * update["gradients"]["w"]
        values.append(update["parameters"]["w"])


def test_a_plateau_reads_the_losses_of_the_run():
    """Each loss but the first is no better, as the parameter does not reach it."""
    answer = run(
        "param w = 1\nL = 1 + 0*w\n"
        "minimize L, optimizer=sgd(plateau(1, factor=0.5, patience=2)), steps=8")
    assert [update["lr"] for update in answer.of("update")] == [1, 1, 1, 1, .5, .5, .5, .25]


@pytest.mark.parametrize("case", **by_id([c for c in STOPS if c["params"]["mode"] == "min"]))
def test_early_stopping(case):
    """A single parameter is moved, by an optimizer of the learner's, through losses as stated."""
    metrics = case["metrics"]
    table = " + ".join(f"(t == {k})*{m}" for k, m in enumerate(metrics, 1))
    answer = run(
        f"follow(w, g, t) = {table}\nparam w = 5\nf(x) = w*x\nloss_of(p, t) = p\n"
        "data d = [1 -> 0]\n"
        f"train f, d, loss=loss_of, optimizer=follow, epochs={len(metrics)},"
        f" stop=early(patience={case['params']['patience']},"
        f" min_delta={case['params']['min_delta']})\nshow w")
    expect, losses = case["expect"], [epoch["loss"] for epoch in answer.of("epoch")]
    stopped = len(metrics) - 1 if expect["stopped_epoch"] is None else expect["stopped_epoch"]
    assert losses == metrics[:stopped + 1]
    assert answer.values[-1] == expect["best"] == metrics[expect["best_epoch"]]
