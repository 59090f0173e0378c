"""The language of the MkDocs site around a project, from `mkdocs.yml`."""

from pathlib import Path
from typing import Any

from generator.core.project import MKDOCS
from generator.core.source import SourceFile
from generator.load.yaml_nodes import read


def theme_language(root: Path) -> str:
    """The language of a site's theme, such as "de": its `language`, or the `locale` of MkDocs' own themes.

    For commands that do not build a site; a build knows the loaded configuration, which is more reliable.

    Args:
        root: the project's folder, which may hold the file.

    Returns:
        the language; "" if it is not set or cannot be read.
    """
    try:
        text = (root / MKDOCS).read_text("utf-8")
        if "language" not in text and "locale" not in text:
            return ""
    except (OSError, ValueError):
        return ""
    # Problems are ignored: tags such as `!ENV` have no meaning here.
    config: Any = read(SourceFile(MKDOCS, text))[0]
    theme = config.get("theme") if isinstance(config, dict) else None
    said = (theme.get("language") or theme.get("locale")) if isinstance(theme, dict) else None
    return said.replace("_", "-") if isinstance(said, str) else ""
