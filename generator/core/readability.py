"""Checks of a text by itself: whether it is easy to read, repeated, or still to be written."""

import re
from collections.abc import Iterable, Mapping

from generator.core.markup import plain

# Marks a text that is still to be written.
TO_WRITE = "TODO"
# The highest LIX value that is not reported.
PLAIN = 45
# With fewer words no value is computed.
_ENOUGH = 20
_LONG = 6
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_END = re.compile(r"[.!?:;](?:\s|$)")


def is_to_write(text: str) -> bool:
    """Whether a text is still to be written."""
    return text.lstrip().startswith(TO_WRITE)


def same(choices: Mapping[str, str]) -> list[tuple[str, str]]:
    """Pairs of choices with the same text, ignoring case, spaces and a final full stop: (the earlier, the later).

    Args:
        choices: their texts by id.
    """
    # Fast path without false negatives: equal texts begin with the same letter.
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
    """The LIX readability value of all texts of an entry together, ids ignored; 0 if there are too few words."""
    texts = list(texts)
    lines = []
    sentences = 0
    for text in texts:
        # A text without spaces is an id or a name; a space can be written as an entity.
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
    """For `str.translate`: letters stay, everything else becomes a space. A regex takes four times as long."""

    def __missing__(self, code: int) -> int:
        self[code] = code if _LETTER.match(chr(code)) else ord(" ")
        return self[code]


_ONLY_LETTERS = _OnlyLetters()
