"""Who is measured beside Gradus, and how each is started."""

import importlib.util
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass, field

from . import process

FLAGS = ["-O3", "-march=native", "-ffp-contract=off"]
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}


@dataclass(frozen=True)
class Contender:
    name: str
    command: tuple
    environment: dict = field(default_factory=dict, hash=False)

    def epochs(self, task, epochs):
        """How many it is to train; none if the task is too large for it."""
        if self.name != "micrograd":
            return epochs
        return min(epochs, task.micrograd_epochs) if task.micrograd_epochs else None

    def train(self, task, folder, epochs, seconds):
        """Runs it; what it printed and how it ran. A number of seconds of 0 means one training."""
        command = [*(word.replace("{task}", task.name) for word in self.command),
                   folder, str(epochs), str(seconds)]
        finished = process.run(command, self.environment)
        return json.loads(finished.output.splitlines()[-1]), finished


def compilers():
    """The C compilers that are there."""
    return [name for name in ("clang", "gcc") if shutil.which(name)] or ["cc"]


def compile_all(folder, names, work):
    """Compiles the C programs with every compiler."""
    for compiler in compilers():
        for name in names:
            subprocess.run([compiler, *FLAGS, "-o", work / f"{name}.{compiler}",
                            folder / f"{name}.c", "-lm"], check=True)


def contenders(folder, work):
    """All that can run here, C first."""
    def python(name): return (sys.executable, str(folder / name / "train.py"), "{task}")
    def has(package): return importlib.util.find_spec(package) is not None
    found = [Contender(f"C, {c}", (str(work / "{task}") + f".{c}",)) for c in compilers()]
    if has("numpy"):
        found.append(Contender("NumPy", python("numpy")))
    if has("torch"):
        found.append(Contender("PyTorch, 1 thread", python("torch"), ONE_THREAD))
        found.append(Contender("PyTorch", python("torch")))
    if has("micrograd"):
        found.append(Contender("micrograd", python("micrograd")))
    return found
