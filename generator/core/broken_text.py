"""Damaged characters in a text: lost in a conversion, decoded with the wrong encoding (mojibake), or invisible.

Valid uses are left alone: zero-width characters between letters of non-Latin alphabets and in emoji, and marks for the
writing direction in a line that has right-to-left letters.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["lost", "misread", "unseen", "turns"]

# UTF-8 continuation bytes (0x80 to 0xbf), as decoded with Windows-1252 or Latin-1.
_CONTINUATION = (
    "[\u0080-\u00bf"
    + "".join(char for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode("cp1252", "ignore")))
    + "]"
)
# UTF-8 sequences of two, three and four bytes, decoded so: accented letters, signs such as curly quotes, and emoji.
_MISREAD = re.compile(
    rf"[\u00c2\u00c3]{_CONTINUATION}|\u00e2{_CONTINUATION}{_CONTINUATION}|\u00f0\u0178{_CONTINUATION}{_CONTINUATION}"
)
_LOST = re.compile("\ufffd+")
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_UNSEEN = re.compile(f"(?<=[{_LATIN}])[\u200b-\u200d\u2060\ufeff]+(?=[{_LATIN}])")
_DIRECTION_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_FORMS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (_LOST, "lost"),
    (_MISREAD, "misread"),
    (_UNSEEN, "unseen"),
    (_DIRECTION_MARKS, "turns"),
)
# Bidirectional classes of letters that are written from right to left (Unicode Standard Annex 9, table 4).
_FROM_RIGHT = ("R", "AL")


@dataclass(frozen=True, slots=True)
class Broken:
    """One or more damaged characters.

    Attributes:
        kind: "lost": a replacement character; "misread": decoded with the wrong encoding; "unseen": of zero width,
            within a word; "turns": changes the writing direction.
        written: the characters in the text.
        meant: the intended character; empty if unknown.
        offset: where they begin in the text.
    """

    kind: Kind
    written: str
    meant: str
    offset: int


def broken(text: str) -> Iterator[Broken]:
    """The first damaged characters of each kind in a text, in the order of the kinds."""
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
    """The character whose UTF-8 bytes were decoded as Windows-1252 or Latin-1; empty if there is none."""
    try:
        found = b"".join(char.encode("cp1252" if ord(char) > 0xFF else "latin-1") for char in written).decode()
    except UnicodeError:
        return ""
    return found if found.isprintable() or found == "\u00a0" else ""


def _is_from_right(text: str, at: int) -> bool:
    begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[begin : end if end >= 0 else len(text)]
    return any(unicodedata.bidirectional(char) in _FROM_RIGHT for char in line)
