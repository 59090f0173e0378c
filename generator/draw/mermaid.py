"""Escapes text for Mermaid, which GitHub and many editors draw."""

from generator.core.text import printable

# Mermaid reads "#name;" and "#number;" as character references, so a literal "#" must be escaped too.
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
    """A text as a quoted one-line label, shown literally."""
    shown = (_ESCAPES.get(character, character) for character in printable(text))
    return f'"{"".join(shown)}"'
