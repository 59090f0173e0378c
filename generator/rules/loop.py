"""Questions that lead round in a circle.

A reader would be asked the same things again and again and never come to a result. Every branch must
end.

Wrong, in decision_trees/example.yml:

    title: Sore knee
    summary: Find out what to do about a sore knee.
    places: [knee]
    start: rest
    reviewed: 2026-11-22
    questions:
      rest:
        ask: Does it hurt at rest?
        choices:
          a-lot: {text: A lot, outcome: see-someone}
          a-little: {text: A little, outcome: take-it-easy}
          unsure: {text: I am not sure, question: stairs}
      stairs:
        ask: Does it hurt on stairs?
        choices:
          a-lot: {text: A lot, outcome: see-someone}
          a-little: {text: A little, question: rest}

Right, in decision_trees/example.yml:

    title: Sore knee
    summary: Find out what to do about a sore knee.
    places: [knee]
    start: rest
    reviewed: 2026-11-22
    questions:
      rest:
        ask: Does it hurt at rest?
        choices:
          a-lot: {text: A lot, outcome: see-someone}
          a-little: {text: A little, outcome: take-it-easy}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S502"


def check(survey: Survey) -> Iterator[Fault]:
    """Name each loop within a tree, at the choice that closes it."""
    for tree, shape in survey.graph.shapes.items():
        for loop in shape.loops:
            question, choice = loop.edge
            yield Fault(
                CODE,
                at("tree", tree, "questions", question, "choices", choice, "question"),
                f"These questions lead round in a circle: {' → '.join(loop.nodes)}.",
                "Let this choice, or another on the way, lead on to something else.",
            )
