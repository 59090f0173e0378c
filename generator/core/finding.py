"""What is wrong with a project: a problem met while reading, a rule's fault, and the finding that is reported."""

from dataclasses import dataclass
from typing import Literal

from generator.core.source import Location, Spot

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that reading or parsing a file came upon. The rule of that name puts it into words.

    Attributes:
        rule: the name of the rule it breaks, such as "unknown-key".
        at: where.
        about: what the rule needs to know to say it, in the order of its `fault` function.
    """

    rule: str
    at: Location | Spot
    about: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """One breach of one rule, not yet placed.

    Attributes:
        code: the rule's code, such as "S302".
        at: a value in a YAML file, or a character where no value could be read.
        message: what is wrong, in words a non-programmer understands.
        help: what to do about it.
        suggestion: the name to write instead, where there is one; `help` says it, too.
    """

    code: str
    at: Location | Spot
    message: str
    help: str
    suggestion: str = ""


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
