"""Files of a project that are published, or hold something, and of which no entry, page or setting is made."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from generator.core.project import CONTENT, MKDOCS, OVERRIDES, REVIEWED

# What a comparison reads: all else is compared as it is.
_COMPARED = (".yml", ".yaml", ".md")


def is_other(path: str) -> bool:
    """Whether a file is one of these: a picture, a style, a template, the site's settings, the ledger of reviews.

    Args:
        path: relative to the project, with slashes.
    """
    top, _, inside = path.partition("/")
    if any(part.startswith(".") for part in path.split("/")):
        return False
    return path in (MKDOCS, REVIEWED) or top == OVERRIDES or (top == CONTENT and not inside.endswith(_COMPARED))


def checksums_on_disk(root: Path) -> dict[str, frozenset[str]]:
    """The checksums that each such file has in git, by its path: with its line ends as they are, and as git keeps them.

    Those of a repository with SHA-1 and of one with SHA-256 are both there. A file that cannot be read has none.
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
    """The paths of files that differ, or that only one side has."""
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
    # What git calls a file by; nothing is kept secret by it.
    return frozenset(
        made(blob, usedforsecurity=False).hexdigest() for blob in blobs for made in (hashlib.sha1, hashlib.sha256)
    )
