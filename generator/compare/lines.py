"""The lines of an author's text as words, and which line of one text became which of another.

A line is what readers see as one: a paragraph, a heading, an item of a list, a row of a table. Words are compared
without regard to capitals and the form of quotes; what a link leads to counts as a word.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.core.blocks import Block, Piece
from generator.core.markup import parse

_RIGHT, _LEFT, _DASH = "\N{RIGHT SINGLE QUOTATION MARK}", "\N{LEFT SINGLE QUOTATION MARK}", "\N{EN DASH}"
# A word with what belongs to it ("don't", "A&E", "same-day", "2,000", "6-12"), else one sign.
_TOKEN = re.compile(rf"[^\W_]+(?:(?:['{_RIGHT}&/-]|(?<=\d)[.,:{_DASH}](?=\d))[^\W_]+)*|\S")
_QUOTES = {_RIGHT: "'", _LEFT: "'", "\N{LEFT DOUBLE QUOTATION MARK}": '"', "\N{RIGHT DOUBLE QUOTATION MARK}": '"'}
_ALIKE = str.maketrans({**_QUOTES, _DASH: "-", "\N{EM DASH}": "-"})
# Lines of which less is the same are not taken for one line that changed, unless nothing else is left.
_ENTIRELY_OTHER = 0.4
# Beyond so many pairs of lines they are taken one after the other.
_MOST_PAIRS = 2_500


class Token(NamedTuple):
    """A word or a sign: as it is written, as it is compared, and whether a space stands before it."""

    text: str
    key: str
    space: bool


Line = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class LineChange:
    """One line of a text in both versions.

    Attributes:
        before, after: None where the line is new, or gone.
    """

    before: Line | None
    after: Line | None


def lines(text: str, *, form: bool = False) -> tuple[Line, ...]:
    """The lines of an author's text, each as its words.

    Args:
        text: as it is written, so Markdown.
        form: whether emphasis and citations are among the words.
    """
    return tuple(_lines(parse(text), form))


def bare_line(words: str) -> Line:
    """A line of words that are no Markdown, such as ids."""
    return tuple(_tokens(words, False))


def keys(line: Line) -> tuple[str, ...]:
    """By which two lines are the same."""
    return tuple(token.key for token in line)


def shown(tokens: Sequence[Token]) -> str:
    """A line, or a part of one, as it is read."""
    return "".join(f" {token.text}" if token.space and place else token.text for place, token in enumerate(tokens))


def alike(words: str) -> str:
    """By which words are the same, whatever their capitals and the form of their quotes."""
    return words.translate(_ALIKE).casefold()


def likeness(before: Line, after: Line) -> float:
    """How much of two lines is the same, from 0 to 1; 1 where their words are the same."""
    return matcher(keys(before), keys(after)).ratio() if before or after else 1.0


def _lines(blocks: Iterable[Block], form: bool) -> Iterator[Line]:
    for block in blocks:
        for pieces in _rows(block.pieces):
            if line := tuple(_of_pieces(pieces, form)):
                yield line
        yield from _lines(block.blocks, form)


def _rows(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    """The rows of a table, which the grammar of texts takes for the lines of a paragraph; else all pieces together."""
    ends = [place for place, piece in enumerate(pieces) if piece.kind == "space"]
    if not ends or not pieces[0].words.lstrip().startswith("|"):
        yield pieces
        return
    begin = 0
    for end in (*ends, len(pieces)):
        # What stands between the head of a table and its rows has no words.
        if any(char not in "|-: " for piece in pieces[begin:end] for char in piece.words):
            yield pieces[begin:end]
        begin = end + 1


def _of_pieces(pieces: Iterable[Piece], form: bool) -> Iterator[Token]:
    words, targets = "", []
    for piece in pieces:
        sign = ""
        match piece.kind:
            case "words" | "code" | "image":
                words += piece.words
                sign = f"({piece.target})" if piece.kind == "image" else ""
            case "space" | "break":
                words += " "
            case "link":
                targets.append(f"({f'{piece.names[0].kind}:{piece.names[0].id}' if piece.names else piece.target})")
            case "/link":
                sign = targets.pop() if targets else ""
            case "citation":
                words = words.rstrip(" ")
                sign = f"[{'; '.join(f'@{name.id}' for name in piece.names)}]" if form else ""
            case "strong" | "/strong" if form:
                sign = "**"
            case "em" | "/em" if form:
                sign = "*"
        if sign:
            yield from _tokens(words, form)
            spaced = words.endswith(" ") or piece.kind in ("/link", "image", "citation")
            yield Token(sign, sign, spaced)
            words = ""
    yield from _tokens(words, form)


def _tokens(words: str, exact: bool) -> Iterator[Token]:
    for found in _TOKEN.finditer(words):
        text = found[0]
        key = text if exact else alike(text)
        yield Token(text, key, words[found.start() - 1 : found.start()].isspace())


def matcher(before: Sequence[str], after: Sequence[str]) -> "SequenceMatcher[str]":
    """What finds the words that two lines have in common."""
    return SequenceMatcher(None, before, after, autojunk=False)


def aligned(before: Sequence[Line], after: Sequence[Line]) -> list[LineChange]:
    """The lines of two texts that differ, side by side. A line that only moved stands alike in both."""
    was, now = [keys(line) for line in before], [keys(line) for line in after]
    found: list[LineChange] = []
    whole: SequenceMatcher[tuple[str, ...]] = SequenceMatcher(None, was, now, autojunk=False)
    for tag, a, b, c, d in whole.get_opcodes():
        if tag == "equal":
            continue
        pairs = _pairs(before[a:b], after[c:d])
        taken = {new for _, new in pairs}
        others = [LineChange(None, line) for place, line in enumerate(after[c:d]) if place not in taken]
        by_old = dict(pairs)
        for place, line in enumerate(before[a:b]):
            found.append(LineChange(line, after[c + by_old[place]] if place in by_old else None))
        found += others
    return _moved(found)


def _pairs(before: Sequence[Line], after: Sequence[Line]) -> list[tuple[int, int]]:
    """Which line became which: the most alike first, then, where as many are left of both, one after the other."""
    found: dict[int, int] = {}
    if len(before) * len(after) <= _MOST_PAIRS:
        likes = sorted(
            (-_likeness_of_lines(old, new), abs(a - b), a, b)
            for a, old in enumerate(before)
            for b, new in enumerate(after)
        )
        for like, _, a, b in likes:
            if -like >= _ENTIRELY_OTHER and a not in found and b not in found.values():
                found[a] = b
    left = [a for a in range(len(before)) if a not in found]
    right = sorted(set(range(len(after))) - set(found.values()))
    return sorted([*found.items(), *(zip(left, right, strict=True) if len(left) == len(right) else ())])


def _likeness_of_lines(before: Line, after: Line) -> float:
    """As `likeness`, but 0 where a cheap look shows that it is too little to matter."""
    words = matcher(keys(before), keys(after))
    if words.real_quick_ratio() < _ENTIRELY_OTHER or words.quick_ratio() < _ENTIRELY_OTHER:
        return 0
    return words.ratio()


def _moved(changes: list[LineChange]) -> list[LineChange]:
    """The same with what went from one place and came in another put together."""
    came = {keys(one.after): place for place, one in enumerate(changes) if one.before is None and one.after}
    taken: set[int] = set()
    found = []
    for one in changes:
        place = came.get(keys(one.before)) if one.after is None and one.before is not None else None
        if place is not None and place not in taken:
            taken.add(place)
            found.append(LineChange(one.before, one.before))
        else:
            found.append(one)
    return [one for one in found if one.before is not None or came.get(keys(one.after or ())) not in taken]
