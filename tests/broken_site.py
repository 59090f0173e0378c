"""The small site (`small_site/`) with some passages changed, as the tests of what authors are told need it."""

import shutil
from collections.abc import Mapping
from pathlib import Path

SITE = Path(__file__).parent / "small_site"
TREE = "decision_trees/sit-bone.yml"
FLAGS = "decision_trees/red_flags.yml"
TENDON = "content/outcomes/tendon-pain.yml"
TEAR = "content/outcomes/possible-tear.yml"
FAQ = "content/faq/hard-seats.yml"
PLACE = "content/places/sit-bone.yml"
ABOUT = "content/about/index.md"

# The files that change: None where a file is gone.
Change = Mapping[str, str | bytes | None]


def text(path: str) -> str:
    """A file of the site as it is."""
    return (SITE / path).read_text("utf-8")


def swap(path: str, *pairs: tuple[str, str]) -> Change:
    """One file with some passages changed, each of which stands there exactly once."""
    changed = text(path)
    for old, new in pairs:
        assert changed.count(old) == 1, f"{old!r} stands {changed.count(old)} times in {path}"
        changed = changed.replace(old, new)
    return {path: changed}


def moved(path: str, to: str) -> Change:
    """One file under another name."""
    return {path: None, to: text(path)}


def written(folder: Path, change: Change) -> Path:
    """Write the small site with some files changed into a folder, and return the folder."""
    shutil.copytree(SITE, folder, dirs_exist_ok=True)
    for path, content in change.items():
        file = folder / path
        if content is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder
