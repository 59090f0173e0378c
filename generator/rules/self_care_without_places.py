"""A self-care outcome without a place, in a library with red flags.

Its places determine which red flags readers must have answered with no before they can reach it. Without a place, no
red flag of any place guards it, and a guide for any place could lead to it.

Wrong, in content/outcomes/take-it-easy.yml:

    places: []

Right:

    places: [knee]
"""

from collections.abc import Iterator

from generator.analyse.gated_self_care import gated_self_care
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S612"


def check(survey: Survey) -> Iterator[Fault]:
    """Check that every self-care outcome names a place."""
    library = survey.library
    if library.red_flags:
        for id in gated_self_care(library):
            if not library.outcomes[id].places:
                yield Fault(
                    CODE,
                    at("outcome", id, "places"),
                    f'The self-care outcome "{id}" names no place, so no red flag of a place guards it.',
                    'Add "places: [...]" with the places it concerns, from content/places/.',
                )
