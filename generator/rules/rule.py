"""What a rule is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.analyse.survey import Survey
from generator.core.finding import Fault, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule.

    Attributes:
        code: stable, never used again for another rule.
        name: what is wrong, in words with hyphens; the same as its file.
        severity: errors stop a build, warnings do not.
        doc: what, why, and examples, as written at the head of its file.
        check: finds the faults of a survey; None where loading or parsing finds them all.
        fault: puts a problem that loading or parsing found into words; None where these find none.
    """

    code: str
    name: str
    severity: Severity
    doc: str
    check: Callable[[Survey], Iterable[Fault]] | None
    fault: Callable[..., Fault] | None = None
