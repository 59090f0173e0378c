"""Something that must be there is not.

Each kind of entry has a few fields that its page cannot do without. `places` is needed on a tree as
soon as the library has red flags, and `care` on an outcome as soon as it has care levels.

A text is missing too if a reader would see no words of it: where there are only spaces, characters without
a shape, a citation, or marks around nothing such as `****` or `[]()`. That holds for every text for readers,
whether it must be there or not.

Wrong, in content/sources.yml:

    a-study: {URL: https://example.org/1}

Right, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.blank import blank_texts
from generator.core.finding import Fault
from generator.core.kinds import KINDS
from generator.core.library import at, at_site, texts_for_readers
from generator.core.source import Location

CODE = "S302"
# What is not said in one line.
_LONGER = {
    "choices": 'Add "choices:", and below it at least two, each with its text and where it leads.',
    "questions": 'Add "questions:", and below it each question under a name of its own.',
    "places": 'Add "places: [...]" with ids from content/places/.',
}


def fault(at: Location, field: str, owner: str) -> Fault:
    """`owner` is what lacks the field, such as "tree"."""
    help = _LONGER.get(field, f'Add a line "{field}: ..." with its value.')
    return Fault(CODE, at, f'{"This" if owner != "site" else "The"} {owner} has no "{field}".', help)


def check(survey: Survey) -> Iterator[Fault]:
    """What is required only because the library has entries of another kind, such as red flags; texts without words."""
    library = survey.library
    for (name, id), texts in survey.texts.items():
        for path in blank_texts(texts):
            yield _blank(at(name, id, *path))
    for path in blank_texts(texts_for_readers(library.site)):
        yield _blank(at_site(*path))
    for kind in KINDS.values():
        for field, because in kind.required_with.items():
            if library.entries[because]:
                for id, entry in library.entries[kind.name].items():
                    if not getattr(entry, field):
                        yield fault(at(kind.name, id, field), field, kind.noun)


def _blank(at: Location) -> Fault:
    field = next(step for step in reversed(at.path) if isinstance(step, str))
    message = f'A reader would see no words here: this text of "{field}" is blank.'
    return Fault(CODE, at, message, "Write it in words, or take it out.")
