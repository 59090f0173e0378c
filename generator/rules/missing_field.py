"""Something that must be there is not.

Each kind of entry has a few fields that its page cannot do without. `places` is needed on a tree as
soon as the library has red flags, and `care` on an outcome as soon as it has care levels, where the site is about
health (`subject: health` in `content/site.yml`) or red flags name them.

A text is missing too if a reader would see no words of it: where there are only spaces, characters without
a shape, a citation, or marks around nothing such as `****` or `[]()`. That holds for every text for readers,
whether it must be there or not.

Wrong, in content/sources.yml:

    a-study: {URL: https://example.org/1}

Right, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1}
"""

from collections.abc import Iterator, Sequence

from generator.analyse.survey import Survey
from generator.core.blank import blank_texts
from generator.core.finding import Fault
from generator.core.kinds import KINDS
from generator.core.kinds.kind import Entry, RefersTo, role_at
from generator.core.library import all_texts_for_readers, at, at_site
from generator.core.memo import memoized
from generator.core.source import Location, Step
from generator.core.subject import required_fields
from generator.core.text import listing

CODE = "S302"
# More ids than these are not listed.
_MOST = 8
_EXAMPLES = {"reviewed": "2026-11-22"}
# What is not said in one line.
_LONGER = {
    "choices": 'Add "choices:", and below it at least two, each with its text and where it leads.',
    "questions": 'Add "questions:", and below it each question under a name of its own.',
    "places": 'Add "places: [...]" with ids from content/places/.',
}
# What is not said after the colon.
_BELOW = {
    "choices": "Write at least two choices below it, indented, each with its text and where it leads.",
    "questions": "Write each question below it, indented, under a name of its own.",
}


def fault(at: Location, field: str, owner: str, values: Sequence[str] = ()) -> Fault:
    """Tell of a field that is not there, or has nothing after its colon.

    Args:
        at: the field; its key where that stands there.
        field: its name.
        owner: what lacks it, such as "tree".
        values: the ids that it could name, in their order, if it names any.
    """
    whose = f"{'This' if owner != 'site' else 'The'} {owner}"
    if at.of == "key":
        example = values[0] if values else _EXAMPLES.get(field, "...")
        help = _BELOW.get(field, f'Write its value after the colon, such as "{field}: {example}".')
        message = f'{whose} has "{field}:" with nothing after it.'
        return Fault(CODE, at, message, f"{help}{_known(values)}")
    example = _EXAMPLES.get(field, "...")
    help = _LONGER.get(field, f'Add a line "{field}: {example}" with its value.')
    return Fault(CODE, at, f'{whose} has no "{field}".', f"{help}{_known(values)}")


def _known(values: Sequence[str]) -> str:
    return f" Known here: {listing(values, 'or')}." if 0 < len(values) <= _MOST else ""


def check(survey: Survey) -> Iterator[Fault]:
    """What is required only because the library has entries of another kind, such as red flags; texts without words."""
    library = survey.library
    for name, id, entry in library.each():
        for path in _blank_texts(entry):
            yield _blank(at(name, id, *path))
    for path in _blank_texts(library.site):
        yield _blank(at_site(*path))
    for kind in KINDS.values():
        for field in required_fields(kind, library):
            for id, entry in library.entries[kind.name].items():
                if not getattr(entry, field):
                    role = role_at(kind.model, (field,))
                    values = tuple(library.entries[role.kind]) if isinstance(role, RefersTo) else ()
                    yield fault(at(kind.name, id, field), field, kind.noun, values)


@memoized
def _blank_texts(entry: Entry) -> tuple[tuple[Step, ...], ...]:
    return tuple(blank_texts(all_texts_for_readers(entry)))


def _blank(at: Location) -> Fault:
    field = next(step for step in reversed(at.path) if isinstance(step, str))
    message = f'A reader would see no words here: this text of "{field}" is blank.'
    return Fault(CODE, at, message, "Write it in words, or take it out.")
