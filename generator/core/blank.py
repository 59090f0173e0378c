"""Whether a text shows nothing to a reader: it is empty, or only spaces, invisible characters or Markdown marks."""

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
# A horizontal rule, or a heading or a quote without content.
_EMPTY_LINE = re.compile(r"(?m)^[ \t]*(?:#{1,6}|>+|(?:[-*_][ \t]*){3,})[ \t]*$")
_WITHOUT_EMPHASIS = str.maketrans("", "", "*_`~")
# Fast path: nearly all texts begin with one of these, and then they cannot be blank.
_WORDS_BEGIN = frozenset(string.ascii_letters + string.digits)


def has_words(text: str) -> bool:
    """Whether a text in Markdown shows a reader anything besides its citations."""
    if text[:1] in _WORDS_BEGIN:
        return True
    # A link to a care level without link text is rendered as the text of that level.
    if any(mention.kind == _LEVEL for mention in mentions(text)):
        return True
    text = _EMPTY_LINE.sub("", _COMMENT.sub("", text))
    return not is_blank(unescape(plain(text)).translate(_WITHOUT_EMPHASIS))


def blank_texts(texts: Iterable[tuple[tuple[Step, ...], str]]) -> Iterator[tuple[Step, ...]]:
    """The paths of texts for readers that are written but show nothing.

    An empty text counts as left out, so it is reported only as an item of a list.

    Args:
        texts: the texts of an entry, each with its path of keys and indexes.
    """
    for path, text in texts:
        if not has_words(text) and (text or isinstance(path[-1], int)):
            yield path
