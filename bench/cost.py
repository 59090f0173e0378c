"""What a whole process costs: its processor time and the most memory it held."""

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
    """A command that was to be measured ended with an error."""


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of one process.

    Attributes:
        seconds: of processor time, start-up included: how long a person waits on a machine with nothing else to do.
            Unlike the clock it says much the same on a busy one.
        megabytes: the most memory held at once.
        output: what it printed.
    """

    seconds: float
    megabytes: float
    output: str


def cost(arguments: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a Python module as a process of its own.

    Raises:
        FailedError: with what it printed, where it ended with an error.
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
    """The median seconds of each measure, all taken in turn, so that what slows the machine slows each.

    Args:
        times: how often each is taken.
        *measures: each does what is to be measured, and says what it cost.
    """
    rounds = [[measure().seconds for measure in measures] for _ in range(times)]
    return [median(column) for column in zip(*rounds, strict=True)]
