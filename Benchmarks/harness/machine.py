"""On what, and with which versions, was measured."""

import os
import platform
import subprocess
from pathlib import Path

WANTED = ["sse2", "avx", "avx2", "fma", "avx512f"]


def header(gradus, compilers, python, flags):
    """Some lines about machine and versions."""
    cpu = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    facts = dict(line.split(":", 1) for line in cpu.splitlines() if ":" in line)
    facts = {name.strip(): value.strip() for name, value in facts.items()}
    has = [flag for flag in WANTED if flag in facts.get("flags", "").split()]
    return "\n".join([
        f"machine   {facts.get('model name', platform.processor())}, {os.cpu_count()} cores, {' '.join(has)}",
        f"load      {' '.join(f'{load:.2f}' for load in os.getloadavg())} before it began",
        f"system    {platform.system()} {platform.release()}",
        f"Gradus    {first_line([gradus, '--version'])}, {gradus}",
        *(f"C         {first_line([compiler, '--version'])}, {' '.join(flags)}" for compiler in compilers),
        f"Python    {platform.python_version()}, {', '.join(versions(python)) or 'no packages'}",
    ])


def first_line(command):
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.splitlines()[0]
    except (OSError, IndexError):
        return "?"


def versions(python):
    """The packages that are there."""
    text = ("import importlib.metadata as m\nfor p in 'numpy','torch','micrograd','scipy':\n"
            "  try: print(p, m.version(p))\n  except m.PackageNotFoundError: pass")
    return subprocess.run([python, "-c", text], capture_output=True, text=True).stdout.splitlines()
