"""What a check has to say, in short: enough for every report, without the library it is about."""

import sys
from dataclasses import dataclass
from typing import Protocol

from generator.finding import Finding

# Python refuses to print integers of more digits than this unless told; a count is exact however large.
sys.set_int_max_str_digits(0)


@dataclass(frozen=True, slots=True)
class Claim:
    """How much was checked, and what was proved of it.

    Attributes:
        trees, questions, outcomes: as written.
        paths: over all trees.
        exhaustive: whether that is exact, and every tree whole.
        red_flags: whether there are any.
        address: where the site will be, as it says itself.
    """

    trees: int
    questions: int
    outcomes: int
    paths: int
    exhaustive: bool
    red_flags: bool
    address: str


class Judged(Protocol):
    """What reports are made of: a check that was just made, or one that is remembered."""

    @property
    def claim(self) -> Claim:
        """How much was checked, and what was proved of it."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """In the order of file, line and column."""

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings do not count."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A check in which nothing was found."""

    claim: Claim
    findings: tuple[Finding, ...] = ()
    ok: bool = True
