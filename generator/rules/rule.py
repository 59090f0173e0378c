"""What a rule is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.analyse.survey import Survey
from generator.core.finding import Fault, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule.

    Attributes:
        code: stable; never reused for another rule.
        name: the mistake, in words with hyphens; the same as the name of its module.
        severity: errors stop a build, warnings do not.
        doc: the docstring of its module: what is wrong, why it matters, and examples.
        check: finds the faults in a survey; None if loading or parsing finds them all.
        fault: makes a fault of a problem that loading or parsing found; None if they find none.
    """

    code: str
    name: str
    severity: Severity
    doc: str
    check: Callable[[Survey], Iterable[Fault]] | None
    fault: Callable[..., Fault] | None = None
