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
    """A fault as it is reported.

    Attributes:
        code: the rule's code, such as "S302".
        rule: the rule's name, such as "unknown-key".
        severity: whether it keeps the site from being published.
        message: what is wrong.
        help: what to do about it.
        file: relative to the project.
        line: where what is wrong begins, counted from 1.
        column: likewise, in characters (Unicode code points), so that an emoji counts once.
        end_line: the line of its last character; `line` where only a point is known.
        end_column: the column after its last character; `column` where only a point is known.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    help: str
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
