"""Splits an author's text into lines of words, and finds which line of one text became which line of another.

A line is what readers see as one unit: a paragraph, a heading, a list item, a table row. Words are compared without
regard to case or the form of quotation marks; the target of a link counts as a word.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.core.blocks import Block, Piece
from generator.core.markup import parse

_RIGHT, _LEFT, _DASH = "\N{RIGHT SINGLE QUOTATION MARK}", "\N{LEFT SINGLE QUOTATION MARK}", "\N{EN DASH}"
# A word with its inner punctuation ("don't", "A&E", "same-day", "2,000", "6-12"), or else a single character.
_TOKEN = re.compile(rf"[^\W_]+(?:(?:['{_RIGHT}&/-]|(?<=\d)[.,:{_DASH}](?=\d))[^\W_]+)*|\S")
_QUOTES = {_RIGHT: "'", _LEFT: "'", "\N{LEFT DOUBLE QUOTATION MARK}": '"', "\N{RIGHT DOUBLE QUOTATION MARK}": '"'}
_ALIKE = str.maketrans({**_QUOTES, _DASH: "-", "\N{EM DASH}": "-"})
# Two lines that are less alike than this are paired only if nothing else is left to pair.
_ENTIRELY_OTHER = 0.4
# With more pairs of lines than this, lines are paired in order, without comparing them.
_MOST_PAIRS = 2_500


class Token(NamedTuple):
    """A word or a punctuation mark: as written, as compared, and whether a space precedes it."""

    text: str
    key: str
    space: bool


Line = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class LineChange:
    """One line of a text in both versions.

    Attributes:
        before, after: the line in each version; `before` is None if it is new, `after` is None if it is gone.
    """

    before: Line | None
    after: Line | None


def lines(text: str, *, form: bool = False) -> tuple[Line, ...]:
    """The lines of an author's text, each as its words.

    Args:
        text: as written, in Markdown.
        form: whether to compare exactly (case and quotation marks count) and to include emphasis and citations.
    """
    return tuple(_lines(parse(text), form))


def bare_line(words: str) -> Line:
    """A line of words that are not Markdown, such as ids."""
    return tuple(_tokens(words, False))


def keys(line: Line) -> tuple[str, ...]:
    """The comparison keys of a line's words: two lines with equal keys are the same."""
    return tuple(token.key for token in line)


def shown(tokens: Sequence[Token]) -> str:
    """A line, or part of one, as readers see it."""
    return "".join(f" {token.text}" if token.space and place else token.text for place, token in enumerate(tokens))


def alike(words: str) -> str:
    """Words normalised for comparison: without differences of case, quotation marks and dashes."""
    return words.translate(_ALIKE).casefold()


def likeness(before: Line, after: Line) -> float:
    """The similarity of two lines, from 0 to 1; 1 if their words are the same."""
    return matcher(keys(before), keys(after)).ratio() if before or after else 1.0


def _lines(blocks: Iterable[Block], form: bool) -> Iterator[Line]:
    for block in blocks:
        for pieces in _rows(block.pieces):
            if line := tuple(_of_pieces(pieces, form)):
                yield line
        yield from _lines(block.blocks, form)


def _rows(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    """The rows of a table, which the text parser treats as lines of one paragraph; otherwise all pieces together."""
    ends = [place for place, piece in enumerate(pieces) if piece.kind == "space"]
    if not ends or not pieces[0].words.lstrip().startswith("|"):
        yield pieces
        return
    begin = 0
    for end in (*ends, len(pieces)):
        # The separator between a table's head and its rows has no words.
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
    """A matcher for the words that two lines have in common."""
    return SequenceMatcher(None, before, after, autojunk=False)


def aligned(before: Sequence[Line], after: Sequence[Line]) -> list[LineChange]:
    """The lines that differ between two texts, in pairs. A line that only moved is paired with itself."""
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
    """Which line became which: the most alike first. If equally many are then left on both sides, these are paired in
    order."""
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
    """Like `likeness`, but 0 if a cheap upper bound is already below the threshold for pairing."""
    words = matcher(keys(before), keys(after))
    if words.real_quick_ratio() < _ENTIRELY_OTHER or words.quick_ratio() < _ENTIRELY_OTHER:
        return 0
    return words.ratio()


def _moved(changes: list[LineChange]) -> list[LineChange]:
    """The same changes, with a line removed in one place and added in another joined into one change."""
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
