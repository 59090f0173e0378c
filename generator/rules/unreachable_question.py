"""A question that no reader can reach.

No sequence of answers leads to it from the start, so nobody will ever see it. Often another choice was meant to lead to
it.

Wrong, in decision_trees/example.yml:

        cannot-tell: {text: I cannot tell, unsure: true, outcome: see-someone}
    stairs:
      ask: Does it hurt on stairs?
      choices:
        a-lot: {text: A lot, outcome: see-someone}
        a-little: {text: A little, outcome: take-it-easy}

Right:

        cannot-tell: {text: I cannot tell, unsure: true, outcome: see-someone}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S501"


def check(survey: Survey) -> Iterator[Fault]:
    """Compare the questions of each tree with those that can be reached from its start."""
    for id, tree in survey.library.trees.items():
        reached = set(survey.graph.shapes[id].order)
        if not reached:
            continue
        named = {
            choice.question
            for question in tree.questions.values()
            for choice in question.choices.values()
            if choice.question is not None
        }
        for question in tree.questions:
            if question in reached:
                continue
            why = "nothing leads to it"
            if question in named:
                why = "the questions that lead to it cannot be reached either"
            yield Fault(
                CODE,
                at("tree", id, "questions", question, of="key"),
                f'No reader can come to the question "{question}": {why}.',
                f'Let a choice lead to it ("question: {question}"), or delete it.',
            )
