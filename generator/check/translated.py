"""Finds the faults of a translation that only follow from a fault in its original."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.core.finding import Fault
from generator.core.kinds import KINDS
from generator.core.source import Location, Step
from generator.core.translation import is_translation, original_of
from generator.rules import bad_id, bad_translation, missing_field, unknown_key, wrong_type

_VALUE_RULES = frozenset((missing_field.CODE, wrong_type.CODE))
# A text under a wrong key: the right key is among its siblings.
_KEY_RULES = frozenset((bad_id.CODE, unknown_key.CODE, *(kind.unknown.code for kind in KINDS.values() if kind.unknown)))
_Place = tuple[str, tuple[Step, ...]]


@dataclass(frozen=True)
class Originals:
    """Where texts of the original could not be read under their expected keys.

    Attributes:
        lost: file and path (keys and indexes) of each value that is missing or has the wrong type.
        beside: file and path of each parent of a wrong key or of an item with the wrong type.
    """

    lost: frozenset[_Place]
    beside: frozenset[_Place]

    def explains(self, fault: Fault) -> bool:
        """Whether a fault only says that a translation contains text for such an original."""
        if fault.code != bad_translation.CODE:
            return False
        original = original_of(fault.at.file)
        if not isinstance(fault.at, Location):
            # The fault is about the whole file: its original has no text to translate.
            return any(file == original for file, _ in (*self.lost, *self.beside))
        path = fault.at.path
        if fault.at.of != "key":
            return False
        return (original, path[:-1]) in self.beside or any(
            (original, path[:length]) in self.lost for length in range(1, len(path) + 1)
        )


def originals_at_fault(faults: Iterable[Fault]) -> Originals:
    """Collect these places from the faults that report them."""
    lost: set[_Place] = set()
    beside: set[_Place] = set()
    for fault in faults:
        at = fault.at
        if not isinstance(at, Location) or not at.path or is_translation(at.file):
            continue
        if fault.code in _VALUE_RULES:
            lost.add((at.file, at.path))
            if isinstance(at.path[-1], int):
                beside.add((at.file, at.path[:-1]))
        elif fault.code in _KEY_RULES and at.of == "key":
            beside.add((at.file, at.path[:-1]))
    return Originals(frozenset(lost), frozenset(beside))
