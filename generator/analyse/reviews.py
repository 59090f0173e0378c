"""Entries that are overdue for review, and entries that changed since their last review."""

import hashlib
import json
from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.core.kinds import file_of
from generator.core.kinds.kind import Entry, fields_of
from generator.core.library import Library, reviewed_of, title_of
from generator.core.page_fields import parts as parts_of_page
from generator.core.page_text import page_title
from generator.core.review_ledger import Field, Read

# The length of a checksum in hexadecimal digits. Short is enough: nobody gains from a collision.
_DIGITS = 12
_PAGE_TEXT = "text"


@dataclass(frozen=True, slots=True)
class Overdue:
    """An entry that is due for review.

    Attributes:
        kind: "tree", "outcome", "faq" or "place".
        id: its id.
        title: as Markdown.
        file: where it is, relative to the project.
        reviewed: the day of its last review.
    """

    kind: str
    id: str
    title: str
    file: str
    reviewed: date


def overdue(library: Library, months: int) -> list[Overdue]:
    """The entries that were last reviewed more than `months` ago, the oldest first."""
    last = _months_before(library.today, months)
    found = [
        Overdue(kind, id, title_of(kind, entry), file_of(kind, id), reviewed)
        for kind, id, entry in library.in_folders()
        if (reviewed := reviewed_of(entry)) is not None and reviewed < last
    ]
    return sorted(found, key=lambda one: (one.reviewed, one.file))


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An entry or a page with a review date, and the checksum of each of its fields that readers see.

    Attributes:
        kind: of an entry, or "page".
        id: of an entry; of a page, its path under `content/`.
        title: as Markdown.
        file: where it is, relative to the project.
        day: the day of its last review.
        fields: checksums by the field's keys, joined with full stops.
    """

    kind: str
    id: str
    title: str
    file: str
    day: date
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry or a page with fields that have changed since its last review."""

    entry: Reviewed
    fields: tuple[str, ...]


def reviewed(library: Library) -> Iterator[Reviewed]:
    """All entries with a review date, then all such pages."""
    for kind, id, entry in library.in_folders():
        if (day := reviewed_of(entry)) is not None:
            fields = dict(_fields(entry))
            yield Reviewed(kind, id, title_of(kind, entry), file_of(kind, id), day, fields)
    for path, page in library.pages.items():
        front = library.page_fields[path]
        if front.reviewed is not None:
            fields = {**dict(_fields(front)), _PAGE_TEXT: _checksum(_bare(parts_of_page(page.text).body))}
            yield Reviewed("page", path, page_title(page.text, path), page.path, front.reviewed, fields)


def changed_since(library: Library, ledger: Mapping[Field, Read]) -> list[Changed]:
    """What changed since its review; left out is what the ledger lacks, or has for another review day."""
    days = {field.file: read.day for field, read in ledger.items()}
    known: dict[str, dict[str, str]] = {}
    for field, read in ledger.items():
        known.setdefault(field.file, {})[field.name] = read.checksum
    found = []
    for entry in reviewed(library):
        if days.get(entry.file) == entry.day:
            was = known[entry.file]
            names = [*entry.fields, *(name for name in was if name not in entry.fields)]
            changed = tuple(name for name in names if was.get(name) != entry.fields.get(name))
            found += [Changed(entry, changed)] if changed else []
    return sorted(found, key=lambda one: (one.entry.day, one.entry.file))


def renewed(library: Library, ledger: Mapping[Field, Read], read_now: Collection[str] = ()) -> dict[Field, Read]:
    """The updated ledger: with present checksums for each entry that is new in it or was reviewed on another day.

    Args:
        library: one in which every file could be read.
        ledger: the present ledger.
        read_now: files that get present checksums even if their review date is unchanged.
    """
    found: dict[Field, Read] = {}
    days = {field.file: one.day for field, one in ledger.items()}
    known: dict[str, dict[Field, Read]] = {}
    for field, one in ledger.items():
        known.setdefault(field.file, {})[field] = one
    for entry in reviewed(library):
        if entry.file in read_now or days.get(entry.file) != entry.day:
            found |= {Field(entry.file, name): Read(entry.day, checksum) for name, checksum in entry.fields.items()}
        else:
            found |= known[entry.file]
    return found


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    """Each field that readers see with the checksum of its words; parts with ids, such as questions, one by one."""
    for one in fields_of(type(entry)):
        value = getattr(entry, one.name)
        if not value or (one.weight is None and one.part is None):
            continue
        if one.part is not None and isinstance(value, dict):
            yield from ((f"{one.key}.{id}", _checksum(_words(part))) for id, part in value.items())
        elif (words := _words(value)) not in ([], {}, ""):
            yield one.key, _checksum(words)


def _words(value: object) -> object:
    """The words of a value, ignoring line breaks and spacing."""
    if isinstance(value, Entry):
        fields = fields_of(type(value))
        return {one.key: _words(getattr(value, one.name)) for one in fields if one.weight or one.part}
    if isinstance(value, dict):
        return {key: _words(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_words(one) for one in value]
    return _bare(str(value or ""))


def _bare(text: str) -> str:
    return " ".join(text.split())


def _checksum(words: object) -> str:
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()[:_DIGITS]


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < date.min.year:
        return date.min
    # The month may be shorter; then its last day is meant.
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
