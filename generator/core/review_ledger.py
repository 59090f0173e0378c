"""The ledger of reviews as text: for each field of an entry, the day of its review and a checksum of its words.

One line a field: `content/outcomes/rest.yml#summary 2026-11-22 0123456789ab`. It records what a review read, so that
later changes can be reported.
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
    """A field of an entry: the entry's file, relative to the project, and the field's keys, joined with full stops."""

    file: str
    name: str


class Read(NamedTuple):
    """The review of a field: its day, and the checksum of the words that were read."""

    day: date
    checksum: str


class LedgerError(SignpostError):
    """A line of the ledger is invalid; the message names it."""


def read(text: str) -> dict[Field, Read]:
    """Parse a ledger.

    Raises:
        LedgerError: if a line has another form, or a field occurs twice.
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
    """The text of a ledger: its comments first, unchanged, then all fields, sorted.

    Args:
        text: the present ledger; None if there is none yet.
        fields: all fields of the new ledger.
    """
    head: Iterable[str] = (line for line in (text or HEAD).splitlines() if line.startswith("#"))
    lines = (f"{field.file}#{field.name} {one.day} {one.checksum}" for field, one in sorted(fields.items()))
    return "\n".join([*head, *lines]) + "\n"
