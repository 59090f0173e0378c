"""Front matter that is harmless in any theme: most put titles and descriptions into HTML as they are.

Some take tags out of a title and put what is left into HTML, with its character references decoded; some put it into
an attribute; some escape it. So there is no way of writing "<" that is right in all of them, and none is written.
Pages themselves, their data and their structured data keep the exact words.
"""

import json
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

# Signs that readers take for the same: of full width, and the quotation marks of print.
_FULL_WIDTH = str.maketrans({"<": "\N{FULLWIDTH LESS-THAN SIGN}", ">": "\N{FULLWIDTH GREATER-THAN SIGN}"})
_AMPERSAND = "\N{FULLWIDTH AMPERSAND}"
_OPENING_AFTER = frozenset(" ([{-/\N{NO-BREAK SPACE}\N{EN DASH}\N{EM DASH}")
# For programs: it is written out by `tojson`, which leaves nothing of HTML in it.
_EXACT = frozenset(["json_ld"])


def front_matter(fields: Mapping[str, Any]) -> str:
    """Fields as the front matter of a page, with the lines around it and a line end behind it."""
    return "\n".join(["---", *_lines(fields), "---", ""])


def with_front_matter(body: str, fields: Mapping[str, Any]) -> str:
    """A page that an author wrote, below front matter as any site builder reads it.

    Args:
        body: its Markdown, with "\\n" as the end of each line.
        fields: what stands above it; none for a page without front matter.
    """
    return front_matter(fields) + "\n" + body.lstrip("\n") if fields else without_front_matter(body)


def without_front_matter(body: str) -> str:
    """A page that has none: MkDocs would take lines such as "Note: rest it" at its top for that, and drop them."""
    return f"\n{body}" if ":" in body.partition("\n")[0] else body


def harmless_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Fields as `front_matter` writes them, for a builder that is given them as data."""
    return {key: value if key in _EXACT else _harmless(value) for key, value in fields.items()}


def harmless(words: str) -> str:
    """Words with nothing in them that is more than words in HTML, in an attribute, or in either once decoded."""
    shown = _with_printed_quotes(words.translate(_FULL_WIDTH))
    # An ampersand is one, unless it begins a character reference.
    return shown if unescape(shown) == shown else shown.replace("&", _AMPERSAND)


def _lines(fields: Mapping[str, Any]) -> Iterator[str]:
    for key, value in harmless_fields(fields).items():
        # JSON values are YAML values, quotes and all.
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
