"""Writes front matter that is safe in any theme: most themes put titles and descriptions into HTML without escaping.

Some themes strip tags from a title and put the rest into HTML with its character references decoded, some put it into
an attribute, and some escape it. No way of writing "<" is right in all of them, so none is written. The pages
themselves, their data and their structured data keep the exact text.
"""

import json
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

# Look-alike replacements: full-width characters and typographic quotation marks.
_FULL_WIDTH = str.maketrans({"<": "\N{FULLWIDTH LESS-THAN SIGN}", ">": "\N{FULLWIDTH GREATER-THAN SIGN}"})
_AMPERSAND = "\N{FULLWIDTH AMPERSAND}"
_OPENING_AFTER = frozenset(" ([{-/\N{NO-BREAK SPACE}\N{EN DASH}\N{EM DASH}")
# Kept exact: templates write it with `tojson`, which leaves no HTML in it.
_EXACT = frozenset(["json_ld"])


def front_matter(fields: Mapping[str, Any]) -> str:
    """The front matter of a page, with its `---` lines and a final line end."""
    return "\n".join(["---", *_lines(fields), "---", ""])


def with_front_matter(body: str, fields: Mapping[str, Any]) -> str:
    """A page written by an author, with front matter that any site builder can read.

    Args:
        body: its Markdown, with "\\n" as line ends.
        fields: its front matter; empty for a page without any.
    """
    return front_matter(fields) + "\n" + body.lstrip("\n") if fields else without_front_matter(body)


def without_front_matter(body: str) -> str:
    """A page without front matter. A first line such as "Note: rest it" is protected: MkDocs would take it for front
    matter and drop it."""
    return f"\n{body}" if ":" in body.partition("\n")[0] else body


def harmless_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as `front_matter` writes them, for a builder that receives them as data."""
    return {key: value if key in _EXACT else _harmless(value) for key, value in fields.items()}


def harmless(words: str) -> str:
    """A text that stays plain text in HTML, in an attribute, and after character references are decoded in either."""
    shown = _with_printed_quotes(words.translate(_FULL_WIDTH))
    # A plain ampersand is kept, unless it begins a character reference.
    return shown if unescape(shown) == shown else shown.replace("&", _AMPERSAND)


def _lines(fields: Mapping[str, Any]) -> Iterator[str]:
    for key, value in harmless_fields(fields).items():
        # JSON values are valid YAML, including the quotation marks.
        yield f"{key}: {json.dumps(value, ensure_ascii=False)}"


def _harmless(value: object) -> object:
    match value:
        case str():
            return harmless(value)
        case list():
            return [_harmless(one) for one in value]
        case dict():
            return {key: _harmless(one) for key, one in value.items()}
    return value


def _with_printed_quotes(words: str) -> str:
    parts = words.split('"')
    shown = parts[0]
    for part in parts[1:]:
        opens = not shown or shown[-1] in _OPENING_AFTER
        shown += ("\N{LEFT DOUBLE QUOTATION MARK}" if opens else "\N{RIGHT DOUBLE QUOTATION MARK}") + part
    return shown
