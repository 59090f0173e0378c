"""Finds the faults that only follow from a care level that is missing or could not be read."""

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
# The ids generated for a care level: that of its card, and that of its red-flag question.
_GENERATED_IDS = (outcome_id(""), question_id(""))


@dataclass(frozen=True)
class Care:
    """Which parts of the urgency information could not be read.

    Attributes:
        signs: whether a red flag's care level is unknown, so that it is not known which red flags are asked about, and
            where.
        results: whether an outcome's care level is unknown.
        cards: the ledger lines whose address is generated for a care level; empty unless `signs`.
    """

    signs: bool
    results: bool
    cards: frozenset[Spot]

    def explains(self, fault: Fault) -> bool:
        """Whether a fault only says that something became less urgent or that a card is missing.

        Faults about outcomes and choices that no case reaches are not handled here: unknown red flags are only one of
        their possible causes.
        """
        if self.signs and fault.code == broken_permalink.CODE:
            return fault.at in self.cards
        if self.signs and fault.code == _UNKNOWN and (isinstance(fault.at, Spot) or "care" not in fault.at.path):
            # A link in a text to a card that does not exist because no red flag names its care level.
            return not fault.suggestion
        if fault.code == unsure_lowers_care.CODE:
            return self.results
        is_of_care = isinstance(fault.at, Location) and fault.at.path == ("expect", "care")
        return (self.signs or self.results) and fault.code == case_ends_elsewhere.CODE and is_of_care


def unknown_care(faults: Iterable[Fault], library: Library) -> Care:
    """Collect what is unknown from the faults about `care` fields and about the care levels themselves."""
    kinds = set()
    for fault in faults:
        if fault.code in _OF_FIELDS and isinstance(at := fault.at, Location):
            kind, _ = kind_of(at.file) or ("", "")
            if kind == "care-level" and at.of == "key" and fault.code == _UNKNOWN:
                kinds |= {"red-flag", "outcome"}
            elif "care" in at.path[:2]:
                kinds.add(kind)
    cards = (spot for address, spot in library.permalinks.items() if _name(address).startswith(_GENERATED_IDS))
    return Care("red-flag" in kinds, "outcome" in kinds, frozenset(cards) if "red-flag" in kinds else frozenset())


def _name(address: str) -> str:
    """The last part of an address: its anchor, or else the name of its page."""
    page, _, anchor = address.partition("#")
    return anchor or page.removesuffix("/").rpartition("/")[2]
