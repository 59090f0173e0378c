"""A self-care outcome that names no place, in a library with red flags.

Its places say which red flags must have been answered no before a reader may come to it. Without a place it is bound to
nothing that is asked about a place, and a guide for any place could lead to it.

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
    """Ask every self-care outcome for its places."""
    library = survey.library
    if library.red_flags:
        for id in gated_self_care(library):
            if not library.outcomes[id].places:
                yield Fault(
                    CODE,
                    at("outcome", id, "places"),
                    f'The self-care outcome "{id}" names no place, so no red flag of a place holds it back.',
                    'Add "places: [...]" with the places it concerns, from content/places/.',
                )
