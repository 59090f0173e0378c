"""An "I am not sure" answer that can end with less urgent care than another answer guarantees.

Readers who are not sure may be the ones who should have said yes. So the least urgent result of an answer marked
`unsure` must be at least as urgent as the least urgent result of each certain answer to the same question.

Wrong, in decision_trees/example.yml:

    cannot-tell: {text: I cannot tell, unsure: true, outcome: take-it-easy}

Right:

    cannot-tell: {text: I cannot tell, unsure: true, outcome: see-someone}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.errors import not_none
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S602"


def check(survey: Survey) -> Iterator[Fault]:
    """Report what the proof found."""
    levels = list(survey.library.care_levels)
    questions = {id: tree.questions for id, tree in survey.library.trees.items()}
    for lowered in survey.proof.lowered:
        choices = questions[lowered.tree][lowered.question].choices
        kind, _ = not_none(choices[lowered.choice].target)
        yield Fault(
            CODE,
            at("tree", lowered.tree, "questions", lowered.question, "choices", lowered.choice, kind),
            f'Not being sure can end with "{levels[lowered.least]}",'
            f' while "{lowered.sibling}" always ends with at least "{levels[lowered.sibling_least]}".',
            f'Let this choice lead where "{lowered.sibling}" leads, or to something as urgent.',
        )
