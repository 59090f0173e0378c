"""What can be said of words for themselves: whether they are easy to read, repeated, or still to be written."""

import re
from collections.abc import Iterable, Mapping

from generator.core.markup import plain

# What a text begins with that is still to be written.
TO_WRITE = "TODO"
# The highest figure that is not told of.
PLAIN = 45
# Fewer words make no figure.
_ENOUGH = 20
_LONG = 6
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_END = re.compile(r"[.!?:;](?:\s|$)")


def is_to_write(text: str) -> bool:
    """Whether a text is still to be written."""
    return text.lstrip().startswith(TO_WRITE)


def same(choices: Mapping[str, str]) -> list[tuple[str, str]]:
    """The choices of a question that read the same, apart from case, spaces and a full stop: (the earlier, the later).

    Args:
        choices: their texts by id.
    """
    # A cheap look that never misses any: what reads the same begins with the same letter.
    if len({text.lstrip()[:1].casefold()[:1] for text in choices.values()}) == len(choices):
        return []
    found = []
    seen: dict[str, str] = {}
    for id, text in choices.items():
        compared = " ".join(text.split()).rstrip(".").casefold()
        if compared and compared in seen:
            found.append((seen[compared], id))
        seen.setdefault(compared, id)
    return found


def lix(texts: Iterable[str]) -> float:
    """The figure for all texts of an entry together, save ids; 0 where there are too few words."""
    texts = list(texts)
    lines = []
    sentences = 0
    for text in texts:
        # What has no space in it is an id, or a name; a space can be written as an entity.
        if "&" not in text and len(text.split(None, 1)) < 2:
            continue
        line = plain(text)
        if " " in line:
            lines.append(line)
            sentences += len(_SENTENCE_END.findall(line)) or 1
    words = "\n".join(lines).translate(_ONLY_LETTERS).split()
    long = len([word for word in words if len(word) > _LONG])
    return len(words) / sentences + 100 * long / len(words) if len(words) >= _ENOUGH else 0


class _OnlyLetters(dict[int, int]):
    """For `str.translate`: letters stay, and everything else becomes a space. A pattern takes four times as long."""

    def __missing__(self, code: int) -> int:
        self[code] = code if _LETTER.match(chr(code)) else ord(" ")
        return self[code]


_ONLY_LETTERS = _OnlyLetters()
