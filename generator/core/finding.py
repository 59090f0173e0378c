"""What is wrong with a project: problems met while reading, faults found by rules, and findings as reported."""

from dataclasses import dataclass
from typing import Literal

from generator.core.source import Location, Spot

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem met while reading or parsing a file. The rule with that name writes the message.

    Attributes:
        rule: the name of the rule it breaks, such as "unknown-key".
        at: where.
        about: the arguments for the rule's `fault` function, in its order.
    """

    rule: str
    at: Location | Spot
    about: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """One violation of one rule, without line and column yet.

    Attributes:
        code: the rule's code, such as "S302".
        at: a value in a YAML file, or a character if no value could be read.
        message: what is wrong, in words a non-programmer understands.
        help: what to do about it.
        suggestion: the name to write instead, if there is one; `help` says it as well.
    """

    code: str
    at: Location | Spot
    message: str
    help: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault as it is reported, with its severity and position.

    Attributes:
        code: the rule's code, such as "S302".
        rule: the rule's name, such as "unknown-key".
        severity: "error" if it keeps the site from being published.
        message: what is wrong.
        help: what to do about it.
        file: relative to the project.
        line: where the fault begins, counted from 1.
        column: likewise, in Unicode code points, so that an emoji counts once.
        end_line: the line of its last character; `line` if only a point is known.
        end_column: the column after its last character; `column` if only a point is known.
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
