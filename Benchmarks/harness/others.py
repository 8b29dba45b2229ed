"""What is no training: the start, explaining one gradient, memory."""

import importlib.util
import sys

from . import process
from .measuring import Times, short, table

MANY = 201


def report(gradus, repetitions):
    """Both tables."""
    return starts(gradus, repetitions) + "\n" + explaining(gradus, repetitions)


def starts(gradus, repetitions):
    """A program of one line, and what the others need before the first."""
    commands = {"gradus run, one line": None}
    for package, module in ("NumPy", "numpy"), ("PyTorch", "torch"), ("micrograd", "micrograd.engine"):
        if importlib.util.find_spec(module.split(".")[0]):
            commands[f"python3, import of {package}"] = [sys.executable, "-c", f"import {module}"]
    times, peak = {name: Times() for name in commands}, {}
    for _ in range(2 * repetitions):
        for name, command in commands.items():
            finished = process.run(command) if command else gradus.run("show 1 + 1\n")
            times[name].add(finished.seconds)
            peak[name] = finished.megabytes
    return table("Start", ["", "whole process", "peak MB"],
                 [[name, times[name], f"{peak[name]:.0f}"] for name in commands])


def explaining(gradus, repetitions):
    """S1 after one epoch, without a question, with one and with many; and its memory."""
    times, peak = {0: Times(), 1: Times(), MANY: Times()}, 0.0
    first, further = Times(), Times()
    for _ in range(repetitions):
        runs = {n: gradus.run(gradus.program("s1", 1, questions(n))) for n in times}
        for count, finished in runs.items():
            times[count].add(finished.seconds)
            peak = max(peak, finished.megabytes)
        first.add(runs[1].seconds - runs[0].seconds)
        further.add((runs[MANY].seconds - runs[1].seconds) / (MANY - 1))
    return table("S1, one epoch, then `explain mlp.w1[3,5]` and the like", ["", "time"], [
        ["without a question", times[0]], ["with one", times[1]], [f"with {MANY}", times[MANY]],
        ["the first question, a difference", first],
        ["each further one", further], ["peak memory, MB", f"{peak:.0f}"]])


def questions(count):
    """A question a line, each about another weight."""
    return "\n" + "".join(f"explain mlp.w1[3,{k}]\n" for k in range(5, 5 + count))
