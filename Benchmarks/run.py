"""Gradus beside plain C, NumPy, PyTorch and micrograd, in one run. See README.md."""

import argparse
import sys
from pathlib import Path

from harness import contenders, machine, others, process, tape, trainings
from harness.gradus import Gradus
from harness.tasks import TASKS

HERE = Path(__file__).resolve().parent
C_PROGRAMS = [task.name for task in TASKS] + ["tape"]


def arguments():
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description=__doc__)
    parser.add_argument("names", nargs="*", help="of what to measure: s0 … s5 norm residual own dense tape others; everything unless given")
    parser.add_argument("--gradus", type=Path, default=HERE.parent / ".build/release/gradus", help="the program; built for release")
    parser.add_argument("--repetitions", type=int, default=5, help="of every measurement (5)")
    parser.add_argument("--seconds", type=float, default=0.3, help="least time that steps are measured for (0.3)")
    parser.add_argument("--scale", type=float, default=1, help="epochs, as a part of the usual number (1)")
    parser.add_argument("--largest-tape", type=int, default=10**7, help="nodes (10 million)")
    parser.add_argument("--quick", action="store_true", help="to see that everything works: few repetitions and epochs")
    chosen = parser.parse_args()
    if chosen.quick:
        chosen.repetitions, chosen.seconds, chosen.scale, chosen.largest_tape = 2, 0.1, 0.1, 10**5
    if not chosen.gradus.exists():
        parser.error(f"there is no {chosen.gradus}: swift build -c release, or --gradus PATH")
    known = {task.name for task in TASKS} | {"tape", "others"}
    if unknown := set(chosen.names) - known:
        parser.error(f"unknown: {' '.join(sorted(unknown))}")
    chosen.names = chosen.names or known
    return chosen


def main():
    chosen = arguments()
    process.prepare(contenders.compilers()[0])
    work = process.WORK
    contenders.compile_all(HERE / "contenders/c", C_PROGRAMS, work)
    gradus = Gradus(chosen.gradus.resolve(), HERE / "programs", work)
    print(machine.header(chosen.gradus, contenders.compilers(), sys.executable, contenders.FLAGS))
    print(f"measured  median and range of {chosen.repetitions} repetitions, in turns")
    found = contenders.contenders(HERE / "contenders", work)
    for task in TASKS:
        if task.name in chosen.names:
            epochs = max(1, round(task.epochs * chosen.scale))
            results = trainings.measure(task, gradus, found, epochs, chosen.repetitions, chosen.seconds)
            print(trainings.report(task, results, epochs), flush=True)
    if "tape" in chosen.names:
        print(tape.report(gradus, HERE / "contenders", work, chosen), flush=True)
    if "others" in chosen.names:
        print(others.report(gradus, chosen.repetitions), flush=True)


main()
