"""A source file, and a place in it."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Step = str | int


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the project, read once.

    Attributes:
        path: where it is, relative to the project, with forward slashes.
        text: its whole content, line endings as written.
    """

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A character in a file. `line` and `column` count from 1, in characters."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Span:
    """What stands in a file between two of its characters.

    Attributes:
        begin: its first character.
        end: the character after its last one; `begin` itself where only a point is known.
    """

    begin: Spot
    end: Spot


class Location(NamedTuple):
    """A value in a YAML file, named by the keys and list indexes that lead to it.

    `of` says whether the value itself is meant or the key it stands under.
    The line and column are looked up only when there is something to say about it.
    """

    file: str
    path: tuple[Step, ...] = ()
    of: Literal["key", "value"] = "value"
