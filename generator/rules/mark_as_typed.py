"""Marks in a text that readers would see as they were typed.

Words are bold between two pairs of stars, with no space inside them: `**not**`. With a space, or without the second
pair, the stars are shown. HTML means nothing in the texts of guides, results and other entries, so that a tag or a
comment is shown as well. A note for those who work on a file begins with `#`, on a line of its own.

Wrong, in content/places/knee.yml:

    title: Knee
    what: Do ** not ** press on it.

Right, in content/places/knee.yml:

    title: Knee
    what: Do **not** press on it.
"""

import re
from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.blank import has_words
from generator.core.finding import Fault
from generator.core.kinds.kind import Entry
from generator.core.library import all_texts_for_readers, at, at_site
from generator.core.markup import pieces
from generator.core.memo import memoized
from generator.core.source import Location, Step

CODE = "S425"
SEVERITY = "warning"
_TAGS = (
    "a|b|big|blockquote|br|center|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|s|small|span|strong|"
    "sub|sup|table|td|th|tr|u|ul"
)
_MARK = re.compile(rf"\*\*|<!--|</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\[*<]")


def check(survey: Survey) -> Iterator[Fault]:
    """Look through all texts of entries, and those of the site."""
    for kind, id, entry in survey.library.each():
        for path, mark in _as_typed(entry):
            yield _fault(at(kind, id, *path), mark)
    for path, mark in _as_typed(survey.library.site):
        yield _fault(at_site(*path), mark)


@memoized
def _as_typed(entry: Entry) -> tuple[tuple[tuple[Step, ...], str], ...]:
    """The first mark in each text of an entry that a reader would see, with the keys and indexes that lead to it."""
    found = []
    for path, text in all_texts_for_readers(entry):
        # That a text has no words at all is another rule.
        if ("**" in text or "<" in text) and _MARK.search(text) and has_words(text):
            # A mark behind a backslash is meant to be seen.
            bare = _ESCAPED.sub("\ue000", text)
            shown = "".join(piece.words if piece.kind == "words" else "\0" for piece in pieces(bare))
            if mark := _MARK.search(shown):
                found.append((path, mark[0]))
    return tuple(found)


def _fault(where: Location, mark: str) -> Fault:
    help = "Take it out: HTML means nothing here; **words** are bold, and *words* in italics."
    if mark == "**":
        help = "Write **words**: two stars right before and right after them, with no space inside."
    elif mark == "<!--":
        help = 'Take it out, and write the note on a line of its own that begins with "#".'
    return Fault(CODE, where, f'Readers would see "{mark}" in this text as it was typed.', help)
