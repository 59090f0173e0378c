"""An outcome that does not exist.

A choice, a question of the FAQ or a link names an outcome for which there is no file in
`content/outcomes/`.

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
          a-lot: {text: A lot, outcome: see-some-one}
          a-little: {text: A little, outcome: take-it-easy}

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
from generator.rules.lookup import unknown

CODE = "S402"


def check(survey: Survey) -> Iterator[Fault]:
    """Look up every outcome that is named."""
    return unknown(survey, CODE, "outcome", "outcome", "Write it as content/outcomes/{id}.yml, or name another.")
