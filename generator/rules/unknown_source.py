"""A source that is not in the bibliography.

Every statement must be traceable. The id after @ or under `sources` has to stand in
`content/sources.yml`.

Wrong, in content/places/knee.yml:

    title: Knee
    what: It bends [@b-study].

Right, in content/places/knee.yml:

    title: Knee
    what: It bends [@a-study].
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.rules.lookup import unknown

CODE = "S405"


def check(survey: Survey) -> Iterator[Fault]:
    """Look up every source that is named."""
    return unknown(survey, CODE, "source", "source", "Add it to content/sources.yml, or name another.")
