"""One case: a small project, changed step by step, all of which follows from a number.

A change that `check` refuses is taken back, so that what is built at the end has been changed in many ways.
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random

from fuzz.held import BrokenPromiseError, built, is_green
from fuzz.mutations import mutate
from fuzz.seeds import seeds

_SEEDS = seeds()
# Those that are refused as they are serve to see that nothing but the right changes makes them pass.
_WEIGHTS = [1 if name.startswith("a") else 5 for name in sorted(_SEEDS)]


@dataclass(frozen=True)
class Result:
    """What became of a case.

    Attributes:
        green: whether the project passed the check in the end.
        refused: how many changes the check refused.
        looked_at: how many choices and links were looked at on the built pages.
        broken: what is wrong, without what differs from case to case; "" where nothing is.
    """

    green: bool
    refused: int = 0
    looked_at: int = 0
    broken: str = ""


_STEPS = 8


def run(number: int, folder: Path, kept: Path | None = None) -> Result:
    """Try a case in a folder of its own.

    Args:
        kept: where to leave a project that is not as it must be.
    """
    random = Random(number)
    files = dict(_SEEDS[random.choices(sorted(_SEEDS), _WEIGHTS)[0]])
    green = is_green(files, folder)
    refused = 0
    try:
        for _ in range(_STEPS):
            tried_files = dict(files)
            mutate(random, tried_files)
            if tried_files and is_green(tried_files, folder):
                files, green = tried_files, True
            else:
                refused += 1
        if not green:
            return Result(False, refused)
        theme = "material" if number % 20 == 0 else "bare"
        return Result(True, refused, built(files, folder, theme, alone=number % 4 == 0))
    except Exception as error:
        said = str(error) if isinstance(error, BrokenPromiseError) else f"{type(error).__name__}: {error}"
        if kept is not None:
            target = kept / str(number)
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(folder, target, symlinks=True, ignore=shutil.ignore_patterns("site", "site2", "staged"))
            (target / "WRONG").write_text(said + "\n", errors="replace")
        return Result(True, refused, broken=_kind(said))


def _kind(said: str) -> str:
    """What is wrong without quoted texts, by which the same fault in two cases is known."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|\d+", "…", " ".join(said.split()))[:150]
