"""The trainings that are measured; each has a program in `programs/` and a file per contender."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Task:
    name: str        # of its files
    title: str
    epochs: int      # of one training
    rows: int
    batch: int
    shown: str       # what Gradus shows to the others: inputs, targets, then the parameters
    multiply_adds: int  # of one row: the network's value and its whole gradient
    shuffle_seed: int | None = 4
    micrograd_epochs: int | None = None  # none: too large for it
    classes: bool = False  # the targets are classes

    def steps(self, epochs):
        """The optimizer steps of so many epochs."""
        return epochs * -(-self.rows // self.batch)


def dense(*widths):
    """Multiply-adds of one row: forward, at the weights, and back to all but the first layer's inputs."""
    layers = [a * b for a, b in zip(widths, widths[1:])]
    return 3 * sum(layers) - layers[0]


NET = "samples.x, samples.y, mlp"

TASKS = [
    Task("s0", "S0 one neuron", 1000, 1, 1, "x, t, w, b", dense(2, 1), None, 1000),
    Task("s1", "S1 784-128-10", 8, 320, 64, NET, dense(784, 128, 10), classes=True),
    Task("s2", "S2 10-5-1", 100, 1000, 32, NET, dense(10, 5, 1), micrograd_epochs=2),
    Task("s3", "S3 2-4-1, xor", 10000, 4, 4, NET, dense(2, 4, 1), None, 1000),
    Task("s4", "S4 100-50-1", 100, 64, 64, NET, dense(100, 50, 1), None),
    Task("s5", "S5 4-8-3, iris", 200, 120, 16, NET, dense(4, 8, 3), micrograd_epochs=10, classes=True),
    Task("norm", "30-17-5, gelu, layer norm", 40, 300, 32, NET, dense(30, 17, 5), classes=True),
    Task("residual", "12-16, 4 residual, 16-1", 40, 200, 25, NET, dense(12, 16, 16, 16, 16, 16, 1)),
    Task("own", "8-16-1, own activation, loss", 40, 200, 20, NET, dense(8, 16, 1)),
    Task("dense", "64-64-64-1, tanh", 50, 64, 64, NET, dense(64, 64, 64, 1), None),
]
