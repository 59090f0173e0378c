"""Which tree, question or outcome of one library is which of another: by id, or by an id it had before."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.core.kinds.kind import Entry
from generator.core.library import Library, aliases_of


@dataclass(frozen=True, slots=True)
class Renames:
    """From ids before to ids after; what is not there has no counterpart.

    Attributes:
        questions: by the tree's id before, for trees that have a counterpart.
        levels: care levels; they have no aliases, so one with another id and the same title is the same.
        flags: red flags; likewise by their words.
    """

    trees: Mapping[str, str]
    outcomes: Mapping[str, str]
    questions: Mapping[str, Mapping[str, str]]
    levels: Mapping[str, str]
    flags: Mapping[str, str]

    def level_now(self, level: str | None) -> str | None:
        """What a care level of before is called now: as it was where it has no counterpart, None for no level."""
        return None if level is None else self.levels.get(level, level)


def follow(before: Library, after: Library) -> Renames:
    """Find the counterparts of everything that readers move among."""
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
    """Pair what has the same id, then what one side names among its aliases. Nothing is in two pairs.

    Two questions made into one are therefore one question that stayed and one that is gone.
    """
    pairs = {id: id for id in before if id in after}
    taken = set(pairs.values())
    for new, entry in after.items():
        old = next((alias for alias in aliases_of(entry) if alias in before and alias not in pairs), None)
        if new not in taken and old is not None:
            pairs[old] = new
            taken.add(new)
    # The other way round, for who compares with a version from before the rename.
    for old, entry in before.items():
        former = next((alias for alias in aliases_of(entry) if alias in after and alias not in taken), None)
        if old not in pairs and former is not None:
            pairs[old] = former
            taken.add(former)
    return pairs


def by_words(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """Pair what has the same id, then what has the same words."""
    pairs = {id: id for id in before if id in after}
    words = {text: id for id, text in after.items() if id not in before and text}
    for id, text in before.items():
        if id not in pairs and text in words:
            pairs[id] = words.pop(text)
    return {id: pairs[id] for id in before if id in pairs}
