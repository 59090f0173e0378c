"""A question whose choices all end the same way.

Whatever the reader answers, the result is one and the same, so there is no reason to ask.

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
          a-little: {text: A little, question: side}
          not-at-all: {text: Not at all, outcome: take-it-easy}
      side:
        ask: On which side?
        choices:
          left: {text: Left, outcome: take-it-easy}
          right: {text: Right, outcome: take-it-easy}

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

CODE = "S504"


def check(survey: Survey) -> Iterator[Fault]:
    """Take what the proof found."""
    for tree, question, outcome in survey.proof.pointless:
        yield Fault(
            CODE,
            at("tree", tree, "questions", question, of="key"),
            f'Whatever is answered to "{question}", the result is always "{outcome}".',
            "Let a choice lead elsewhere, or delete the question.",
        )
