"""`python -m workbench` builds it; `python -m workbench SITE [URL]` installs it into the folder of a built site."""

import sys
from pathlib import Path

from workbench.build import CannotBuildError, build
from workbench.install import PAGE, NotBuiltError, install

_LIKELY = "https://above-and-below.example/"

if __name__ == "__main__":
    try:
        if len(sys.argv) > 1:
            install(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else _LIKELY)
        else:
            folder = build()
            size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
            print(f"{folder} ({size:.1f} MB). `make site` puts it at /{PAGE}.")
    except (CannotBuildError, NotBuiltError) as reason:
        sys.exit(str(reason))
