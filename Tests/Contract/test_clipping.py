"""Clips as functions, and of the gradients and weights of an optimizer's step."""

import math

import pytest

from programs import TRAINING, by_id, cases, differences, literal, numbers, run, run_all

CASES = cases(TRAINING, "06_clipping.json")
TOLERANCE = {"rel": 1e-13, "abs": 0}


def clip(case, eps=None):
    """The name of the clip and its settings."""
    if case["op"] == "grad_value":
        return "value", f"c={case['clip_value']}"
    if case["op"] == "grad_global_norm":
        return "norm", f"c={case['max_norm']}, p={literal(case['norm_type'])}, eps={eps}"
    if case["op"] == "grad_per_tensor_norm":
        return "tensor_norm", f"c={case['max_norm']}, p={literal(case['norm_type'])}"
    if case["op"] == "weight_range":
        return "range", f"lo={literal(case['lo'])}, hi={literal(case['hi'])}"
    # For single numbers the norm is the magnitude.
    return ("range" if case["op"] == "weight_per_weight" else "norm"), f"c={literal(case['c'])}"


def wanted(case):
    """What is expected with PyTorch's eps, and with the textbook's none."""
    found = [(1e-6, case["expect"])]
    if "expect_textbook_no_eps" in case:
        found.append((0, case["expect_textbook_no_eps"]))
    return found


GRADIENTS = [(case, eps, expect) for case in CASES if "grads" in case for eps, expect in wanted(case)]
WEIGHTS = [case for case in CASES if "weights" in case]


def minimizing(case, eps):
    """Tensors whose gradients are those of the case, moved against them by a step of length 1."""
    tensors = case["grads"]
    name, settings = clip(case, eps)
    lines = [f"param g{k}[{len(t)}] = 0" for k, t in enumerate(tensors, 1)]
    terms = [f"dot({literal(t)}, g{k})" for k, t in enumerate(tensors, 1)]
    lines.append(f"L = {' + '.join(terms)}")
    lines.append(f"minimize L, optimizer=sgd(1), clip={name}({settings})")
    return "\n".join(lines) + "\n"


def function(case, eps):
    """One call for each tensor, or, where they are clipped together, for all of them."""
    name, settings = clip(case, eps)
    tensors = case["grads"]
    if name == "norm":
        tensors = [[x for tensor in tensors for x in tensor]]
    return "".join(f"show clip_{name}({literal(t)}, {settings})\n" for t in tensors)


def is_finite(case):
    return all(math.isfinite(x) for x in numbers(case["grads"]))


@pytest.fixture(scope="module")
def called():
    return run_all(function(case, eps) for case, eps, _ in GRADIENTS)


@pytest.fixture(scope="module")
def stepped():
    """A training refuses a gradient that is infinite, so its step is asked for by itself."""
    return run_all(
        minimizing(case, eps) if is_finite(case) else "" for case, eps, _ in GRADIENTS)


@pytest.mark.parametrize("index", range(len(GRADIENTS)), ids=[
    f"{case['id']}-eps={eps}" for case, eps, _ in GRADIENTS])
def test_gradients_are_clipped(index, called, stepped):
    case, eps, expect = GRADIENTS[index]
    tolerance = case.get("tol", TOLERANCE)
    assert not differences(called[index].values, expect["grads"], tolerance)
    if not is_finite(case):
        wrong = run(minimizing(case, eps), status=2).of("diagnostic")
        assert [diagnostic["id"] for diagnostic in wrong] == ["training-non-finite"]
        return
    after = stepped[index].of("update")[0]["parameters"]
    moved = [[-x for x in after[f"g{k}"]] for k in range(1, len(case["grads"]) + 1)]
    assert not differences(moved, expect["grads"], tolerance)
    if "total_norm" in expect and case["norm_type"] == 2:
        norm = stepped[index].of("update")[0]["gradient_norm"]
        assert not differences(norm, expect["total_norm"], tolerance)


@pytest.mark.parametrize("case", **by_id(WEIGHTS))
def test_weights_are_clipped(case):
    name, settings = clip(case)
    answer = run(
        f"show clip_weights_{name}({literal(case['weights'])}, {settings})\n"
        f"param w = {literal(case['weights'])}\nL = sum(w)\n"
        f"minimize L, optimizer=sgd(0), clip_weights={name}({settings})\nshow w")
    tolerance = case.get("tol", TOLERANCE)
    for found in answer.values:
        assert not differences(found, case["expect"]["weights"], tolerance)
