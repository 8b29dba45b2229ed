"""A build with optimization computes the same bits as one without."""

import os
import subprocess

import pytest

from programs import GRADUS, ROOT

#: The optimized build to compare with; only asked for where both were made from the same sources.
OPTIMIZED = os.environ.get("GRADUS_OPTIMIZED")

NETWORKS = [
    "dense(4, tanh) -> batchnorm() -> dropout(0.2) -> dense(1, sigmoid)",
    "dense(5, gelu) -> layernorm() -> residual(dense(5, swish)) -> dense(1)",
    "dense(3, softplus) -> dense(9, leaky_relu) -> dense(1, mish)",
]
OPTIMIZERS = [
    "sgd(lr=0.01, momentum=0.9, nesterov=true)", "adam(cosine(0.1, steps=40))", "adagrad(0.1)",
    "rmsprop(0.01, momentum=0.5, centered=true)", "lbfgs()", "anneal()",
]


def output(program, text):
    done = subprocess.run([program, "run", "-", "--json"], input=text.encode(), capture_output=True, timeout=300)
    assert done.returncode == 0, done.stdout[-2000:]
    return done.stdout


@pytest.mark.skipif(not OPTIMIZED, reason="GRADUS_OPTIMIZED names no optimized build")
@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("batch", [1, 7, 8, 9, 64])
def test_both_builds_train_to_the_same_bits(network, optimizer, batch):
    if "lbfgs" in optimizer and ("batchnorm" in network or "dropout" in network):
        pytest.skip("a method that looks at the loss again needs a loss that stays what it is")
    if batch == 1 and "batchnorm" in network:
        batch = 5  # a row alone has no spread; the last batch of 20 must not be one row either
    rows = "" if "lbfgs" in optimizer or "anneal" in optimizer else f", batch={batch}"
    text = f"""\
X = normal(0, 1, rows=20, columns=3, seed=1)
data samples = X -> [0.5 + 0.4*sin(sum(x)) for x in X]
net mlp = 3 -> {network}, seed=2
train mlp, samples, loss=mse, optimizer={optimizer}{rows}, epochs=10, shuffle=3
show mlp
"""
    assert output(GRADUS, text) == output(OPTIMIZED, text)
