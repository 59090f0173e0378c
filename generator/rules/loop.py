"""Questions that lead in a circle.

A reader would be asked the same questions again and again and never get a result. Every branch must end.

Wrong, in decision_trees/example.yml:

        cannot-tell: {text: I cannot tell, unsure: true, question: stairs}
    stairs:
      ask: Does it hurt on stairs?
      choices:
        a-lot: {text: A lot, outcome: see-someone}
        a-little: {text: A little, question: rest}

Right:

        cannot-tell: {text: I cannot tell, unsure: true, outcome: see-someone}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S502"


def check(survey: Survey) -> Iterator[Fault]:
    """Report each loop within a tree, at the choice that closes it."""
    for tree, shape in survey.graph.shapes.items():
        for loop in shape.loops:
            question, choice = loop.edge
            yield Fault(
                CODE,
                at("tree", tree, "questions", question, "choices", choice, "question"),
                f"These questions lead round in a circle: {' → '.join(loop.nodes)}.",
                "Let this choice, or another on the way, lead on to something else.",
            )
