"""A red flag whose care level is self-care.

A red flag is a sign that a professional has to look at, so a yes to it must lead to one.

Wrong, in decision_trees/red_flags.yml:

    swelling: {text: Your knee is hot and swollen, care: self-care, places: [knee], sources: [a-study]}

Right, in decision_trees/red_flags.yml:

    swelling: {text: Your knee is hot and swollen, care: soon, places: [knee], sources: [a-study]}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S605"


def check(survey: Survey) -> Iterator[Fault]:
    """Check the care level of every red flag."""
    for id, flag in survey.library.red_flags.items():
        level = survey.library.care_levels.get(flag.care)
        if level and level.self_care:
            yield Fault(
                CODE,
                at("red-flag", id, "care"),
                f'A yes to the red flag "{id}" would lead to self-care.',
                "Give it a level of care that sends the reader to a professional.",
            )
