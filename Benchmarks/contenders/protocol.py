"""What the Python contenders share: reading where a training starts, the clock, what is printed.

A contender is called with a task, the folder with its numbers, a number of epochs, and the least
seconds to measure. It trains from the same start until that time is over, and prints the time of
one training and the loss over all rows after it.
"""

import array
import json
import sys
import time
from pathlib import Path

# Inputs, targets, rows of a batch, and whether they are shuffled.
SIZES = {
    "s0": (2, 1, 1, False), "s1": (784, 1, 64, True), "s2": (10, 1, 32, True),
    "s3": (2, 1, 4, False), "s4": (100, 1, 64, False), "s5": (4, 1, 16, True),
    "norm": (30, 1, 32, True), "residual": (12, 1, 25, True), "own": (8, 1, 20, True),
    "dense": (64, 1, 64, False),
}

CLASSES = {"s1", "s5", "norm"}


class Task:
    """The numbers of a task as plain lists, row by row."""

    def __init__(self, name, folder):
        self.name = name
        self.inputs, self.targets, self.batch, self.is_shuffled = SIZES[name]
        self.x = floats(folder / "x.f64")
        self.y = floats(folder / "y.f64")
        self.start = floats(folder / "start.f64")
        self.rows = len(self.x) // self.inputs
        self.order = array.array("i", (folder / "order.i32").read_bytes())

    def batches(self, epochs):
        """For every step the rows that are taken."""
        for epoch in range(epochs):
            first = epoch * self.rows if self.is_shuffled else 0
            rows = self.order[first:first + self.rows] if self.is_shuffled else range(self.rows)
            for place in range(0, self.rows, self.batch):
                yield rows[place:place + self.batch]


def floats(path):
    return array.array("d", path.read_bytes())


def main(make):
    """Runs a contender; `make(task)` gives a new training, with `run(epochs)` and `loss()`."""
    name, folder, epochs, least = sys.argv[1:]
    task = Task(name, Path(folder))
    times = []
    while True:
        training = make(task)
        began = time.perf_counter()
        training.run(int(epochs))
        times.append(time.perf_counter() - began)
        if sum(times) >= float(least):
            break
    # The first training is slower: it loads and allocates. It counts where there is no other.
    times = times[1:] or times
    print(json.dumps({"loss": float(training.loss()), "seconds": sum(times) / len(times)}))
