"""A care level that is shown as self-care but not declared as self-care.

`self_care: true` makes a level self-care: its results may only be reached after the red flags of their places have been
answered with no. The card only decides how the level looks. So a level with the card `self-care` must also say
`self_care: true`, on a site about health and wherever there are red flags.

Wrong, in decision_trees/care_levels.yml:

    self-care: {title: Look after it, card: self-care, act: Take it easy.}

Right:

    self-care: {title: Look after it, card: self-care, act: Take it easy., self_care: true}
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at
from generator.core.subject import is_health

CODE = "S610"


def check(survey: Survey) -> Iterator[Fault]:
    """Compare the card of every care level with its `self_care`."""
    library = survey.library
    for id, level in library.care_levels.items() if library.red_flags or is_health(library) else ():
        if level.card == "self-care" and not level.self_care:
            yield Fault(
                CODE,
                at("care-level", id, "self_care"),
                f'The level "{id}" is shown as self-care, but the red flags do not guard its results.',
                'Write "self_care: true", or give it another card.',
            )
