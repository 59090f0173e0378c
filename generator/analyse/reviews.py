"""What nobody has held against its sources for a long time."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from generator.core.kinds import file_of
from generator.core.library import Library, reviewed_of, title_of


@dataclass(frozen=True, slots=True)
class Overdue:
    """An entry that is due for review.

    Attributes:
        kind: "tree", "outcome", "faq" or "place".
        id: its id.
        title: as written, so Markdown.
        file: where it is, relative to the project.
        reviewed: the day of its last review.
    """

    kind: str
    id: str
    title: str
    file: str
    reviewed: date


def overdue(library: Library, months: int) -> list[Overdue]:
    """What was last reviewed more than so many months ago, the oldest first."""
    last = _months_before(library.today, months)
    found = [
        Overdue(kind, id, title_of(kind, entry), file_of(kind, id), reviewed)
        for kind, id, entry in library.in_folders()
        if (reviewed := reviewed_of(entry)) is not None and reviewed < last
    ]
    return sorted(found, key=lambda one: (one.reviewed, one.file))


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < date.min.year:
        return date.min
    # A month before the 31st may have no 31st; its last day is meant.
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
