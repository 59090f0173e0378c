"""Whether a text has no words for a reader: nothing, spaces, characters without a shape, or marks around nothing."""

import re
import string
from collections.abc import Iterator
from functools import cache
from html import unescape
from unicodedata import category

from generator.core.kinds.kind import Entry, Words, fields_of
from generator.core.markup import plain
from generator.core.source import Step

# Separators, controls, formats and marks that stand on another character (Unicode 15.1, section 4.5, table 4-4).
_UNSEEN = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf", "Mn", "Me", "Mc"))
# Letters and symbols that are drawn as nothing: the fillers of Hangul, and the Braille cell without a dot.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# Lines that are a rule, or a heading or a quote with nothing in it.
_EMPTY_LINE = re.compile(r"(?m)^[ \t]*(?:#{1,6}|>+|(?:[-*_][ \t]*){3,})[ \t]*$")
_EMPHASIS_MARKS = "*_`~"
# Nearly all texts begin with one of these, and no mark can hide that.
_WORDS_BEGIN = frozenset(string.ascii_letters + string.digits)


def has_words(text: str) -> bool:
    """Whether a reader sees anything of a text in Markdown but its citations."""
    if text[:1] in _WORDS_BEGIN:
        return True
    text = _EMPTY_LINE.sub("", _COMMENT.sub("", text))
    words = unescape(plain(text)).strip()
    return any(_is_seen(one) for one in words if one not in _EMPHASIS_MARKS)


def blank_texts(entry: Entry, above: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """The keys and indexes that lead to each text for readers that was written and has no words.

    An empty text is as good as none, so it is told of only in a list or a mapping, where it stands for something.
    """
    values = vars(entry)
    for name, key, is_part in _with_words(type(entry)):
        value = values[name]
        if value.__class__ is str:
            if value and value[0] not in _WORDS_BEGIN and not has_words(value):
                yield (*above, key)
        elif value:
            yield from _within(value, (*above, key), is_part)


def _within(value: object, path: tuple[Step, ...], is_part: bool) -> Iterator[tuple[Step, ...]]:
    if isinstance(value, Entry):
        yield from blank_texts(value, path)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _within(item, (*path, key), is_part)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _within(item, (*path, index), is_part)
    elif isinstance(value, str) and not is_part and not has_words(value):
        yield path


@cache
def _with_words(model: type[Entry]) -> tuple[tuple[str, str, bool], ...]:
    """The fields of a model that hold words, or parts with words in them: (name, key, whether they are parts)."""
    return tuple(
        (one.name, one.key, one.part is not None)
        for one in fields_of(model)
        if isinstance(one.role, Words) or (one.part is not None and _with_words(one.part))
    )


def _is_seen(character: str) -> bool:
    return category(character) not in _UNSEEN and character not in _FILLERS
