"""A required field that is missing, or a text that is blank.

Each kind of entry has a few fields that its page needs. `places` is required on a tree as soon as the library has red
flags. `care` is required on an outcome as soon as the library has care levels, if the site is about health
(`subject: health` in `content/site.yml`) or red flags name them.

A text is blank if a reader would see no words in it: only spaces, invisible characters, a citation, or marks around
nothing such as `****` or `[]()`. This applies to every text for readers, required or not.

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
# At most this many ids are listed.
_MOST = 8
_EXAMPLES = {"reviewed": "2026-11-22"}
# Help for fields whose value takes more than one line.
_LONGER = {
    "choices": 'Add "choices:", and below it at least two, each with its text and where it leads.',
    "questions": 'Add "questions:", and below it each question under a name of its own.',
    "places": 'Add "places: [...]" with ids from content/places/.',
}
# Help for fields whose value is written below the colon, not after it.
_BELOW = {
    "choices": "Write at least two choices below it, indented, each with its text and where it leads.",
    "questions": "Write each question below it, indented, under a name of its own.",
}


def fault(at: Location, field: str, owner: str, values: Sequence[str] = ()) -> Fault:
    """Report a field that is missing, or has nothing after its colon.

    Args:
        at: the field; its key if that is there.
        field: its name.
        owner: what the field is missing from, such as "tree".
        values: the ids that the field could name, in order; empty if it names none.
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
    """Find blank texts, and fields required only because of entries of another kind, such as red flags."""
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
