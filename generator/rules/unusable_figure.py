"""A drawing that cannot be embedded in a page.

Figures in `content/figures/` become part of the page itself, so that they follow its colours. So each must be
well-formed SVG with a `viewBox` and contain only shapes: no script, style, link or picture.

Wrong, in content/figures/front.svg:

    <svg viewBox="0 0 100 200"><script>alert(1)</script></svg>

Right, in content/figures/front.svg:

    <svg viewBox="0 0 100 200"><path class="fig-line" d="M0 0L9 9"/></svg>
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.figure import drawing
from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S411"


def check(survey: Survey) -> Iterator[Fault]:
    """Check every figure."""
    for figure in survey.library.figures.values():
        # A file without text could not be read, which is already reported.
        for fault in drawing(figure.text).faults if figure.text else ():
            yield Fault(CODE, Spot(figure.path, fault.line, fault.column), fault.message, fault.help)
