"""Every loss, its reductions and its gradient, as functions of the language."""

import pytest

from programs import TRAINING, by_id, cases, differences, literal, number, numbers, run_all

TOLERANCE = {"rel": 1e-13, "abs": 1e-15}

# The file's names where the language has others: PyTorch's.
CALLS = {
    "cross_entropy_from_logits": "cross_entropy({0}, {1}{2})",
    "cross_entropy_from_probabilities": "nll(log({0}), {1}{2})",
    "poisson_nll(log_input)": "poisson_nll({0}, {1}{2})",
    "kl_div(log_pred)": "kl_div({0}, {1}{2})",
    "nll(log_prob)": "nll({0}, {1}{2})",
}
OF_CLASSES = {
    "cross_entropy_from_logits", "cross_entropy_from_probabilities", "nll(log_prob)", "multi_margin"
}


def target(case):
    """Classes are counted from 1 in the language and from 0 in the file."""
    if case["loss"] in OF_CLASSES and not isinstance(case["target"][0], list):
        return [place + 1 for place in case["target"]]
    return case["target"]


def program(case):
    settings = {"weight" if name == "class_weight" else name: literal(value)
                for name, value in case["params"].items()}
    settings["reduction"] = case["reduction"]
    options = "".join(f", {name}={value}" for name, value in settings.items())
    call = CALLS.get(case["loss"], case["loss"] + "({0}, {1}{2})")
    call = call.format("p", literal(target(case)), options)
    lines = [f"param p = {literal(case['pred'])}", f"v = {call}", "show v"]
    if "seed" in case:
        lines.append(f"L = dot({literal(case['seed'])}, v)")
    lines.append("backward L, steps=false" if "seed" in case else "backward v, steps=false")
    return "\n".join(lines) + "\n"


CASES = cases(TRAINING, "02_losses.json")


@pytest.fixture(scope="module")
def answers():
    return {case["id"]: answer for case, answer in zip(CASES, run_all(map(program, CASES)))}


def agrees(answer, wanted, tolerance):
    """An alternative may leave the gradient open, and name the one value that stands out."""
    gradient = wanted.get("grad", "any")
    if gradient == "any":
        return number(wanted["value"]) in numbers(answer.values[0])
    return not differences(answer.values[0], wanted["value"], tolerance) and not (
        differences(answer.gradients["p"], gradient, tolerance))


@pytest.mark.parametrize("case", **by_id(CASES))
def test_a_loss_and_its_gradient(case, answers):
    answer = answers[case["id"]]
    wanted = [case["expect"], *case.get("accept", [])]
    tolerance = case.get("tol", TOLERANCE)
    assert any(agrees(answer, w, tolerance) for w in wanted), (answer.lines, wanted)
