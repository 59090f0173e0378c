"""Files written whole."""

from pathlib import Path


def write_whole(path: Path, text: str) -> bool:
    """Replace a file, or make it, so that nobody ever sees half of it; left alone where nothing would change.

    Returns:
        whether it was written.

    Raises:
        OSError: where it cannot be written; what was there stays.
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
