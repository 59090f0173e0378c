"""Wraps styled words into lines for a terminal of any width."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

Style = Callable[..., str]


class Styled(NamedTuple):
    """Words in one style; `style` holds keyword arguments for the style function, as pairs."""

    text: str
    style: tuple[tuple[str, Any], ...] = ()
    # Whether no space precedes them.
    glued: bool = False


def styled(text: str, *, glued: bool = False, **style: str | bool) -> Styled:
    """Words in a style, such as `fg="red"`."""
    return Styled(text, tuple(style.items()), glued)


def wrapped(parts: Iterable[Styled], style: Style, width: int, first: str, rest: str) -> Iterator[str]:
    """Wrap words into lines.

    Args:
        parts: joined with a space, except where the second one is glued.
        style: styles a text, like click's `style`.
        width: of the terminal, in characters; a longer word gets a line of its own.
        first: prefix of the first line.
        rest: prefix of every other line.
    """
    begin, line, length = first, list[Styled](), len(first)
    for word in _words(parts):
        size = sum(len(part.text) for part in word)
        if line and length + 1 + size > width:
            yield begin + _styled(line, style)
            begin, line, length = rest, [], len(rest)
        space = " " if line else ""
        line += [word[0]._replace(text=space + word[0].text), *word[1:]]
        length += len(space) + size
    yield begin + _styled(line, style)


def _words(parts: Iterable[Styled]) -> Iterator[list[Styled]]:
    """Units that must stay on one line: a word, with parts in other styles that are glued to it."""
    word: list[Styled] = []
    for part in parts:
        for number, text in enumerate(filter(None, part.text.split(" "))):
            if word and (number or not part.glued):
                yield word
                word = []
            word.append(Styled(text, part.style))
    if word:
        yield word


def _styled(words: list[Styled], style: Style) -> str:
    runs = ((how, "".join(word.text for word in run)) for how, run in groupby(words, key=lambda word: word.style))
    return "".join(style(text, **dict(how)) if how else text for how, text in runs)
