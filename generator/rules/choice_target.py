"""A choice that leads nowhere, or to more than one place.

Each choice has exactly one of `question` (a question of the same tree), `outcome` (the end of the branch) or `tree`
(continue in another guide).

Wrong, in decision_trees/example.yml:

    a-lot: {text: A lot}

Right:

    a-lot: {text: A lot, outcome: see-someone}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.kinds.tree import TARGETS
from generator.core.library import at
from generator.core.source import Location
from generator.core.text import listing

CODE = "S305"


def check(survey: Survey) -> Iterator[Fault]:
    """Count the targets of every choice."""
    for tree, question_id, question in survey.questions():
        for id, choice in question.choices.items():
            if choice.target is None:
                where = at("tree", tree, "questions", question_id, "choices", id, of="key")
                yield _fault(where, id, [kind for kind in TARGETS if getattr(choice, kind) is not None])


def _fault(where: Location, id: str, named: list[str]) -> Fault:
    if not named:
        message = f'The choice "{id}" leads nowhere.'
        help = 'Add where it leads: "question: ...", "outcome: ..." or "tree: ...".'
    else:
        message = f'The choice "{id}" leads to {len(named)} places at once: {listing(named)}.'
        help = "Keep one of them."
    return Fault(CODE, where, message, help)
