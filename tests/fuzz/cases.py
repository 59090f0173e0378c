"""One case: a small project, changed in a few ways, all of which follow from a number."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random

from fuzz.held import Broken, tried
from fuzz.mutations import mutate
from fuzz.seeds import Files, seeds

_SEEDS = seeds()


@dataclass(frozen=True)
class Result:
    """What became of a case.

    Attributes:
        green: whether the project passed the check.
        choices: how many choices and links were looked at on the built pages.
        broken: what is wrong, without what differs from case to case; "" where nothing is.
    """

    green: bool
    choices: int = 0
    broken: str = ""


def files_of(number: int) -> tuple[str, Files]:
    """The project of a case, with the name of what it was made from."""
    random = Random(number)
    name = random.choice(sorted(_SEEDS))
    files = dict(_SEEDS[name])
    for _ in range(random.choice([1, 1, 2, 3])):
        mutate(random, files)
    return name, files


def run(number: int, folder: Path, kept: Path | None = None) -> Result:
    """Try a case in a folder of its own.

    Args:
        kept: where to leave a project that is not as it must be.
    """
    _, files = files_of(number)
    try:
        done = tried(files, folder, "material" if number % 20 == 0 else "bare")
    except Exception as error:
        said = str(error) if isinstance(error, Broken) else f"{type(error).__name__}: {error}"
        if kept is not None:
            target = kept / str(number)
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(folder, target, symlinks=True, ignore=shutil.ignore_patterns("site", "site2", "staged"))
            (target / "WRONG").write_text(said + "\n", errors="replace")
        return Result(True, broken=_kind(said))
    return Result(done.green, done.choices)


def _kind(said: str) -> str:
    """What is wrong without quoted texts, by which the same fault in two cases is known."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|\d+", "…", " ".join(said.split()))[:150]
