"""A care level that does not exist.

The care level decides how urgent a result is and which card the reader sees.

Wrong, in decision_trees/red_flags.yml:

    swelling: {text: Your knee is hot and swollen, care: soom, places: [knee], sources: [a-study]}

Right, in decision_trees/red_flags.yml:

    swelling: {text: Your knee is hot and swollen, care: soon, places: [knee], sources: [a-study]}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.rules.lookup import unknown

CODE = "S406"


def check(survey: Survey) -> Iterator[Fault]:
    """Look up every care level that is named."""
    define = "Define it in decision_trees/care_levels.yml, or name another."
    return unknown(survey, CODE, "care-level", "care level", define)
