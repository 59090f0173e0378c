"""An answer that names a red flag but can lead to less urgent care than the red flag itself.

`sign: the-flag` on a choice says that readers who give this answer have that red flag. Then every path from here must
end with care at least as urgent as the care level of the red flag.

Wrong, in decision_trees/example.yml:

    a-lot: {text: It is hot and swollen, sign: swelling, outcome: take-it-easy}
    a-little: {text: A little, outcome: see-someone}

Right:

    a-lot: {text: A lot, outcome: see-someone}
    a-little: {text: A little, outcome: take-it-easy}
"""

from collections.abc import Iterator

from generator.analyse.signs import signs_of_choices
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S606"


def check(survey: Survey) -> Iterator[Fault]:
    """Compare the least urgent end of each answer that names red flags with their care levels."""
    library = survey.library
    levels = list(library.care_levels)
    for tree, question, choice, flags in signs_of_choices(library):
        least = survey.proof.least.get((tree, question, choice))
        for flag in flags:
            care = library.red_flags[flag].care
            if least is not None and care in levels and least > levels.index(care):
                yield Fault(
                    CODE,
                    at("tree", tree, "questions", question, "choices", choice, "sign"),
                    f'This answer says that the sign "{flag}" is there ("{care}"), but can end with "{levels[least]}".',
                    "Let it lead to a result that is at least as urgent as the sign.",
                )
