"""What a rule has to say: a fault while the rules run, a finding once it has a line and a column."""

from dataclasses import dataclass
from typing import Literal

from generator.core.source import Location, Spot

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One breach of one rule, not yet placed.

    Attributes:
        code: the rule's code, such as "S302".
        at: a value in a YAML file, or a character where no value could be read.
        message: what is wrong, in words a non-programmer understands.
        help: what to do about it.
    """

    code: str
    at: Location | Spot
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault as it is reported: `line` and `column` count from 1, `file` is relative to the project."""

    code: str
    rule: str
    severity: Severity
    message: str
    help: str
    file: str
    line: int
    column: int
