"""Files of a project that matter for the site but are no entry, page or setting, such as images and templates."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from generator.core.project import CONTENT, MKDOCS, OVERRIDES, REVIEWED

# Files that a comparison parses; all others are compared by checksum.
_COMPARED = (".yml", ".yaml", ".md")


def is_other(path: str) -> bool:
    """Whether a file is one of these: an image, a style, a template, `mkdocs.yml`, the ledger of reviews.

    Args:
        path: relative to the project, with slashes.
    """
    top, _, inside = path.partition("/")
    if any(part.startswith(".") for part in path.split("/")):
        return False
    return path in (MKDOCS, REVIEWED) or top == OVERRIDES or (top == CONTENT and not inside.endswith(_COMPARED))


def checksums_on_disk(root: Path) -> dict[str, frozenset[str]]:
    """The git checksums of each such file, by its path, both with its present line endings and with "\\n".

    Both SHA-1 and SHA-256 are included, as repositories use either. A file that cannot be read has none.
    """
    found: dict[str, frozenset[str]] = {}
    tops = [root / OVERRIDES, root / CONTENT]
    files = [Path(folder, name) for top in tops for folder, _, names in os.walk(top) for name in names]
    for file in (*files, root / MKDOCS, root / REVIEWED):
        path = file.relative_to(root).as_posix()
        if is_other(path) and (file.is_file() or file.is_symlink()):
            found[path] = _checksums(file)
    return found


def changed(before: Mapping[str, frozenset[str]], after: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The paths of files that differ, or that are only on one side."""
    return tuple(
        path for path in sorted({*before, *after}) if not before.get(path, frozenset()) & after.get(path, frozenset())
    )


def _checksums(file: Path) -> frozenset[str]:
    try:
        content = os.fsencode(file.readlink()) if file.is_symlink() else file.read_bytes()
    except OSError:
        return frozenset()
    forms = {content} if b"\0" in content else {content, content.replace(b"\r\n", b"\n")}
    blobs = [b"blob %d\0" % len(form) + form for form in forms]
    # The object id of git; not used for security.
    return frozenset(
        made(blob, usedforsecurity=False).hexdigest() for blob in blobs for made in (hashlib.sha1, hashlib.sha256)
    )
