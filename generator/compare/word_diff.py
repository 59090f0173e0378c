"""Compares two lines word by word, and marks words that may change the meaning, such as negations and numbers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from generator.compare.lines import Line, alike, bare_line, keys, likeness, matcher, shown
from generator.core.review_words import ReviewWords

# Words of context that are shown on each side of a change.
_CONTEXT = 14
_FEW = 6
# Changes with at most this many words between them are merged: alternating words would be unreadable.
_MAX_WORDS_BETWEEN = 2
# If the product of both lengths is above this, lines are compared as wholes, not by word: about a second of work.
_MOST_WORK = 4_000_000
# How much similarity is deducted if only one of two lines is negated.
_NEGATED = 0.3
MarkKind = Literal["negation", "number", "urgency", "care", "joint"]
MARKS: tuple[MarkKind, ...] = ("negation", "number", "urgency", "care", "joint")


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive words of one kind: in both versions, gone, or new. "cut" replaces common words that are left out."""

    kind: Literal["same", "gone", "new", "cut"]
    text: str
    # Whether no space precedes it.
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of one kind that were removed, added or moved within the line."""

    kind: MarkKind
    gone: tuple[str, ...]
    new: tuple[str, ...]
    moved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordDiff:
    """Two lines, compared word by word.

    Attributes:
        was, now: the runs of each version; "gone" occurs only in the first, "new" only in the second.
    """

    was: tuple[Run, ...]
    now: tuple[Run, ...]
    marks: tuple[Mark, ...]


_Change = tuple[int, int, int, int]


def _changes(before: Line, after: Line) -> list[_Change]:
    """The ranges that differ: begin and end in each line."""
    was, now = keys(before), keys(after)
    shorter = min(len(was), len(now))
    begin = next((at for at in range(shorter) if was[at] != now[at]), shorter)
    end = next((at for at in range(shorter - begin) if was[-1 - at] != now[-1 - at]), shorter - begin)
    was, now = was[begin : len(was) - end], now[begin : len(now) - end]
    if len(was) * len(now) > _MOST_WORK:
        return [(begin, begin + len(was), begin, begin + len(now))]
    codes = matcher(was, now).get_opcodes()
    return [(begin + a, begin + b, begin + c, begin + d) for tag, a, b, c, d in codes if tag != "equal"]


def _merged(changes: list[_Change]) -> list[_Change]:
    """The same changes, merged where only a word or two are between them."""
    found: list[_Change] = []
    for begin, end, begin_now, end_now in changes:
        if found and begin - found[-1][1] <= _MAX_WORDS_BETWEEN:
            first, _, first_now, _ = found.pop()
            found.append((first, end, first_now, end_now))
        else:
            found.append((begin, end, begin_now, end_now))
    return found


class WordDiffer:
    """Compares lines of one language.

    Args:
        words: the words to mark.
        levels: the titles of care levels, which are marked as well.
    """

    def __init__(self, words: ReviewWords, levels: Iterable[str] = ()) -> None:
        self._words = words
        self._levels = tuple(levels)

    @cached_property
    def _phrases(self) -> dict[str, list[tuple[tuple[str, ...], MarkKind]]]:
        """The phrases to mark, by their first word, the longest first."""
        found: dict[str, list[tuple[tuple[str, ...], MarkKind]]] = {}
        listed: list[tuple[MarkKind, list[str]]] = [
            ("negation", self._words.negations),
            ("number", self._words.numbers),
            ("urgency", self._words.urgency),
            ("care", [*self._levels, *self._words.care]),
            ("joint", self._words.joints),
        ]
        for kind, phrases in listed:
            for phrase in phrases:
                if said := keys(bare_line(phrase)):
                    found.setdefault(said[0], []).append((said, kind))
        for one in found.values():
            one.sort(key=lambda phrase: -len(phrase[0]))
        return found

    @cached_property
    def _units(self) -> frozenset[str]:
        return frozenset(map(str.casefold, self._words.units))

    @cached_property
    def _ranges(self) -> frozenset[str]:
        return frozenset(key for word in self._words.ranges for key in keys(bare_line(word)))

    def compare(self, before: Line, after: Line) -> WordDiff:
        """Compare two lines that differ."""
        changes = _changes(before, after)
        gathered = _merged(changes)
        was = _runs(before, [(begin, end) for begin, end, _, _ in gathered], "gone")
        now = _runs(after, [(begin, end) for _, _, begin, end in gathered], "new")
        return WordDiff(was, now, self._marks(before, after, changes))

    def marks_of(self, line: Line) -> tuple[Mark, ...]:
        """All marks of a line as if it were entirely new."""
        return self._marks((), line, [(0, 0, 0, len(line))])

    def same_sense(self, before: Line, after: Line) -> float:
        """The similarity of two lines, from 0 to 1, reduced if only one of them is negated."""
        negated = [sum(kind == "negation" for kind, *_ in self._found(line)) % 2 for line in (before, after)]
        return likeness(before, after) - (_NEGATED if negated[0] != negated[1] else 0)

    def _marks(self, before: Line, after: Line, changes: list[_Change]) -> tuple[Mark, ...]:
        was, now = list(self._found(before)), list(self._found(after))
        gone = self._touched(was, now, [(begin, end) for begin, end, _, _ in changes])
        new = self._touched(now, was, [(begin, end) for _, _, begin, end in changes])
        found = []
        for kind in MARKS:
            went, came = gone.get(kind, []), new.get(kind, [])
            moved = Counter(map(alike, went)) & Counter(map(alike, came))
            went, moved_words = _without(went, moved)
            came, _ = _without(came, moved)
            if went or came or moved_words:
                found.append(Mark(kind, tuple(went), tuple(came), tuple(moved_words)))
        return tuple(found)

    def _touched(
        self, phrases: "list[_Phrase]", others: "list[_Phrase]", changes: list[tuple[int, int]]
    ) -> dict[MarkKind, list[str]]:
        """The phrases that a change overlaps, and those that occur less often in the other version."""
        missing = Counter(one.same for one in phrases) - Counter(one.same for one in others)
        found: dict[MarkKind, list[str]] = {}
        for one in phrases:
            touched = any(begin < one.end and one.begin < end for begin, end in changes)
            if touched or missing[one.same] > 0:
                missing[one.same] -= 1
                found.setdefault(one.kind, []).append(one.text)
        return found

    def _found(self, line: Line) -> Iterator["_Phrase"]:
        """All markable phrases in a line, without overlaps."""
        at = 0
        while at < len(line):
            end = self._end_of_amount(line, at)
            kind: MarkKind = "number"
            if end == at:
                end, kind = next(
                    ((at + len(said), kind) for said, kind in self._phrases.get(line[at].key, ())
                     if keys(line[at : at + len(said)]) == said),
                    (at, kind),
                )  # fmt: skip
            if end == at and line[at].text.startswith("("):
                end, kind = self._end_of_target(line, at)
            if end > at:
                yield _Phrase(kind, at, end, shown(line[at:end]))
            at = max(end, at + 1)

    def _end_of_amount(self, line: Line, at: int) -> int:
        """The end of a number or range with its unit; `at` if none begins there."""
        end = self._end_of_number(line, at)
        if end > at and end < len(line) and line[end].key in self._ranges:
            further = self._end_of_number(line, end + 1)
            end = further if further > end + 1 else end
        return end + 1 if end < len(line) and line[end].key in self._units else end

    def _end_of_number(self, line: Line, at: int) -> int:
        if at >= len(line):
            return at
        if any(char.isdigit() for char in line[at].key) and not line[at].text.startswith("("):
            return at + 1
        said = (said for said, kind in self._phrases.get(line[at].key, ()) if kind == "number")
        return next((at + len(one) for one in said if keys(line[at : at + len(one)]) == one), at)

    def _end_of_target(self, line: Line, at: int) -> tuple[int, MarkKind]:
        """The end and kind of a link target that is a care level or a phone number; `at` as the end otherwise."""
        target = line[at].text.strip("()")
        if target.startswith("tel:"):
            return at + 1, "number"
        return (at + 1, "care") if target.startswith("care:") else (at, "care")


class _Phrase(NamedTuple):
    kind: MarkKind
    begin: int
    end: int
    text: str

    @property
    def same(self) -> tuple[str, str]:
        return self.kind, alike(self.text)


def _without(words: list[str], some: Counter[str]) -> tuple[list[str], list[str]]:
    """Split words into those that remain and those taken out, given how often to take out each."""
    left, kept, taken = Counter(some), [], []
    for word in words:
        if left[alike(word)] > 0:
            left[alike(word)] -= 1
            taken.append(word)
        else:
            kept.append(word)
    return kept, taken


def _runs(line: Line, changes: list[tuple[int, int]], kind: Literal["gone", "new"]) -> tuple[Run, ...]:
    """A line as runs; a context that is too long is cut between words."""
    found: list[Run] = []
    at = 0
    for number, (begin, end) in enumerate(changes):
        found += _context(line[at:begin], first=number == 0, last=False)
        if end > begin:
            found.append(_run(kind, line[begin:end]))
        at = end
    return (*found, *_context(line[at:], first=False, last=True))


def _run(kind: Literal["same", "gone", "new"], tokens: Line) -> Run:
    return Run(kind, shown(tokens), glued=not tokens[0].space)


def _context(tokens: Line, *, first: bool, last: bool) -> list[Run]:
    if not tokens:
        return []
    head, tail = (0 if first else _CONTEXT), (0 if last else _CONTEXT)
    # Leaving out only a few words would save nothing.
    if len(tokens) <= head + tail + _FEW:
        return [_run("same", tokens)]
    cut = [Run("cut", "…")]
    begin = [_run("same", tokens[:head])] if head else []
    end = [Run("same", shown(tokens[len(tokens) - tail :]))] if tail else []
    return [*begin, *cut, *end]
