"""A project's folder, and the names in it that are not of a kind of entry."""

import re
from dataclasses import dataclass
from pathlib import Path

TREES = "decision_trees"
CONTENT = "content"

SITE = f"{CONTENT}/site.yml"
FIGURES = f"{CONTENT}/figures"
# Files that replace those of the site's theme; `pages/` in it replaces our page templates.
OVERRIDES = "site_overrides"
# The ledger of permalinks: all published addresses.
PERMALINKS = "permalinks.txt"
# The ledger of reviews: what was read at the last review.
REVIEWED = "reviewed.txt"
# The settings of the MkDocs site around a project; the language of its theme is read from it.
MKDOCS = "mkdocs.yml"

# Ids become file names, which common systems limit to 255 bytes.
LONGEST_ID = 100
ID = re.compile(rf"[a-z0-9-]{{1,{LONGEST_ID}}}")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder that holds `decision_trees/` and `content/`."""

    root: Path

    def templates(self, overrides: Path | None = None) -> Path | None:
        """The folder of the site's own page templates; None if there is none.

        Args:
            overrides: the folder with the site's replacements of theme files; `site_overrides` by default.
        """
        folder = (overrides or self.root / OVERRIDES) / "pages"
        return folder if folder.is_dir() else None
