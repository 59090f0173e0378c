"""The ledger of reviews as text: for each field of an entry, the day of its review and a checksum of its words.

One line a field: `content/outcomes/rest.yml#summary 2026-11-22 0123456789ab`. What a review read is thereby known, and
what was changed since can be told.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from generator.core.errors import SignpostError

HEAD = """\
# What was read at the last review: a line for each field, with the day and a checksum of its words.
# "signpost reviewed --update" writes this file; nobody needs to edit it.
"""
_LINE = re.compile(r"(?P<file>.+)#(?P<field>[\w.-]+) (?P<day>\d{4}-\d\d-\d\d) (?P<checksum>[0-9a-f]{12})")


class Field(NamedTuple):
    """A field of an entry, by the entry's file, relative to the project, and its keys with a full stop between."""

    file: str
    name: str


class Read(NamedTuple):
    """What was read of a field: the day, and the checksum of its words."""

    day: date
    checksum: str


class LedgerError(SignpostError):
    """A line of the ledger that says nothing; the message says which."""


def read(text: str) -> dict[Field, Read]:
    """What a ledger says.

    Raises:
        LedgerError: where a line has another form, or a field stands in it twice.
    """
    found: dict[Field, Read] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        said = _LINE.fullmatch(line)
        try:
            day = date.fromisoformat(said["day"]) if said else None
        except ValueError:
            day = None
        if said is None or day is None:
            raise LedgerError(f"line {number} is no file, field, day and checksum")
        field = Field(said["file"], said["field"])
        if field in found:
            raise LedgerError(f"line {number} is about a field that has a line already")
        found[field] = Read(day, said["checksum"])
    return found


def written(text: str | None, fields: Mapping[Field, Read]) -> str:
    """The whole ledger: comments first, as they were, then all fields in order.

    Args:
        text: what it says so far; None where there is none yet.
        fields: all that it is to say.
    """
    head: Iterable[str] = (line for line in (text or HEAD).splitlines() if line.startswith("#"))
    lines = (f"{field.file}#{field.name} {one.day} {one.checksum}" for field, one in sorted(fields.items()))
    return "\n".join([*head, *lines]) + "\n"
