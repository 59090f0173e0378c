r"""Surrogate pairs in YAML, as JSON writes them, such as "\ud83d\ude00" for one emoji; YAML parsers refuse them.

Before parsing, each surrogate is replaced by an escaped private-use character of the same length, so that lines and
columns stay the same; in parsed values, each pair becomes the one character that was meant. Code points: Unicode 15.1,
section 3.9, table 3-5 (UTF-16), and section 23.5 (private use).
"""

import re

# "\ud8.." to "\udb.." are high surrogates, "\udc.." to "\udf.." low ones: the replacement for the second digit of each.
_ASIDE = dict(zip("89aAbBcCdDeEfF", "0123456789abcd", strict=True))
_BACK = {aside: digit for digit, aside in _ASIDE.items()}
# An even number of backslashes is escaped backslashes, which do not escape what follows.
_HALVES = re.compile(
    r"(?<!\\)(?P<before>(?:\\\\)*)\\u([dD])([89aAbB])([0-9a-fA-F]{2})\\u([dD])([cCdDeEfF])([0-9a-fA-F]{2})"
)
_SET_ASIDE = re.compile(r"\\u([eE])([0-5])([0-9a-fA-F]{2})\\u([eE])([6-9a-d])([0-9a-fA-F]{2})")
_READ = re.compile(r"[\ue000-\ue5ff][\ue600-\uedff]")
_IN_USE = re.compile(r"[\ue000-\uedff]|\\u[eE][0-9a-dA-D]")


def encode_surrogates(text: str) -> str:
    """YAML text of the same length, with each surrogate pair replaced by two private-use characters.

    A text that uses such characters itself is unchanged.
    """
    if ("\\ud" not in text and "\\uD" not in text) or _IN_USE.search(text):
        return text
    return _HALVES.sub(_as_private_use, text)


def decode_surrogates(value: str, *, escapes: bool) -> str:
    """The intended value of a parsed value of such a text.

    Args:
        value: as the parser read it.
        escapes: whether backslashes are escapes there, as in double quotes; else the original text is restored.
    """
    return _READ.sub(_as_one_character, value) if escapes else _SET_ASIDE.sub(_as_surrogates, value)


def _as_private_use(found: re.Match[str]) -> str:
    before, d, high, high_rest, other_d, low, low_rest = found.groups()
    return f"{before}\\u{_e(d)}{_ASIDE[high]}{high_rest}\\u{_e(other_d)}{_ASIDE[low]}{low_rest}"


def _as_surrogates(found: re.Match[str]) -> str:
    e, high, high_rest, other_e, low, low_rest = found.groups()
    return f"\\u{_d(e)}{_BACK[high]}{high_rest}\\u{_d(other_e)}{_BACK[low]}{low_rest}"


def _as_one_character(found: re.Match[str]) -> str:
    high, low = (0xD000 + (int(_BACK[f"{ord(one):x}"[1]], 16) << 8) + (ord(one) & 0xFF) for one in found[0])
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _e(d: str) -> str:
    return "e" if d == "d" else "E"


def _d(e: str) -> str:
    return "d" if e == "e" else "D"
