"""A project's folder, and the names in it that are no kind of entry."""

import re
from dataclasses import dataclass
from pathlib import Path

TREES = "decision_trees"
CONTENT = "content"

SITE = f"{CONTENT}/site.yml"
FIGURES = f"{CONTENT}/figures"
# The ledger of every published address.
PERMALINKS = "permalinks.txt"

ID = re.compile(r"[a-z0-9-]+")
# A page with or without an anchor, such as "guides/sit-bone/#when-it-hurts".
ADDRESS = re.compile(r"(?:\./|[^\s/#<=>|][^#]*/)(?:#\S+)?")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder that holds `decision_trees/` and `content/`."""

    root: Path
