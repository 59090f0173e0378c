"""A reader question that does not belong to anything.

It names no tree, outcome or place, so only the list of all questions leads to it.

Wrong, in content/faq/why-it-hurts.yml:

    question: Why does it hurt?
    answer: Nobody knows.
    sources: [a-study]
    reviewed: 2026-11-22

Right, in content/faq/why-it-hurts.yml:

    question: Why does it hurt?
    answer: Nobody knows.
    places: [knee]
    sources: [a-study]
    reviewed: 2026-11-22
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.kinds import KINDS
from generator.core.library import at
from generator.core.text import listing

CODE = "S702"


def check(survey: Survey) -> Iterator[Fault]:
    """Look for at least one id in the fields through which pages lead to an entry, such as `places`."""
    for kind in KINDS.values():
        if not kind.belongs:
            continue
        nouns = [field.removesuffix("s") for field in kind.belongs]
        keys = listing([f'"{field}:"' for field in kind.belongs], "or")
        for id, entry in survey.library.entries[kind.name].items():
            if not any(getattr(entry, field) for field in kind.belongs):
                yield Fault(
                    CODE,
                    at(kind.name, id),
                    f"This {kind.noun} names no {listing(nouns, 'or')}, so no page leads to it.",
                    f"Add {keys} with the ids it belongs to.",
                )
