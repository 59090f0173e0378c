"""Which faults only follow from a level of care that could not be read, or that is not there."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analyse.gate import outcome_id, question_id
from generator.core.finding import Fault
from generator.core.kinds import KINDS, kind_of
from generator.core.library import Library
from generator.core.source import Location, Spot
from generator.rules import (
    broken_permalink,
    case_ends_elsewhere,
    missing_field,
    unknown_key,
    unsure_lowers_care,
    wrong_type,
)

_UNKNOWN = "" if (rule := KINDS["care-level"].unknown) is None else rule.code
_OF_FIELDS = frozenset((missing_field.CODE, unknown_key.CODE, wrong_type.CODE, _UNKNOWN))
# What is made for a level: its card, and the question about its signs.
_MADE = (outcome_id(""), question_id(""))


@dataclass(frozen=True)
class Care:
    """What is not known of how urgent things are.

    Attributes:
        signs: whether it is of a red flag, so that it is not known which are asked about, and where.
        results: whether it is of a result.
        cards: the lines of the ledger with an address that is made for a level.
    """

    signs: bool
    results: bool
    cards: frozenset[Spot]

    def explains(self, fault: Fault) -> bool:
        """Whether a fault says no more than that something is not as urgent as it was, or that a card is not there.

        What a case comes by is not asked here, as red flags are not the only reason.
        """
        if self.signs and fault.code == broken_permalink.CODE:
            return fault.at in self.cards
        if self.signs and fault.code == _UNKNOWN and (isinstance(fault.at, Spot) or "care" not in fault.at.path):
            # A link in a text, to a card that is not there as no red flag names its level.
            return not fault.suggestion
        if fault.code == unsure_lowers_care.CODE:
            return self.results
        is_of_care = isinstance(fault.at, Location) and fault.at.path == ("expect", "care")
        return (self.signs or self.results) and fault.code == case_ends_elsewhere.CODE and is_of_care


def care_amiss(faults: Iterable[Fault], library: Library) -> Care:
    """Gather from the faults of the field `care`, and of the levels themselves, what is not known."""
    kinds = set()
    for fault in faults:
        if fault.code in _OF_FIELDS and isinstance(at := fault.at, Location):
            kind, _ = kind_of(at.file) or ("", "")
            if kind == "care-level" and at.of == "key" and fault.code == _UNKNOWN:
                kinds |= {"red-flag", "outcome"}
            elif "care" in at.path[:2]:
                kinds.add(kind)
    cards = (spot for address, spot in library.permalinks.items() if _name(address).startswith(_MADE))
    return Care("red-flag" in kinds, "outcome" in kinds, frozenset(cards) if "red-flag" in kinds else frozenset())


def _name(address: str) -> str:
    """What the last part of an address is called: its anchor, or else its page."""
    page, _, anchor = address.partition("#")
    return anchor or page.removesuffix("/").rpartition("/")[2]
