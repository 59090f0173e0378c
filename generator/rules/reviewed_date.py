"""A review date that is not a date, or lies in the future.

`reviewed` is the day somebody last read the whole entry against its sources. It is shown on the page.

Wrong, in content/places/knee.yml:

    title: Knee
    reviewed: 22.11.2026

Right, in content/places/knee.yml:

    title: Knee
    reviewed: 2026-11-22
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at, reviewed_of
from generator.core.source import Location

CODE = "S307"


def fault(where: Location, found: object) -> Fault:
    """A value that is no date."""
    shown = f'"{found}"' if isinstance(found, (str, int, float)) else "This"
    return Fault(CODE, where, f"{shown} is not a date.", "Write year-month-day, such as 2026-11-22.")


def check(survey: Survey) -> Iterator[Fault]:
    """Hold every date against today."""
    library = survey.library
    for kind, id, entry in library.in_folders():
        reviewed = reviewed_of(entry)
        if reviewed is not None and reviewed > library.today:
            yield Fault(
                CODE,
                at(kind, id, "reviewed"),
                f"The review date {reviewed} is in the future (today is {library.today}).",
                "Write the day on which it was last reviewed.",
            )
