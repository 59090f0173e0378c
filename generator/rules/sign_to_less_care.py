"""A red flag that leads to a less urgent result than its own care level.

A red flag is asked about on the page of its care level, so readers who have it must get at least that level of care.
Its `outcome` may be more urgent than its `care`, never less.

Wrong, in decision_trees/red_flags.yml:

    swelling:
      text: Your knee is hot and swollen
      care: soon
      outcome: take-it-easy
      places: [knee]
      sources: [a-study]

Right, in decision_trees/red_flags.yml:

    swelling:
      text: Your knee is hot and swollen
      care: soon
      outcome: see-someone
      places: [knee]
      sources: [a-study]
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S609"


def check(survey: Survey) -> Iterator[Fault]:
    """Compare the care level of each red flag's outcome with its own."""
    library = survey.library
    levels = list(library.care_levels)
    for id, flag in library.red_flags.items():
        outcome = library.outcomes.get(flag.outcome or "")
        if outcome is None or flag.care not in levels or outcome.care not in levels:
            continue
        if levels.index(outcome.care) > levels.index(flag.care):
            yield Fault(
                CODE,
                at("red-flag", id, "outcome"),
                f'The red flag "{id}" is "{flag.care}", but leads to a result that is "{outcome.care}".',
                "Name a result that is at least as urgent, or leave it out: the sign then leads to its level's card.",
            )
