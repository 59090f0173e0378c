"""A review date that is not a date, or is in the future.

`reviewed` is the day on which somebody last read the whole entry against its sources. The page shows it.

Wrong, in content/places/knee.yml:

    title: Knee
    reviewed: 22.11.2026

Right, in content/places/knee.yml:

    title: Knee
    reviewed: 2026-11-22
"""

import re
from calendar import month_name, monthrange
from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at, reviewed_of
from generator.core.source import Location

CODE = "S307"


_PARTS = re.compile(r"([0-9]+)-([0-9]+)-([0-9]+)")
_MONTHS = 12


def fault(where: Location, found: object) -> Fault:
    """Report a value that is not a date."""
    shown = f'"{found}"' if isinstance(found, (str, int, float)) else "This"
    help = "Write year-month-day, such as 2026-11-22."
    parts = _PARTS.fullmatch(found) if isinstance(found, str) else None
    return Fault(CODE, where, f"{shown} is not a date{_why(*parts.groups()) if parts else ''}.", help)


def _why(year: str, month: str, day: str) -> str:
    """Which part is wrong in a date of three numbers with hyphens between them."""
    if len(year) != len("2026"):
        return f': the year "{year}" does not have four digits'
    if not 1 <= int(month) <= _MONTHS:
        swapped = " (the month is before the day)" if 1 <= int(day) <= _MONTHS else ""
        return f": there is no month {int(month)}{swapped}"
    last = monthrange(int(year) or 1, int(month))[1]
    if not 1 <= int(day) <= last:
        return f": {month_name[int(month)]} {year} has {last} days"
    return next(
        f': the {what} "{part}" does not have two digits, as in "{int(part):02}"'
        for what, part in (("month", month), ("day", day))
        if len(part) != len("01")
    )


def check(survey: Survey) -> Iterator[Fault]:
    """Report every review date after today."""
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
