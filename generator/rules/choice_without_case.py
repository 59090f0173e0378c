"""A choice or a red flag that no case covers.

If a site sets `cases_for_each_choice: true` in `content/site.yml`, each choice of its guides must be taken in at least
one case, and each red flag answered with yes in at least one. Then no change to them goes unnoticed.
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S813"
SEVERITY = "warning"
_HELP = "Add a case in decision_trees/cases/ that does: a story, its answers, and where they must end."


def check(survey: Survey) -> Iterator[Fault]:
    """Collect the answers of all cases."""
    library = survey.library
    if not library.site.cases_for_each_choice or not survey.walks:
        return
    left = survey.uncovered
    for tree, question, choice in left.choices:
        where = at("tree", tree, "questions", question, "choices", choice, of="key")
        yield Fault(CODE, where, f'No case takes the choice "{choice}".', _HELP)
    for sign in left.signs:
        yield Fault(CODE, at("red-flag", sign, of="key"), f'No case says yes to the red flag "{sign}".', _HELP)
