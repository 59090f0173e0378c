"""What nobody has held against its sources for a long time, and what was changed since somebody did."""

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

# Of a checksum, in hexadecimal digits. Nobody gains by two texts with the same.
_DIGITS = 12
_PAGE_TEXT = "text"


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


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An entry or a page that was reviewed, with the checksum of each of its fields that readers see.

    Attributes:
        kind: of an entry, or "page".
        id: of an entry; of a page its path under `content/`.
        title: as written, so Markdown.
        file: where it is, relative to the project.
        day: of its last review.
        fields: by their keys, with a full stop between.
    """

    kind: str
    id: str
    title: str
    file: str
    day: date
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry or a page with fields that are not as they were when it was reviewed."""

    entry: Reviewed
    fields: tuple[str, ...]


def reviewed(library: Library) -> Iterator[Reviewed]:
    """Everything that says when it was reviewed, pages last."""
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
    """What was changed since it was reviewed. What the ledger does not know, or knows of another day, is left out."""
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
    """What the ledger is to say: the words of today where an entry is new to it or was reviewed on another day.

    Args:
        library: one in which every file could be read.
        ledger: what it says so far.
        read_now: files whose words of today were read, whatever their day.
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
    """Each field that readers see with the checksum of its words; questions and the like one by one."""
    for one in fields_of(type(entry)):
        value = getattr(entry, one.name)
        if not value or (one.weight is None and one.part is None):
            continue
        if one.part is not None and isinstance(value, dict):
            yield from ((f"{one.key}.{id}", _checksum(_words(part))) for id, part in value.items())
        elif (words := _words(value)) not in ([], {}, ""):
            yield one.key, _checksum(words)


def _words(value: object) -> object:
    """The words of a value without how they are broken into lines."""
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
    # A month before the 31st may have no 31st; its last day is meant.
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
