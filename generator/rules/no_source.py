"""An outcome or a reader question without a source.

Every statement must be traceable to what it rests on.

Wrong, in content/faq/why-it-hurts.yml:

    question: Why does it hurt?
    answer: Nobody knows.
    trees: [example]
    sources: []
    reviewed: 2026-11-22

Right, in content/faq/why-it-hurts.yml:

    question: Why does it hurt?
    answer: Nobody knows.
    trees: [example]
    sources: [a-study]
    reviewed: 2026-11-22
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.model import at

CODE = "S603"


def check(survey: Survey) -> Iterator[Fault]:
    """Look for at least one source in every outcome and every FAQ entry."""
    kinds = {"outcome": survey.library.outcomes, "faq": survey.library.faq}
    for kind, entries in kinds.items():
        name = "outcome" if kind == "outcome" else "reader question"
        for id, entry in entries.items():
            if not entry.sources:
                yield Fault(
                    CODE,
                    at(kind, id, "sources"),
                    f"This {name} names no source.",
                    'Add "sources: [...]" with at least one id from content/sources.yml.',
                )
