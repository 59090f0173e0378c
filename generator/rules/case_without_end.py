"""A case whose answers stop before a result.

Its reader would be left at a question. Add the missing answers.

Wrong, in decision_trees/cases/sore.yml:

    title: Sore after a run
    story: A knee that is a little sore after running.
    guide: example
    answers:
      - {red-flags-soon: no}
    expect: {care: self-care}
    reviewed: 2026-11-22

Right, in decision_trees/cases/sore.yml:

    title: Sore after a run
    story: A knee that is a little sore after running.
    guide: example
    answers:
      - {red-flags-soon: no}
      - {rest: a-little}
    expect: {care: self-care}
    reviewed: 2026-11-22
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S622"


def check(survey: Survey) -> Iterator[Fault]:
    """Report each case whose answers end at a question."""
    for walk in survey.walks:
        if walk.wrong is None and walk.here is not None:
            yield Fault(
                CODE,
                at("case", walk.case, "answers"),
                f'The answers end at the question "{walk.here.question}" of the guide "{walk.here.tree}".',
                f'Add the answers that follow, beginning with "- {{{walk.here.question}: ...}}".',
            )
