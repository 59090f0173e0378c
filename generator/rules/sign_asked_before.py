"""An answer that names a red flag which the guide has already asked about.

Readers who get here have said no to that red flag, so nobody could honestly give this answer. What follows it is never
reached, or only by readers who contradict themselves.

Wrong, in decision_trees/example.yml:

    a-lot: {text: It is hot and swollen, sign: swelling, outcome: see-someone}

Right:

    a-lot: {text: A lot, outcome: see-someone}
"""

from collections.abc import Iterator

from generator.analyse.gate import flags_for
from generator.analyse.signs import signs_of_choices
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S607"


def check(survey: Survey) -> Iterator[Fault]:
    """Compare the red flags that answers name with the gate of their own tree."""
    library = survey.library
    for tree, question, choice, flags in signs_of_choices(library):
        asked = flags_for(library, library.trees[tree].places)
        for flag in flags:
            if flag in asked:
                yield Fault(
                    CODE,
                    at("tree", tree, "questions", question, "choices", choice, "sign"),
                    f'This guide asks about the sign "{flag}" first, so nobody who comes here has it.',
                    "Take the answer out, or ask about the sign here and not before the guide (its `places`).",
                )
