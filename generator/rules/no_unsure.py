"""A question without an answer for readers who are not sure.

Readers who cannot tell have to guess, and may guess the harmless answer. Only checked in a library with red flags.

Wrong, in decision_trees/example.yml:

    a-little: {text: A little, outcome: take-it-easy}

Right:

    a-little: {text: A little, outcome: take-it-easy}
    cannot-tell: {text: I cannot tell, unsure: true, outcome: see-someone}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S806"
SEVERITY = "warning"


def check(survey: Survey) -> Iterator[Fault]:
    """Look for an answer that is marked as unsure in each question."""
    if not survey.library.red_flags:
        return
    for tree, id, question in survey.questions():
        if question.choices and not any(choice.unsure for choice in question.choices.values()):
            yield Fault(
                CODE,
                at("tree", tree, "questions", id, of="key"),
                f'The question "{id}" has no answer for readers who are not sure.',
                'Add one with "unsure: true", such as "I am not sure".',
            )
