"""The second wall: an HTML sanitizer looks at what is written as HTML. The only module that imports nh3."""

from html import unescape

import nh3

from generator.core.figure import ATTRIBUTES, ELEMENTS

# What authors' texts are written with. None of them has attributes.
TAGS = frozenset(("br", "code", "em", "pre", "strong"))


def is_as_written(html: str) -> bool:
    """Whether a sanitizer leaves the HTML in a text as it is: nothing but `TAGS`, all closed."""
    return unescape(nh3.clean(html, tags=set(TAGS), attributes={})) == unescape(html)


def only_shapes(html: str) -> str:
    """The inside of an SVG drawing, with nothing in it but the elements and attributes of figures."""
    if not html:
        return ""
    tags = {"svg", *ELEMENTS}
    cleaned = nh3.clean(f"<svg>{html}</svg>", tags=tags, attributes={tag: set(ATTRIBUTES) for tag in tags})
    return cleaned.removeprefix("<svg>").removesuffix("</svg>")
