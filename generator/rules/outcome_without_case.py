"""A result that no case reaches.

Once a library has cases, each result that its guides lead to should be the end of at least one case. Then a change that
cuts off a result is noticed.
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S811"
SEVERITY = "warning"


def check(survey: Survey) -> Iterator[Fault]:
    """Collect the results at which cases end."""
    if not survey.walks:
        return
    for outcome in survey.uncovered.outcomes:
        if outcome in survey.library.outcomes:
            yield Fault(
                CODE,
                at("outcome", outcome),
                f'No case ends at the result "{outcome}".',
                "Add one in decision_trees/cases/: a story, its answers, and this result.",
            )
