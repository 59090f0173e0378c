"""What the address of a page may look like, and which paths stay inside a folder.

An address is a path from the top of the site as a link shows it: "./" for the first page, else names that each end
in a slash, such as "guides/sit-bone/". Every one of them must be possible as a folder on every common system.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PureWindowsPath

from generator.core.errors import SignpostError

HOME = "./"
# Characters of one name, and of a whole address. File systems allow 255 bytes, and writing needs a few for itself.
LONGEST_NAME, LONGEST = 100, 400
# What means something in an address, in a shell pattern, or in a path on some system.
# The last one stands for what is no character in the system's own reading of a name.
_REFUSED = frozenset('/\\:*?"<>|#%\ufffd')
# Control characters, those without a shape of their own, halves of characters, and those of private use.
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co"))


class OutsideError(SignpostError):
    """A file that would be written outside the folder that it is meant for."""


def slip(address: str) -> str | None:
    """What keeps a text from being the address of a page, in words that follow "because"; None where nothing does."""
    if address == HOME:
        return None
    if not address:
        return "it is empty"
    if address.startswith("/"):
        return "it begins with a slash"
    if not address.endswith("/"):
        return "it does not end with a slash"
    if len(address) > LONGEST:
        return f"it is longer than {LONGEST} characters"
    return next((reason for name in address[:-1].split("/") if (reason := slip_of_name(name))), None)


def slip_of_name(name: str) -> str | None:
    """The same for one name of an address, or of a file: what stands between two slashes."""
    if not name:
        return "there are two slashes in a row"
    if name.strip(".") == "":
        return f'"{name}" is no name'
    if name != name.strip() or name.endswith("."):
        return f'"{_shown(name)}" begins with a space, or ends with a space or a full stop'
    if refused := next(_refused(name), None):
        return f"{_named(refused)} may not stand in it"
    if len(name) > LONGEST_NAME or len(name.encode()) > 2 * LONGEST_NAME:
        return f'"{name[:20]}…" is longer than {LONGEST_NAME} characters'
    return None


def stays_inside(uri: str) -> bool:
    """Whether a path from the top of a folder leads to a file inside it, read as on any system."""
    # Windows takes both kinds of slash and knows drives; a NUL ends a path for the system, wherever it stands.
    path = PureWindowsPath(uri)
    return bool(path.name) and not path.anchor and ".." not in path.parts and "\0" not in uri


def refuse_outside(uris: Iterable[str]) -> None:
    """Nothing, where all paths from the top of a folder lead to files inside it.

    Raises:
        OutsideError: where one does not.
    """
    for uri in uris:
        if not stays_inside(uri):
            raise OutsideError(f"A file would be written outside the folder of the site: {uri!r}. Nothing was written.")


def _refused(name: str) -> Iterator[str]:
    return (
        char
        for char in name
        if char in _REFUSED or unicodedata.category(char) in _UNSEEN or (char.isspace() and char != " ")
    )


def _named(char: str) -> str:
    return f'"{char}"' if char.isprintable() else f"the character U+{ord(char):04X}"


def _shown(name: str) -> str:
    return "".join(char if char.isprintable() else "�" for char in name)
