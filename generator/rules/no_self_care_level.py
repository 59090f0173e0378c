"""Red flags in a library without a self-care level.

Red flags are there so that nobody who should be seen is told to look after themselves. `self_care: true` on a care
level says that its results are self-care. Without such a level, the red flags guard no result, and nothing is proved.

Wrong, in decision_trees/care_levels.yml:

    self-care: {title: Look after it, card: non-urgent, act: Take it easy.}

Right:

    self-care: {title: Look after it, card: self-care, act: Take it easy., self_care: true}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S611"


def check(survey: Survey) -> Iterator[Fault]:
    """Look for a level marked as self-care. One that should be marked but is not is reported by another rule."""
    levels = survey.library.care_levels
    if (
        survey.library.red_flags
        and levels
        and not any(level.self_care or level.card == "self-care" for level in levels.values())
    ):
        yield Fault(
            CODE,
            at("care-level", list(levels)[-1], of="key"),
            'No level says "self_care: true", so the red flags guard no result.',
            "Write it on the level that sends nobody to a professional, which is the last one.",
        )
