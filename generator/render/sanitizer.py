"""Second line of defence: an HTML sanitizer checks the HTML that was written. The only module that imports nh3."""

from html import unescape

import nh3

from generator.core.figure import ATTRIBUTES, ELEMENTS

# The tags that authors' texts are rendered with, all without attributes.
TAGS = frozenset(("br", "code", "em", "pre", "strong"))


def is_as_written(html: str) -> bool:
    """Whether a sanitizer leaves the HTML in a text unchanged: only `TAGS`, all closed."""
    return unescape(nh3.clean(html, tags=set(TAGS), attributes={})) == unescape(html)


def only_shapes(html: str) -> str:
    """The content of an SVG drawing, reduced to the elements and attributes that figures may use."""
    if not html:
        return ""
    tags = {"svg", *ELEMENTS}
    cleaned = nh3.clean(f"<svg>{html}</svg>", tags=tags, attributes={tag: set(ATTRIBUTES) for tag in tags})
    return cleaned.removeprefix("<svg>").removesuffix("</svg>")
