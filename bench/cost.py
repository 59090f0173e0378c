"""Measures the cost of a whole process: its processor time and its peak memory."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_LAUNCH = Path(__file__).with_name("launch.py")


class FailedError(Exception):
    """A command that was to be measured failed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of one process.

    Attributes:
        seconds: processor time, including start-up: how long a person waits on an otherwise idle machine. Unlike
            wall-clock time it is nearly the same on a busy machine.
        megabytes: peak memory.
        output: what it printed.
    """

    seconds: float
    megabytes: float
    output: str


def cost(arguments: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a Python module as a process of its own.

    Raises:
        FailedError: with its output, if it failed.
    """
    command = [sys.executable, "-m", *map(str, arguments)]
    inherited = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **(environment or {})}
    with tempfile.NamedTemporaryFile() as output:
        launch = [sys.executable, "-I", "-S", _LAUNCH, output.name, *command]
        told = subprocess.run(launch, cwd=folder, env=inherited, capture_output=True, text=True, check=True).stdout
        said = output.read().decode(errors="replace")
    code, seconds, memory = told.split()
    if code != "0":
        raise FailedError(f"{' '.join(command)}\n{said}")
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Cost(float(seconds), int(memory) / unit, said)


def medians(times: int, *measures: Callable[[], Cost]) -> list[float]:
    """The median seconds of each measure. They are taken in turn, so that a slow phase of the machine affects all.

    Args:
        times: how often each is taken.
        *measures: each runs what is to be measured, and returns its cost.
    """
    rounds = [[measure().seconds for measure in measures] for _ in range(times)]
    return [median(column) for column in zip(*rounds, strict=True)]
