"""Matches the entries of two library versions: by id, or by an alias (a former id)."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.core.kinds.kind import Entry
from generator.core.library import Library, aliases_of


@dataclass(frozen=True, slots=True)
class Renames:
    """Maps ids of the version before to ids of the version after. An id without a counterpart is absent.

    Attributes:
        questions: by the id before of each tree that has a counterpart.
        levels: care levels; they have no aliases, so a level with another id but the same title is its counterpart.
        flags: red flags; matched in the same way by their text.
    """

    trees: Mapping[str, str]
    outcomes: Mapping[str, str]
    questions: Mapping[str, Mapping[str, str]]
    levels: Mapping[str, str]
    flags: Mapping[str, str]

    def level_now(self, level: str | None) -> str | None:
        """The id after of a care level of the version before; unchanged if it has no counterpart, None for no level."""
        return None if level is None else self.levels.get(level, level)


def follow(before: Library, after: Library) -> Renames:
    """Find the counterparts of trees, questions, outcomes, care levels and red flags."""
    trees = counterparts(before.trees, after.trees)
    questions = {
        old: counterparts(before.trees[old].questions, after.trees[new].questions) for old, new in trees.items()
    }
    return Renames(
        trees=trees,
        outcomes=counterparts(before.outcomes, after.outcomes),
        questions=questions,
        levels=by_words(
            {id: level.title for id, level in before.care_levels.items()},
            {id: level.title for id, level in after.care_levels.items()},
        ),
        flags=by_words(
            {id: flag.text for id, flag in before.red_flags.items()},
            {id: flag.text for id, flag in after.red_flags.items()},
        ),
    )


def counterparts(before: Mapping[str, Entry], after: Mapping[str, Entry]) -> dict[str, str]:
    """Pair entries with the same id, then those where one side lists the other's id as an alias. No entry is in two
    pairs.

    So if two questions were merged into one, one of them stayed and the other is gone.
    """
    pairs = {id: id for id in before if id in after}
    taken = set(pairs.values())
    for new, entry in after.items():
        old = next((alias for alias in aliases_of(entry) if alias in before and alias not in pairs), None)
        if new not in taken and old is not None:
            pairs[old] = new
            taken.add(new)
    # The reverse direction: the version after may be older than the rename.
    for old, entry in before.items():
        former = next((alias for alias in aliases_of(entry) if alias in after and alias not in taken), None)
        if old not in pairs and former is not None:
            pairs[old] = former
            taken.add(former)
    return pairs


def by_words(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """Pair entries with the same id, then those with the same text."""
    pairs = {id: id for id in before if id in after}
    words = {text: id for id, text in after.items() if id not in before and text}
    for id, text in before.items():
        if id not in pairs and text in words:
            pairs[id] = words.pop(text)
    return {id: pairs[id] for id in before if id in pairs}
