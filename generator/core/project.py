"""A project's folder, and the names in it that are no kind of entry."""

import re
from dataclasses import dataclass
from pathlib import Path

TREES = "decision_trees"
CONTENT = "content"

SITE = f"{CONTENT}/site.yml"
FIGURES = f"{CONTENT}/figures"
# What a site has in the place of its theme's files, and in `pages/` below it of our templates.
OVERRIDES = "site_overrides"
# The ledger of every published address.
PERMALINKS = "permalinks.txt"
# The ledger of what was read at the last review.
REVIEWED = "reviewed.txt"
# What the site around a project says of itself; the language of its theme is read from it.
MKDOCS = "mkdocs.yml"

# Ids become names of files, which no common system lets be longer than 255 bytes.
LONGEST_ID = 100
ID = re.compile(rf"[a-z0-9-]{{1,{LONGEST_ID}}}")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder that holds `decision_trees/` and `content/`."""

    root: Path

    def templates(self, overrides: Path | None = None) -> Path | None:
        """The folder of the site's own templates of pages; None where it has none.

        Args:
            overrides: the folder of what the site has in the place of others' files; else `site_overrides`.
        """
        folder = (overrides or self.root / OVERRIDES) / "pages"
        return folder if folder.is_dir() else None
