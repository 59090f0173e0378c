"""An outcome that does not say when to get help.

On a site about health (`subject: health` in `content/site.yml`), readers must learn what would make their result more
urgent, and after how long to see somebody anyway. Only results that are already an emergency are exempt.

Wrong, in content/outcomes/take-it-easy.yml:

    title: Take it easy
    care: self-care
    summary: Rest it.
    places: [knee]
    sources: [a-study]
    reviewed: 2026-11-22

Right, in content/outcomes/take-it-easy.yml:

    title: Take it easy
    care: self-care
    summary: Rest it.
    get_help_if: [It is no better after 2 weeks]
    places: [knee]
    sources: [a-study]
    reviewed: 2026-11-22
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at
from generator.core.subject import is_health

CODE = "S604"


def check(survey: Survey) -> Iterator[Fault]:
    """Check every outcome whose care level does not have the emergency card."""
    for id, outcome in survey.library.outcomes.items() if is_health(survey.library) else ():
        level = survey.library.care_levels.get(outcome.care or "")
        if level and level.card != "emergency" and not outcome.get_help_if:
            yield Fault(
                CODE,
                at("outcome", id, "get_help_if"),
                "This outcome does not say when to get help.",
                'Add "get_help_if:" with a list, a time limit among it, such as "It is no better after 2 weeks".',
            )
