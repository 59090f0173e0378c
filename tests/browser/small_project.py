"""The bicycle project of the golden pages as a site without a builder: a plan, warnings, a question about places."""

from functools import cache
from pathlib import Path

from quick_site import Version

_INPUT = Path(__file__).parents[1] / "golden/everything/input"


def files() -> dict[str, str]:
    """Its files, by path."""
    return {
        path.relative_to(_INPUT).as_posix(): path.read_text("utf-8") for path in _INPUT.rglob("*") if path.is_file()
    }


@cache
def bicycles() -> Version:
    """The project as it is."""
    return Version(files())
