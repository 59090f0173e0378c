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

# Ids become names of files, which no common system lets be longer than 255 bytes.
LONGEST_ID = 100
ID = re.compile(rf"[a-z0-9-]{{1,{LONGEST_ID}}}")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder that holds `decision_trees/` and `content/`."""

    root: Path
