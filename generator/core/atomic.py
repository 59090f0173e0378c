"""Atomic writes."""

from pathlib import Path


def write_atomically(path: Path, text: str) -> bool:
    """Create or replace a file atomically: other processes never see it half written. An equal file is left untouched.

    Returns:
        whether it was written.

    Raises:
        OSError: if it cannot be written; the previous content then stays.
    """
    path = path.resolve()
    content = text.encode()
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_bytes(content)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    return True
