"""Which page addresses are valid, and which paths stay inside a folder.

An address is a path from the root of the site, as links show it: "./" for the home page, otherwise names that each end
in a slash, such as "guides/sit-bone/". Every name must be valid as a folder name on every common operating system.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PureWindowsPath

from generator.core.errors import SignpostError

HOME = "./"
# Limits in characters, for one name and for a whole address. File systems allow 255 bytes a name, and writing a file
# needs a few of them for its temporary name.
LONGEST_NAME, LONGEST = 100, 400
# Characters with a special meaning in an address, a shell pattern, or a path on some operating system. The last one
# replaces what could not be decoded in a file name.
_REFUSED = frozenset('/\\:*?"<>|#%\ufffd')
# Unicode categories: control, format, surrogate and private-use characters.
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co"))


class OutsideError(SignpostError):
    """A file would be written outside its target folder."""


def why_invalid(address: str) -> str | None:
    """Why a text is not a valid page address, phrased to follow "because"; None if it is valid."""
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
    return next((reason for name in address[:-1].split("/") if (reason := why_invalid_name(name))), None)


def why_invalid_name(name: str) -> str | None:
    """Why a text is not a valid name in an address or of a file, phrased to follow "because"; None if it is valid."""
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
    """Whether a path relative to a folder leads to a file inside that folder, on any operating system."""
    # Windows accepts both kinds of slash and has drives; operating systems cut a path at a NUL character.
    path = PureWindowsPath(uri)
    return bool(path.name) and not path.anchor and ".." not in path.parts and "\0" not in uri


def refuse_outside(uris: Iterable[str]) -> None:
    """Check that all paths, relative to a folder, lead to files inside it.

    Raises:
        OutsideError: if one does not.
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
