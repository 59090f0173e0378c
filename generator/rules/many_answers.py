"""A case that needs more answers than this site allows.

Readers in pain give up if the path is long. `most_answers` in `content/site.yml` sets how many answers a case may have;
without it, there is no limit.
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S812"
SEVERITY = "warning"


def check(survey: Survey) -> Iterator[Fault]:
    """Count the answers of every case."""
    most = survey.library.site.most_answers
    for walk in survey.walks if most else ():
        if walk.taps > most:
            message = f'The case "{walk.case}" takes {walk.taps} answers; on this site none may take more than {most}.'
            yield Fault(CODE, at("case", walk.case, "answers"), message, "Ask fewer questions on this way.")
