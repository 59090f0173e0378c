"""Something that must be there is not.

Each kind of entry has a few fields that its page cannot do without. `places` is needed on a tree as
soon as the library has red flags, and `care` on an outcome as soon as it has care levels.

Wrong, in content/sources.yml:

    a-study: {URL: https://example.org/1}

Right, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.model import at
from generator.core.source import Location

CODE = "S302"
# What is not said in one line.
_LONGER = {
    "choices": 'Add "choices:", and below it at least two, each with its text and where it leads.',
    "questions": 'Add "questions:", and below it each question under a name of its own.',
    "places": 'Add "places: [...]" with ids from content/places/.',
}


def fault(at: Location, field: str, owner: str) -> Fault:
    """`owner` is what lacks the field, such as 'this tree'."""
    help = _LONGER.get(field, f'Add a line "{field}: ..." with its value.')
    return Fault(CODE, at, f'{owner} has no "{field}".', help)


def check(survey: Survey) -> Iterator[Fault]:
    """What is required only because the library has red flags or care levels."""
    library = survey.library
    if library.red_flags:
        for id, tree in library.trees.items():
            if not tree.places:
                yield fault(at("tree", id, "places"), "places", "This tree")
    if library.care_levels:
        for id, outcome in library.outcomes.items():
            if outcome.care is None:
                yield fault(at("outcome", id, "care"), "care", "This outcome")
