"""What the site around a project says of its language, in `mkdocs.yml`."""

from pathlib import Path
from typing import Any

from generator.core.project import MKDOCS
from generator.core.source import SourceFile
from generator.load.yaml_nodes import read


def theme_language(root: Path) -> str:
    """The language of a site's theme, such as "de": its `language`, or the `locale` of MkDocs' own themes.

    Whoever builds the site knows more, and says it better: this is for commands that build none.

    Args:
        root: the project's folder, in which the file may stand.

    Returns:
        "" where nothing is said, or nothing can be read.
    """
    try:
        text = (root / MKDOCS).read_text("utf-8")
        if "language" not in text and "locale" not in text:
            return ""
    except (OSError, ValueError):
        return ""
    # Tags such as `!ENV` mean nothing here.
    config: Any = read(SourceFile(MKDOCS, text))[0]
    theme = config.get("theme") if isinstance(config, dict) else None
    said = (theme.get("language") or theme.get("locale")) if isinstance(theme, dict) else None
    return said.replace("_", "-") if isinstance(said, str) else ""
