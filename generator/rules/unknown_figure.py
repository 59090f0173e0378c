"""A figure that does not exist.

The `marker` or `detail` of a place names a drawing in `content/figures/`. Without that drawing, the place has no
figure.

Wrong, in content/places/knee.yml:

    title: Knee
    marker: {figure: bakc, x: 10, y: 20}

Right, in content/places/knee.yml:

    title: Knee
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.rules.lookup import unknown

CODE = "S410"


def check(survey: Survey) -> Iterator[Fault]:
    """Report references to figures that do not exist."""
    return unknown(survey, CODE, "figure", "figure", "Draw it as content/figures/{id}.svg, or name another.")
