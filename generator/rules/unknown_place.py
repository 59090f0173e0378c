"""A place that does not exist.

Places decide which red flags are asked, so a misspelt one would leave some out.

Wrong, in decision_trees/example.yml:

    title: Sore knee
    summary: Find out what to do about a sore knee.
    places: [nee]
    start: rest
    reviewed: 2026-11-22
    questions:
      rest:
        ask: Does it hurt at rest?
        choices:
          a-lot: {text: A lot, outcome: see-someone}
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

CODE = "S404"


def check(survey: Survey) -> Iterator[Fault]:
    """Look up every place that is named."""
    return unknown(survey, CODE, "place", "place", "Write it as content/places/{id}.yml, or name another.")
