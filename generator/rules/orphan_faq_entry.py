"""A reader question that belongs to nothing.

It names no tree, outcome or place, so no page leads to it but the list of all questions.

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
from generator.core.model import at

CODE = "S702"


def check(survey: Survey) -> Iterator[Fault]:
    """Look for at least one tree, outcome or place."""
    for id, entry in survey.library.faq.items():
        if not (entry.trees or entry.outcomes or entry.places):
            yield Fault(
                CODE,
                at("faq", id),
                "This reader question names no tree, outcome or place, so no page leads to it.",
                'Add "trees:", "outcomes:" or "places:" with the ids it belongs to.',
            )
