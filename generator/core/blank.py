"""Whether a text has no words for a reader: nothing, spaces, characters without a shape, or marks around nothing."""

import re
import string
from collections.abc import Iterable, Iterator
from html import unescape

from generator.core.kinds import KINDS
from generator.core.markup import mentions, plain
from generator.core.source import Step
from generator.core.text import is_blank

_LEVEL = KINDS["care-level"].word
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# Lines that are a rule, or a heading or a quote with nothing in it.
_EMPTY_LINE = re.compile(r"(?m)^[ \t]*(?:#{1,6}|>+|(?:[-*_][ \t]*){3,})[ \t]*$")
_WITHOUT_EMPHASIS = str.maketrans("", "", "*_`~")
# Nearly all texts begin with one of these, and no mark can hide that.
_WORDS_BEGIN = frozenset(string.ascii_letters + string.digits)


def has_words(text: str) -> bool:
    """Whether a reader sees anything of a text in Markdown but its citations."""
    if text[:1] in _WORDS_BEGIN:
        return True
    # Where a link to a level of care has no words, the line of the level is written.
    if any(mention.kind == _LEVEL for mention in mentions(text)):
        return True
    text = _EMPTY_LINE.sub("", _COMMENT.sub("", text))
    return not is_blank(unescape(plain(text)).translate(_WITHOUT_EMPHASIS))


def blank_texts(texts: Iterable[tuple[tuple[Step, ...], str]]) -> Iterator[tuple[Step, ...]]:
    """The keys and indexes that lead to each text for readers that was written and has no words.

    An empty text is as good as none, so it is told of only in a list, where it stands for something.

    Args:
        texts: those of an entry, each with the keys and indexes that lead to it.
    """
    for path, text in texts:
        if not has_words(text) and (text or isinstance(path[-1], int)):
            yield path
