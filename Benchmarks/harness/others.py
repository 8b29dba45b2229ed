"""What is no training: the start, explaining one gradient, memory."""

import importlib.util
import sys

from . import process
from .measuring import Times, short, table

EXPLAIN = "\nexplain mlp.w1[3,5]\n"


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
    """S1 after one epoch, with and without the question; and its memory."""
    without, with_it, difference, peak = Times(), Times(), Times(), 0.0
    for _ in range(repetitions):
        plain = gradus.run(gradus.program("s1", 1))
        asked = gradus.run(gradus.program("s1", 1, EXPLAIN))
        without.add(plain.seconds)
        with_it.add(asked.seconds)
        difference.add(asked.seconds - plain.seconds)
        peak = max(peak, plain.megabytes, asked.megabytes)
    return table("S1, one epoch, then `explain mlp.w1[3,5]`", ["", "time"], [
        ["without the question", without], ["with it", with_it],
        ["the question alone (difference of pairs)", difference],
        ["peak memory of either, MB", short(peak)]])
