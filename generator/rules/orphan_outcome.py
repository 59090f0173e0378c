"""An outcome to which no tree leads.

No reader will find it through a guide. Either a choice was meant to lead there, or it can go. An outcome
whose title is still to be written is left alone until then.

Wrong, in content/outcomes/forgotten.yml:

    title: Forgotten
    care: soon
    summary: Nobody comes here.
    get_help_if: [It is no better after 2 weeks]
    sources: [a-study]
    reviewed: 2026-11-22

Right, in content/places/knee.yml:

    title: Knee
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.model import at
from generator.core.readability import TO_WRITE

CODE = "S701"


def check(survey: Survey) -> Iterator[Fault]:
    """Collect the outcomes that choices lead to; the rest are orphans."""
    choices = (reference for reference in survey.references if reference.role == "choice")
    led_to = {reference.id for reference in choices if reference.kind == "outcome"}
    for id, outcome in survey.library.outcomes.items():
        if id not in led_to and not outcome.title.startswith(TO_WRITE):
            yield Fault(
                CODE,
                at("outcome", id),
                f'No tree leads to the outcome "{id}".',
                f'Let a choice lead to it ("outcome: {id}"), or delete the file.',
            )
