"""The table of scalar tapes: recorded and differentiated, and replayed alone and over many rows.

Gradus has no timer: what it takes to start is measured and taken away, and a replay is the
difference between so many and twice as many.
"""

import importlib.util
import json
import re
import sys

from . import process
from .contenders import compilers
from .gradus import events
from .measuring import Times, agrees, short, table

HEADS = ["", "record and differentiate, ns a node", "÷ C", "replay, ns a node", "÷ C",
         "1,000 rows, ns a node and row", "peak MB", "same gradient"]
LARGEST_FOR_MICROGRAD = 100_000
LARGEST_FOR_ROWS = 10_000
LARGEST_FOR_REPLAY = 1_000_000


class GradusTape:
    """Runs the programs `tape`, `replay` and `blocks` with so many rounds and steps."""

    def __init__(self, gradus): self.gradus = gradus

    def run(self, name, rounds, steps=0):
        text = (self.gradus.programs / f"{name}.grad").read_text()
        text = re.sub(r"^rounds = \d+", f"rounds = {rounds}", text, flags=re.M)
        text = re.sub(r"^steps = \d+", f"steps = {steps}", text, flags=re.M)
        # More than a person's session is allowed to hold.
        return self.gradus.run(text, "--limit-nodes", "40000000", "--limit-steps", "1000000000000",
                               "--limit-memory", "8G")

    def record(self, rounds):
        """Seconds of recording and differentiating, the megabytes, and the gradient."""
        start, finished = self.run("tape", 1), self.run("tape", rounds)
        told = next(e for e in events(finished.output) if e["type"] == "gradients")
        return finished.seconds - start.seconds, finished.megabytes, told["gradients"]["a"]

    def step(self, name, rounds, steps):
        """Seconds of one more step."""
        return (self.run(name, rounds, 2 * steps).seconds - self.run(name, rounds, steps).seconds) / steps

    def steps(self, name, rounds, seconds):
        """Steps enough that as many again take so many seconds."""
        steps = 1
        while min(self.step(name, rounds, steps) for _ in range(2)) * steps < seconds:
            steps *= 2
        return steps


def report(gradus, folder, work, chosen):
    sizes = [10**k for k in range(3, 8) if 10**k <= chosen.largest_tape]
    return "\n".join(one_size(GradusTape(gradus), folder, work, size, chosen) for size in sizes)


def one_size(gradus, folder, work, nodes, chosen):
    rounds = nodes // 2
    others = {f"C, {c}": [str(work / f"tape.{c}")] for c in compilers()}
    if importlib.util.find_spec("micrograd") and nodes <= LARGEST_FOR_MICROGRAD:
        others["micrograd"] = [sys.executable, str(folder / "micrograd/tape.py")]
    names = ["Gradus", *others]
    record, replay = ({name: Times() for name in names} for _ in range(2))
    rows, peak, expected, trouble = Times(), {}, None, {}
    steps = gradus.steps("replay", rounds, chosen.seconds) if nodes <= LARGEST_FOR_REPLAY else 0
    row_steps = gradus.steps("blocks", rounds, chosen.seconds) if nodes <= LARGEST_FOR_ROWS else 0
    for _ in range(chosen.repetitions):
        seconds, peak["Gradus"], expected = gradus.record(rounds)
        record["Gradus"].add(seconds / nodes)
        if steps:
            replay["Gradus"].add(gradus.step("replay", rounds, steps) / nodes)
        if row_steps:
            rows.add(gradus.step("blocks", rounds, row_steps) / nodes / 1000)
        for name, command in others.items():
            finished = process.run([*command, str(rounds)])
            told = json.loads(finished.output)
            if not agrees(told["gradient"], expected):
                trouble[name] = f"NO: {told['gradient']!r}, not {expected!r}"
            record[name].add(told["record"] / nodes)
            if "replay" in told:
                replay[name].add(told["replay"] / nodes)
            peak[name] = finished.megabytes
    lines = []
    for name in names:
        cells = [ns(record[name]), ratio(record, name), ns(replay[name]), ratio(replay, name),
                 ns(rows) if name == "Gradus" else "–"]
        if name in trouble:
            cells = ["–"] * len(cells)
        lines.append([name, *cells, f"{peak[name]:.0f}", trouble.get(name, "yes")])
    return table(f"A scalar tape of {nodes:,} nodes", HEADS, lines)


def ns(times):
    """A time in nanoseconds, with its range."""
    if not times:
        return "–"
    low, high = min(times.seconds) * 1e9, max(times.seconds) * 1e9
    return f"{short(times.median * 1e9)} ({short(low)}–{short(high)})"


def ratio(times, name):
    fastest = min(times[f"C, {c}"].median for c in compilers())
    return f"{short(times[name].median / fastest)} ×" if times[name] else "–"
