"""Running a program to its end: how long, how much memory, what it printed."""

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass


@dataclass
class Finished:
    output: str
    seconds: float     # by the wall clock, from start to end
    megabytes: float   # the most that was resident


def run(command, environment=None):
    """Runs a command; raises RuntimeError, with what it complained about, if it fails."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors,
            env={**os.environ, **(environment or {})})
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0), errors.seek(0)
        text = output.read().decode()
        if child.returncode != 0:
            complaint = errors.read().decode().strip() or text.strip() or f"status {child.returncode}"
            raise RuntimeError(complaint[-600:])
    return Finished(text, seconds, usage.ru_maxrss / 1024)
