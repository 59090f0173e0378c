"""Characters that got into a text on its way from elsewhere: lost, read in a wrong encoding, or not to be seen.

What a language needs is left alone: zero-width characters between letters of other alphabets than the Latin one, and
in emoji; what turns the direction of writing, in a line that holds words written from right to left.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["lost", "misread", "unseen", "turns"]

# What the bytes from 0x80 to 0xbf are in the encoding of Windows, or in Latin-1; they go on with a character in UTF-8.
_ON = (
    "[\u0080-\u00bf"
    + "".join(char for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode("cp1252", "ignore")))
    + "]"
)
# UTF-8 of two, three and four bytes that was read so: letters with accents, signs such as curly quotes, and emoji.
_MISREAD = re.compile(rf"[\u00c2\u00c3]{_ON}|\u00e2{_ON}{_ON}|\u00f0\u0178{_ON}{_ON}")
_LOST = re.compile("\ufffd+")
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_UNSEEN = re.compile(f"(?<=[{_LATIN}])[\u200b-\u200d\u2060\ufeff]+(?=[{_LATIN}])")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_FORMS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (_LOST, "lost"),
    (_MISREAD, "misread"),
    (_UNSEEN, "unseen"),
    (_TURNS, "turns"),
)
# Bidirectional classes of letters that are written from right to left (Unicode Standard Annex 9, table 4).
_FROM_RIGHT = ("R", "AL")


@dataclass(frozen=True, slots=True)
class Broken:
    """A character, or several, that nobody meant.

    Attributes:
        kind: "lost": what a program writes for what it cannot read; "misread": another character, read in a wrong
            encoding; "unseen": of no width, within a word; "turns": it turns the direction of writing.
        written: what stands there.
        meant: what was meant; empty where that cannot be said.
        offset: where in the text it begins.
    """

    kind: Kind
    written: str
    meant: str
    offset: int


def broken(text: str) -> Iterator[Broken]:
    """What is broken in a text, the first of each kind, in the order of the kinds."""
    if text.isascii():
        return
    for form, kind in _FORMS:
        for found in form.finditer(text):
            meant = _meant(found[0]) if kind == "misread" else ""
            if (kind == "misread" and not meant) or (kind == "turns" and _is_from_right(text, found.start())):
                continue
            yield Broken(kind, found[0], meant, found.start())
            break


def _meant(written: str) -> str:
    """The character whose UTF-8 was read as the encoding of Windows, or as Latin-1; empty where it is none."""
    try:
        found = b"".join(char.encode("cp1252" if ord(char) > 0xFF else "latin-1") for char in written).decode()
    except UnicodeError:
        return ""
    return found if found.isprintable() or found == "\u00a0" else ""


def _is_from_right(text: str, at: int) -> bool:
    begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[begin : end if end >= 0 else len(text)]
    return any(unicodedata.bidirectional(char) in _FROM_RIGHT for char in line)
