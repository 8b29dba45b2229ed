"""Gradus as a contender, and as the one that tells the others where a training starts.

It is run through its command line. It has no timer of its own: the time of a step is the difference
between a program and the same with twice the epochs.
"""

import array
import json
import re

from . import process
from .order import orders


class Gradus:
    def __init__(self, binary, programs, work):
        self.binary, self.programs, self.work = binary, programs, work

    def program(self, name, epochs, addition=""):
        """A program's text with another number of epochs."""
        text = (self.programs / f"{name}.grad").read_text()
        return re.sub(r"^epochs = \d+", f"epochs = {epochs}", text, flags=re.M) + addition

    def run(self, text, *options):
        """Runs a program's text. It is put beside the programs' folder, so that paths in it hold."""
        file = self.work / "program.grad"
        file.write_text(text)
        return process.run([self.binary, "run", file, "--json", *options])

    def train(self, task, epochs, *options):
        """Runs a training, and its final loss."""
        finished = self.run(self.program(task.name, epochs), *options)
        ends = [e for e in events(finished.output) if e["type"] == "trained"]
        return finished, ends[-1]["loss"]

    def write_start(self, task, epochs):
        """Writes parameters, data and order for the others; returns the folder."""
        folder = self.work / task.name
        folder.mkdir(exist_ok=True)
        text = self.program(task.name, epochs)
        before = re.split(r"^(?:train|minimize) ", text, flags=re.M)[0]
        shown = events(self.run(f"{before}\nshow {task.shown}\n").output)
        x, y, *parameters = [flat(e["value"]) for e in shown if e["type"] == "value"]
        if task.classes:  # their values in ascending order are classes 1, 2, …
            y = [1.0 + sorted(set(y)).index(value) for value in y]
        files = {"x.f64": x, "y.f64": y, "start.f64": sum(parameters, [])}
        for name, numbers in files.items():
            (folder / name).write_bytes(array.array("d", numbers).tobytes())
        order = orders(task.shuffle_seed, epochs, task.rows) if task.shuffle_seed else array.array("i")
        (folder / "order.i32").write_bytes(order.tobytes())
        return folder

    def epochs_to_measure(self, task, epochs, seconds):
        """Epochs enough that as many again take so many seconds; twice, for one may be disturbed."""
        def taken(count):
            return min(self.train(task, count)[0].seconds for _ in range(2))

        while taken(2 * epochs) - taken(epochs) < seconds:
            epochs *= 2
        return epochs


def events(output):
    """What a run told, a JSON object a line."""
    return [json.loads(line) for line in output.splitlines()]


def flat(value):
    """The numbers of a number, list, list of lists, or network."""
    if isinstance(value, dict):
        value = list(value.values())
    return sum(map(flat, value), []) if isinstance(value, list) else [float(value)]
