"""Which faults of a translation only follow from a fault in what it translates."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.core.finding import Fault
from generator.core.kinds import KINDS
from generator.core.source import Location, Step
from generator.core.translation import is_translation, original_of
from generator.rules import bad_id, bad_translation, missing_field, unknown_key, wrong_type

_OF_VALUES = frozenset((missing_field.CODE, wrong_type.CODE))
# What stands under a wrong name: its right one is among those beside it.
_OF_NAMES = frozenset((bad_id.CODE, unknown_key.CODE, *(kind.unknown.code for kind in KINDS.values() if kind.unknown)))
_Place = tuple[str, tuple[Step, ...]]


@dataclass(frozen=True)
class Originals:
    """Where texts of the original could not be read under the name that they had.

    Attributes:
        lost: the files with the keys and indexes that lead to a value that is missing, or does not fit.
        beside: those that lead to what holds a wrong name, or an item that does not fit.
    """

    lost: frozenset[_Place]
    beside: frozenset[_Place]

    def explains(self, fault: Fault) -> bool:
        """Whether a fault says no more than that a translation has words of such a text."""
        if fault.code != bad_translation.CODE:
            return False
        original = original_of(fault.at.file)
        if not isinstance(fault.at, Location):
            # The file has nothing to translate: all of it is lost.
            return any(file == original for file, _ in (*self.lost, *self.beside))
        path = fault.at.path
        if fault.at.of != "key":
            return False
        return (original, path[:-1]) in self.beside or any(
            (original, path[:length]) in self.lost for length in range(1, len(path) + 1)
        )


def originals_at_fault(faults: Iterable[Fault]) -> Originals:
    """Gather them from the faults that say so."""
    lost: set[_Place] = set()
    beside: set[_Place] = set()
    for fault in faults:
        at = fault.at
        if not isinstance(at, Location) or not at.path or is_translation(at.file):
            continue
        if fault.code in _OF_VALUES:
            lost.add((at.file, at.path))
            if isinstance(at.path[-1], int):
                beside.add((at.file, at.path[:-1]))
        elif fault.code in _OF_NAMES and at.of == "key":
            beside.add((at.file, at.path[:-1]))
    return Originals(frozenset(lost), frozenset(beside))
