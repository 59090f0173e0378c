"""A link of a kind that does not exist.

Inside a text, a link names a thing of the library as `[words](outcome:see-someone)`; the kinds are tree,
outcome, faq, place, source and page. Links to other websites begin with `https:`. Anything else would be
published as a dead link, or could run a script.

Wrong, in content/places/knee.yml:

    title: Knee
    what: See [a doctor](outcomes:see-someone).

Right, in content/places/knee.yml:

    title: Knee
    what: See [a doctor](outcome:see-someone).
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.kinds import LINK_KINDS
from generator.core.text import listing
from generator.rules.lookup import unknown

CODE = "S409"


def check(survey: Survey) -> Iterator[Fault]:
    """Look up the kind of every link."""
    kinds = f"Use {listing(LINK_KINDS, 'or')} and an id without a space, or an address that starts with https:."
    return unknown(survey, CODE, "link-kind", "kind of link", kinds)
