"""Small text helpers, mostly for messages."""

import re
import sys
import unicodedata
from collections.abc import Iterable

# What build systems read as a command: "::error::" at the start of a line, "##[error]" and "##vso[" anywhere.
_COMMAND = re.compile(r"(?<!\S):(?=:\w)|(?<=#)#(?=\w*\[)")

_NUMBER = re.compile(r"([0-9]{1,18})")
# They join the parts of one sign or word, such as an emoji.
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


# Categories: separators, controls, formats, and combining marks (Unicode 15.1, section 4.5, table 4-4).
_UNSEEN = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf", "Mn", "Me", "Mc"))
# Letters and symbols without a visible shape: the Hangul fillers, and the empty Braille cell. Last, the replacement
# character, which pages show for characters that are not allowed.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\ufffd")


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: it has only spaces of any kind, and characters without a visible shape."""
    return all(char in _FILLERS or unicodedata.category(char) in _UNSEEN for char in text)


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Help for an unknown name: the nearest known one, or `otherwise`."""
    near = nearest_name(word, known)
    return f'Did you mean "{near}"?' if near else otherwise


def nearest_name(word: str, known: Iterable[str], near: float = 0.6) -> str:
    """The known name that was probably meant; empty if none is similar enough.

    Args:
        word: the unknown name.
        known: the known names.
        near: the least similarity that counts, up to 1.
    """
    # Imported lazily: only a message needs it, and it would slow down every start of the program.
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=near)), "")


def known_here(ids: Iterable[str]) -> str:
    """A sentence that lists the known ids, with a space before it; empty if there are none or more than 8."""
    names = ids if isinstance(ids, list) else sorted(ids)
    return f" Known here: {listing(names)}." if 0 < len(names) <= 8 else ""


def listing(words: Iterable[str], joint: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {joint} {last}" if first else last


def beginning(text: str, most: int = 250) -> str:
    """As many whole sentences as fit into a description; if none fits, a cut at a word.

    Args:
        text: one line of plain text.
        most: the greatest length of the description, in characters.
    """
    if len(text) <= most:
        return text
    cut = text[: most - 2]
    sentence = max(cut.rfind(mark) for mark in (". ", "? ", "! "))
    return cut[: sentence + 1] if sentence > 0 else cut.rsplit(" ", 1)[0] + " …"


def natural_sort_key(name: str) -> tuple[tuple[str, int], ...]:
    """A sort key that compares numbers by value, so that "place-2" comes before "place-10"."""
    parts = _NUMBER.split(name)
    return tuple((words, int(number or 0)) for words, number in zip(parts[::2], [*parts[1::2], ""], strict=True))


def visible(text: str) -> str:
    """An author's text, an id or a file name on one line, safe to print in a terminal or a build log.

    Invisible characters are escaped, such as "\\x1b", "\\n" or "\\u202e", and so is the first character of what a build
    system would read as a command.
    """
    if not text.isprintable():
        text = "".join(char if _can_be_seen(char) else char.encode("unicode_escape").decode() for char in text)
    return _COMMAND.sub(lambda sign: f"\\x{ord(sign[0]):02x}", text)


def _can_be_seen(char: str) -> bool:
    return char.isprintable() or char in _JOINERS or unicodedata.category(char) == "Zs"


def allow_long_numbers() -> None:
    """Let Python print integers of any length in this process: path counts are exact, however large."""
    sys.set_int_max_str_digits(0)


def count(number: int, noun: str) -> str:
    """'1 path', '1,204 paths'."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def nearest(word: str, among: Iterable[str]) -> str | None:
    """The most similar name, or the only one there is; None if there is no good guess."""
    from difflib import get_close_matches

    names = sorted(among)
    near = get_close_matches(word, names, n=1, cutoff=0.4)
    return near[0] if near else names[0] if len(names) == 1 else None


def printable(words: str) -> str:
    """Words on one line, without characters that a drawing cannot show. No-break spaces stay."""
    line = " ".join(filter(None, words.replace("\n", " ").replace("\t", " ").split(" ")))
    return line if line.isprintable() else "".join(filter(_can_be_seen, line))
