"""A source date that does not begin with the year.

Readers see the year of a source next to its authors. `issued` is a year (`2013`), a month (`2013-05`), a day
(`2013-05-31`), or the `date-parts` of CSL with the year first.

Wrong, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1, issued: May 2013}

Right, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1, issued: 2013-05}
"""

import re
from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.kinds.source import issued
from generator.core.library import at

CODE = "S311"
_DATE = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?:[^-\d].*)?", re.DOTALL)
_YEAR = re.compile(r"\b[12]\d{3}\b")


def check(survey: Survey) -> Iterator[Fault]:
    """Check the date of every source that has one."""
    for id, source in survey.library.sources.items():
        if source.issued is None or _DATE.fullmatch(written := issued(source)):
            continue
        year = _YEAR.search(written)
        example = year[0] if year else "2013"
        message = f'"{written}" is not a date that begins with the year.' if written else "The year is missing."
        help = f"Write the year ({example}), the month ({example}-05) or the day ({example}-05-31)."
        yield Fault(CODE, at("source", id, "issued"), message, help)
