"""A source file, and positions in it."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Step = str | int


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the project, read once.

    Attributes:
        path: relative to the project, with forward slashes.
        text: its whole content, with its original line endings.
    """

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Spot:
    """The position of a character in a file; `line` and `column` count characters from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Span:
    """A range of characters in a file.

    Attributes:
        begin: its first character.
        end: the character after its last one; equal to `begin` if only a point is known.
    """

    begin: Spot
    end: Spot


class Location(NamedTuple):
    """A value in a YAML file, identified by the keys and list indexes that lead to it.

    `of` says whether the value itself is meant or its key.
    Line and column are looked up only when they are needed for a message.
    """

    file: str
    path: tuple[Step, ...] = ()
    of: Literal["key", "value"] = "value"
