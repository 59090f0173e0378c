"""Estimates the width of a text without a font, because the font on the reader's device is unknown.

The widths are those of DejaVu Sans or Liberation Sans, whichever is wider, in hundredths of the font size. The fonts of
phones and desktops are narrower than DejaVu Sans.
"""

import unicodedata

_WIDE, _FULL = 102, 140
_BOLD = 1.14
_CLASSES = {
    30: "'\N{NO-BREAK SPACE} ijlI,.|\N{RIGHT SINGLE QUOTATION MARK}",
    36: "/:;\\f-()[]t\N{LEFT SINGLE QUOTATION MARK}",
    42: "r!",
    53: '"*J`sz“”',
    61: "c?L_\N{EN DASH}kvxyFTao",
    66: "ebdghnpqu0123456789${}ßAEKPSYV",
    75: "BXZCRUHN",
    80: "DGOQ&",
    88: "w#+<=>^~✓M",
    100: "%mW—…→@",
}
_WIDTHS = {character: width for width, characters in _CLASSES.items() for character in characters}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """An upper bound for the width of a line of text, in the unit of `size`."""
    total = sum(map(_of, text)) * size / 100
    return total * _BOLD if bold else total


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines that fit into `room`; a word that is too wide is cut."""
    lines: list[str] = []
    line = ""
    for word in filter(None, text.split(" ")):
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *cut, line = _cut(word, size, room, bold)
        lines.extend(cut)
    return [*lines, line] if line or not lines else lines


def _cut(word: str, size: float, room: float, bold: bool) -> list[str]:
    parts = [""]
    for character in word:
        # A combining character stays with the character before it.
        if parts[-1] and width(parts[-1] + character, size, bold=bold) > room and not unicodedata.combining(character):
            parts.append("")
        parts[-1] += character
    return parts


def _of(character: str) -> int:
    known = _WIDTHS.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character):
        return 0
    base = unicodedata.normalize("NFD", character)[0]
    if base in _WIDTHS:
        return _WIDTHS[base]
    wide = unicodedata.east_asian_width(character) in "WF" or unicodedata.category(character)[0] == "S"
    return _FULL if wide else _WIDE
