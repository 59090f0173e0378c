"""Too many red flags on one page.

After about ten red flags, readers stop reading and answer "none of these". `most_signs_on_a_page` in `content/site.yml`
sets the limit.
"""

from collections.abc import Iterator

from generator.analyse.gate import gate
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at
from generator.core.text import count

CODE = "S805"
SEVERITY = "warning"


def check(survey: Survey) -> Iterator[Fault]:
    """Count the red flags in each red-flag question of each guide."""
    library = survey.library
    for id in library.trees:
        for question in gate(library, id):
            if len(question.flags) > library.site.most_signs_on_a_page:
                yield Fault(
                    CODE,
                    at("tree", id, "places"),
                    f'This guide asks about {count(len(question.flags), "sign")} of the level "{question.level}" at '
                    f"once; {library.site.most_signs_on_a_page} are enough.",
                    "Ask fewer signs at these places, or ask in the guide's own questions.",
                )
