"""A question with fewer than two choices.

With only one choice, there is nothing to decide.

Wrong, in decision_trees/example.yml:

    cannot-tell: {text: I cannot tell, unsure: true, outcome: see-someone}

Right:

    a-lot: {text: A lot, outcome: see-someone}
    a-little: {text: A little, outcome: take-it-easy}
    cannot-tell: {text: I cannot tell, unsure: true, outcome: see-someone}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at
from generator.core.text import count

CODE = "S306"


def check(survey: Survey) -> Iterator[Fault]:
    """Count the choices of every question that has any."""
    for tree, id, question in survey.questions():
        if len(question.choices) >= 2 or "choices" not in question.model_fields_set:
            continue
        yield Fault(
            CODE,
            at("tree", tree, "questions", id, "choices", of="key"),
            f'The question "{id}" has {count(len(question.choices), "choice")}; it needs at least two.',
            "Add a choice, or lead straight to where this one leads.",
        )
