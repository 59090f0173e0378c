"""`python -m bench [--quick] [--only GROUP]`: measures, prints a table and writes build/bench.json."""

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

from bench import browsing, building, checking, editing, weighing
from bench.figure import Figure
from bench.workshop import ROOT, Workshop

GROUPS = {"checking": checking, "building": building, "weighing": weighing, "browsing": browsing, "editing": editing}


def main() -> None:
    """Measure the selected figures. Exits with 0 however slow they are: a figure is for information, not a test."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="smaller loads, measured once")
    parser.add_argument("--only", choices=GROUPS, action="append", help="measure this group alone; can be repeated")
    parser.add_argument("--to", type=Path, default=ROOT / "build" / "bench.json", help="where to write the figures")
    options = parser.parse_args()
    began = time.monotonic()
    rows: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="signpost-bench-") as folder:
        workshop = Workshop(Path(folder), options.quick)
        for name, group in GROUPS.items():
            asked = not options.only or name in options.only
            figures = group.measured(workshop) if asked else (one.unmeasured("not asked for") for one in group.FIGURES)
            for figure in figures:
                rows.append(figure)
                if asked:
                    print(figure.line(), flush=True)
    data = {
        "quick": options.quick,
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "seconds": round(time.monotonic() - began),
        "figures": [figure.as_data() for figure in rows],
    }
    options.to.parent.mkdir(parents=True, exist_ok=True)
    options.to.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"\n{data['seconds']} s in all; written to {options.to}. What each figure means: docs/performance.md")


if __name__ == "__main__":
    sys.exit(main())
