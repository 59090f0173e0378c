"""Markup that readers would see as typed.

Two stars on each side make words bold, with no space inside them: `**not**`. With a space inside, or without the second
pair, readers see the stars. HTML has no effect in the texts of guides, results and other entries, so readers see a tag
or a comment as well. Write a note for the people who edit the file on a line of its own that begins with `#`.

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
    """Check all texts of entries and of the site."""
    for kind, id, entry in survey.library.each():
        for path, mark in _as_typed(entry):
            yield _fault(at(kind, id, *path), mark)
    for path, mark in _as_typed(survey.library.site):
        yield _fault(at_site(*path), mark)


@memoized
def _as_typed(entry: Entry) -> tuple[tuple[tuple[Step, ...], str], ...]:
    """The path and the first visible mark of each text of an entry."""
    found = []
    for path, text in all_texts_for_readers(entry):
        # Texts without any words are reported by another rule.
        if ("**" in text or "<" in text) and _MARK.search(text) and has_words(text):
            # A mark after a backslash is meant to be visible.
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
