"""A telephone number of a care level that is copied into another text.

What to do at a care level, with its telephone numbers, is written once: in the `act` of the level. Copies in other
texts are forgotten when a number changes, and soon differ from it. Link to the card of the level,
`[words](care:emergency)`, or insert its `act` by a link without words, `[](care:emergency)`.

Wrong, in decision_trees/care_levels.yml:

    emergency: {title: Get help now, card: emergency, act: "Call [112](tel:112)."}
    soon: {title: "See somebody soon, or call 112", card: non-urgent, act: Make an appointment.}
    self-care: {title: Look after it, card: self-care, act: Take it easy., self_care: true}

Right, in decision_trees/care_levels.yml:

    emergency: {title: Get help now, card: emergency, act: "Call [112](tel:112)."}
    soon: {title: See somebody soon, card: non-urgent, act: Make an appointment.}
    self-care: {title: Look after it, card: self-care, act: Take it easy., self_care: true}
"""

import re
from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.kinds import KINDS
from generator.core.kinds.kind import Entry
from generator.core.library import Library, all_texts_for_readers, at, at_site
from generator.core.markup import pieces
from generator.core.memo import memoized
from generator.core.source import Location, Spot, Step

CODE = "S807"
SEVERITY = "warning"
_WORD = KINDS["care-level"].word


def check(survey: Survey) -> Iterator[Fault]:
    """Look for the numbers in ordinary pages and in all texts for readers, except the acts and their numbers."""
    library = survey.library
    levels = {number: id for id, level in library.care_levels.items() for number in _numbers(level.act)}
    if not levels:
        return
    found = re.compile(rf"(?<![\w.,:/-])(?:{'|'.join(map(re.escape, levels))})(?![\w/-]|[.,]\d)")
    for kind, id, entry in library.each():
        # The texts of a source, its title and note, were not written by this site's authors.
        if kind == "source":
            continue
        for path, number in _in_entry(entry, found):
            if kind != "care-level" or path[0] not in ("act", "numbers"):
                yield _fault(at(kind, id, *path), number, levels[number])
    for path, number in _in_entry(library.site, found):
        yield _fault(at_site(*path), number, levels[number])
    yield from _in_pages(library, found, levels)


@memoized
def _in_entry(entry: Entry, found: re.Pattern[str]) -> tuple[tuple[tuple[Step, ...], str], ...]:
    """The first number in each text for readers."""
    texts = all_texts_for_readers(entry)
    return tuple((path, number[0]) for path, text in texts if (number := found.search(text)))


def _numbers(act: str) -> list[str]:
    """The telephone numbers that a text links to."""
    return [piece.target.removeprefix("tel:") for piece in pieces(act) if piece.target.startswith("tel:")]


def _in_pages(library: Library, found: re.Pattern[str], levels: dict[str, str]) -> Iterator[Fault]:
    for uri, page in library.pages.items():
        if uri in library.site.pages_of_numbers:
            continue
        for line, text in enumerate(page.text.split("\n"), start=1):
            if number := found.search(text):
                yield _fault(Spot(page.path, line, number.start() + 1), number[0], levels[number[0]])


def _fault(at: Location | Spot, number: str, level: str) -> Fault:
    return Fault(
        CODE,
        at,
        f'The number {number} is in the "act" of "{level}", and is copied here.',
        f"Write [words]({_WORD}:{level}), which leads there, or []({_WORD}:{level}), which says what to do.",
    )
