"""An entry that names no source, although its kind requires one.

Readers must be able to trace every statement to its source, so each outcome, reader question, plan, exercise and
precaution names at least one.

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
from generator.core.kinds import KINDS
from generator.core.library import at, sources_of

CODE = "S603"


def check(survey: Survey) -> Iterator[Fault]:
    """Look for at least one source in every entry of a kind that must name one."""
    for kind in KINDS.values():
        if kind.sourced:
            for id, entry in survey.library.entries[kind.name].items():
                if not sources_of(entry):
                    yield Fault(
                        CODE,
                        at(kind.name, id, "sources"),
                        f"This {kind.noun} names no source.",
                        'Add "sources: [...]" with at least one id from content/sources.yml.',
                    )
