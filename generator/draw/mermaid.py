"""Text for Mermaid, which GitHub and many editors draw: what its grammar takes for its own is written otherwise."""

from generator.core.text import printable

# Mermaid reads "#name;" and "#number;" as the character meant, so a "#" of our own must be written so too.
_ESCAPES = {
    "#": "#35;",
    '"': "#quot;",
    "&": "#amp;",
    "<": "#lt;",
    ">": "#gt;",
    "`": "#96;",
    "\\": "#92;",
    ";": "#59;",
    "%": "#37;",
    "$": "#36;",
    "{": "#123;",
    "}": "#125;",
    "|": "#124;",
    "[": "#91;",
    "]": "#93;",
}


def label(text: str) -> str:
    """A text as a label in quotes: one line, shown as it is, whatever stands in it."""
    shown = (_ESCAPES.get(character, character) for character in printable(text))
    return f'"{"".join(shown)}"'
