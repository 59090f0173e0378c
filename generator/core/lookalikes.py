"""Characters that look like another one, or are invisible: their names, and the plain text that was meant."""

import re
import unicodedata

# Names that are clearer than those of Unicode.
_NAMES = {
    "\u200b": "a zero-width space",
    "\u200c": "a zero-width non-joiner",
    "\u200d": "a zero-width joiner",
    "\ufeff": "an invisible byte order mark",
    "\t": "a tab",
}
# General categories (Unicode 15.1, section 4.5): spaces and line ends, formats, dashes.
_SPACES = ("Zs", "Zl", "Zp")
_ODD = frozenset((*_SPACES, "Cf", "Pd"))
# Alphabets with many letters that look like Latin ones.
_OTHER_ALPHABETS = ("CYRILLIC", "GREEK")
_NO_ID = re.compile(r"[^a-z0-9]+")


def is_odd(char: str) -> bool:
    """Whether a character looks like a space, a hyphen or nothing, and is not the ordinary one."""
    return char not in " -" and unicodedata.category(char) in _ODD


def named(char: str) -> str:
    """The name of a character with its code point: 'a no-break space (U+00A0)'."""
    name = _NAMES.get(char)
    if name is None:
        words = unicodedata.name(char, "control character").lower()
        name = f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
    return f"{name} (U+{ord(char):04X})"


def odd_character(word: str) -> str:
    """The first character of a word that looks like another one, or is invisible; empty if there is none."""
    if word.isascii():
        return ""
    if found := next(filter(is_odd, word), ""):
        return found
    latin = any(char.isascii() and char.isalpha() for char in word)
    return next((char for char in word if latin and unicodedata.name(char, "").startswith(_OTHER_ALPHABETS)), "")


def holds(word: str) -> str:
    """The end of a message about a word with such a character, beginning with a colon; empty for other words."""
    char = odd_character(word)
    if not char:
        return ""
    before = word.partition(char)[0]
    where = f'after "{before}"' if before else "at its beginning"
    return f": {where} there is {named(char)}"


def as_id(word: str) -> str:
    """The id closest to a word: small Latin letters, digits and hyphens. It may be empty, or too long."""
    signs = unicodedata.normalize("NFKD", word.casefold())
    dashed = "".join("-" if unicodedata.category(char) == "Pd" else char for char in signs)
    return _NO_ID.sub("-", dashed.encode("ascii", "ignore").decode()).strip("-")


def as_key(word: str) -> str:
    """A word with lookalike characters replaced by ordinary ones."""
    signs = unicodedata.normalize("NFKD", word)
    kept = (char for char in signs if unicodedata.category(char) != "Cf")
    return "".join(" " if unicodedata.category(char) in _SPACES else char for char in kept).strip()
