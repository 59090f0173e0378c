"""An ordinary page that does not exist.

A link such as `page:about/index.md` names a Markdown file under `content/`. Without that file, the link would lead
nowhere.

Wrong, in content/places/knee.yml:

    title: Knee
    what: See [more](page:knees).

Right, in content/places/knee.yml:

    title: Knee
    what: See [more](https://example.org/knees).
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.rules.lookup import unknown

CODE = "S408"


def check(survey: Survey) -> Iterator[Fault]:
    """Report links to ordinary pages that do not exist."""
    return unknown(survey, CODE, "page", "page", "Name a Markdown file under content/, such as about/index.md.")
