"""A reader question that does not exist.

A link names an entry for which there is no file in `content/faq/`.

Wrong, in content/places/knee.yml:

    title: Knee
    what: See [why it hurts](faq:why).

Right, in content/places/knee.yml:

    title: Knee
    what: See [why it hurts](faq:why-it-hurts).
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.rules.lookup import unknown

CODE = "S407"


def check(survey: Survey) -> Iterator[Fault]:
    """Look up every reader question that is named."""
    return unknown(survey, CODE, "faq", "reader question", "Write it as content/faq/{id}.yml, or name another.")
