"""A drawing that cannot be put into a page.

Figures in `content/figures/` become part of the page itself, so that they follow its colours. So each must
be well-formed SVG with a `viewBox`, and hold nothing but shapes: no script, style, link or picture.

Wrong, in content/figures/front.svg:

    <svg viewBox="0 0 100 200"><script>alert(1)</script></svg>

Right, in content/figures/front.svg:

    <svg viewBox="0 0 100 200"><path class="fig-line" d="M0 0L9 9"/></svg>
"""

import re
from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.source import SourceFile, Spot

CODE = "S411"
_SHAPES = frozenset(["svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title", "desc"])
_NAMESPACE = re.compile(r"\{[^}]*\}")


def check(survey: Survey) -> Iterator[Fault]:
    """Read every figure."""
    for figure in survey.library.figures.values():
        yield from _faults(figure)


def _faults(figure: SourceFile) -> Iterator[Fault]:
    # Imported here: most libraries have no figure, and every start of the program would pay for it.
    from xml.etree import ElementTree

    if not figure.text:
        return  # It could not be read, which is told already.
    try:
        root = ElementTree.fromstring(figure.text)
    except ElementTree.ParseError as error:
        line, column = error.position
        yield Fault(CODE, Spot(figure.path, line, column + 1), "This is not a whole SVG drawing.", "Export it again.")
        return
    if _NAMESPACE.sub("", root.tag) != "svg" or not root.get("viewBox"):
        help = 'Give its <svg> a viewBox, such as viewBox="0 0 200 480".'
        yield Fault(CODE, Spot(figure.path), "This drawing does not say how large it is.", help)
    for element in root.iter():
        tag = _NAMESPACE.sub("", element.tag) if isinstance(element.tag, str) else ""
        attributes = [_NAMESPACE.sub("", name) for name in element.attrib]
        if tag and tag not in _SHAPES:
            yield _refused(figure, f"<{tag}>", rf"<(?:\w+:)?{re.escape(tag)}\b")
        for name in attributes:
            if name.lower().startswith("on") or name in ("href", "style"):
                yield _refused(figure, f"{name}=", rf"(?<=\s)(?:\w+:)?{re.escape(name)}\s*=")


def _refused(figure: SourceFile, what: str, pattern: str) -> Fault:
    found = re.search(pattern, figure.text)
    before = figure.text[: found.start()] if found else ""
    spot = Spot(figure.path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    return Fault(CODE, spot, f'"{what}" may not stand in a figure.', "Keep to shapes, and colour them with classes.")
