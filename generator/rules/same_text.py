"""Two choices of a question with the same text.

Readers cannot tell them apart, yet they may lead to different results.

Wrong, in decision_trees/example.yml:

    a-little: {text: A lot, outcome: take-it-easy}

Right:

    a-little: {text: A little, outcome: take-it-easy}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at
from generator.core.readability import same

CODE = "S505"


def check(survey: Survey) -> Iterator[Fault]:
    """Compare the texts of each question's choices, ignoring case, spaces and a full stop."""
    for tree, id, question in survey.questions():
        for earlier, later in same({choice_id: choice.text for choice_id, choice in question.choices.items()}):
            yield Fault(
                CODE,
                at("tree", tree, "questions", id, "choices", later, "text"),
                f'The choices "{earlier}" and "{later}" have the same text.',
                "Change one text so that a reader can tell them apart, or delete one choice.",
            )
