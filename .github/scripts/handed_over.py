"""Text that a job hands over to one with more rights.

It is text from a stranger, for code that others wrote ran where it was made. Standard library only, as nothing is
installed here.
"""

from pathlib import Path


class RefusedError(Exception):
    """What was handed over is not what it should be; the message says why."""


def raw(folder: Path, name: str, longest: int) -> bytes:
    """The beginning of one file, at most `longest` bytes; nothing where it is not there.

    Raises:
        RefusedError: if it is no ordinary file.
    """
    path = folder / name
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise RefusedError(f"{name} is not an ordinary file.")
    if not path.exists():
        return b""
    with path.open("rb") as file:
        return file.read(longest)


def whole(folder: Path, name: str, longest: int) -> str:
    """All of one file as text.

    Raises:
        RefusedError: if it is not there, no ordinary file, longer than `longest` bytes, not UTF-8, or if it holds a
            character that cannot be seen.
    """
    content = raw(folder, name, longest + 1)
    if not content or len(content) > longest:
        raise RefusedError(f"{name} is missing, empty or too long.")
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise RefusedError(f"{name} is not UTF-8.") from None
    if not all(char.isprintable() or char == "\n" for char in text):
        raise RefusedError(f"{name} holds characters that cannot be seen.")
    return text
