"""How a name that leads nowhere is reported, whatever it names."""

from collections.abc import Iterator

from generator.analyse.gate import card_outcomes, levels_with_cards
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.kinds import KINDS
from generator.core.library import Library
from generator.core.text import known_here, nearest_name


def unknown(survey: Survey, code: str, kind: str, noun: str = "", help: str = "") -> Iterator[Fault]:
    """Faults for every reference of a kind to an id that does not exist.

    Args:
        survey: all references of a library.
        code: the rule's.
        kind: of what is named; one of `KINDS`, or "figure", "page" or "link-kind".
        noun: what it is called in a message; as the kind says where left out.
        help: how to bring the id into being; "{id}" in it stands for the id. As the kind says where left out.
    """
    library = survey.library
    if (about := KINDS.get(kind)) and about.unknown:
        noun, help = noun or about.noun, help or about.unknown.help
    for reference in survey.references:
        if reference.kind == kind and reference.by == "text" and _has_no_page(library, kind, reference.id):
            message = f'The {noun} "{reference.id}" has no page to link to: no red flag names it.'
            listed = known_here(levels_with_cards(library) & library.care_levels.keys())
            yield Fault(code, reference.at, message, f"Link to another, or say in words what to do.{listed}")
        elif reference.kind == kind and not library.knows(kind, reference.id):
            # A case may end at the card of a level, which nobody writes.
            if reference.by == "case" and reference.id in card_outcomes(library):
                continue
            known = library.known[kind] or ()
            message = f'There is no {noun} "{reference.id}".'
            if now := library.present_id(kind, reference.id):
                yield Fault(code, reference.at, message, f'Write "{now}", as it is called now.', now)
            elif near := nearest_name(reference.id, known):
                yield Fault(code, reference.at, message, f'Did you mean "{near}"?', near)
            else:
                yield Fault(code, reference.at, message, help.replace("{id}", reference.id) + known_here(known))


def _has_no_page(library: Library, kind: str, id: str) -> bool:
    """Whether a thing is there and has no page: of the levels of care, only those that a red flag names have cards."""
    if kind != "care-level" or id not in library.care_levels or library.known["red-flag"] is None:
        return False
    return id not in levels_with_cards(library)
