"""Running a program to its end: how long, how much memory, what it printed."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

WORK = Path(__file__).resolve().parent.parent / ".work"
TIMED, MEASURED = WORK / "timed", WORK / "measured.txt"


@dataclass
class Finished:
    output: str
    seconds: float     # by the wall clock, from start to end
    megabytes: float   # the most that was resident


def prepare(compiler):
    """Compiles what starts the programs and measures them."""
    WORK.mkdir(exist_ok=True)
    subprocess.run([compiler, "-O2", "-o", TIMED, Path(__file__).with_name("timed.c")], check=True)


def run(command, environment=None):
    """Runs a command; raises RuntimeError, with what it complained about, if it fails."""
    done = subprocess.run(
        [TIMED, MEASURED, *command], stdin=subprocess.DEVNULL, capture_output=True, text=True,
        env={**os.environ, **(environment or {})})
    if done.returncode != 0:
        complaint = done.stderr.strip() or done.stdout.strip() or f"status {done.returncode}"
        raise RuntimeError(complaint[-600:])
    seconds, kilobytes = MEASURED.read_text().split()
    return Finished(done.stdout, float(seconds), int(kilobytes) / 1024)
