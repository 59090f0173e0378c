"""Fuzz for a while: `python -m tests.fuzz --minutes 10`.

Each case has a number, from which everything about it follows: `--first 4711 --cases 1` does the same again. Projects
that are not as they must be are left in `build/fuzz/`, each with what is wrong with it.
"""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from fuzz.cases import run

_KEPT = Path("build/fuzz")


def main() -> int:
    """Try cases until the time is up, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=None, help="how long; 1 where --cases is not given")
    parser.add_argument("--cases", type=int, default=None, help="how many, whatever time it takes")
    parser.add_argument("--first", type=int, default=None, help="the number of the first case; another each time")
    given = parser.parse_args()
    end = time.monotonic() + 60 * (given.minutes or 1)
    number = int(time.time()) if given.first is None else given.first
    last = number + given.cases if given.cases is not None else sys.maxsize
    counts: Counter[str] = Counter()
    found: dict[str, int] = {}
    with tempfile.TemporaryDirectory(prefix="signpost-fuzz-") as folder:
        os.environ["SIGNPOST_CACHE"] = f"{folder}/cache"
        while number < last and (given.cases is not None or time.monotonic() < end):
            result = run(number, Path(folder) / "project", _KEPT)
            counts.update(["cases", "green"] if result.green else ["cases"])
            counts["changes refused"] += result.refused
            counts["choices and links"] += result.looked_at
            if result.broken and result.broken not in found:
                found[result.broken] = number
                print(f"{number}: {result.broken}", flush=True)
            number += 1
    print(", ".join(f"{count:,} {what}" for what, count in counts.items()))
    print(f"{len(found)} kinds of breakage" if found else "nothing found")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
