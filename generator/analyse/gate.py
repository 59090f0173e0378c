"""The red-flag gate: the questions asked before a tree's first question, derived from the tree's places.

Authors never write the gate and cannot forget it. It has one question for each care level, most urgent first. Each red
flag is an answer of its own, with the flag's id, and leads to the flag's outcome or to the card of the level; "I am not
sure" counts as yes and leads to the card; "none of these" goes on.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.core.kinds.outcome import Outcome
from generator.core.library import Library

NO, UNSURE = "no", "unsure"


@dataclass(frozen=True, slots=True)
class GateQuestion:
    """A question of the gate; `flags` are red-flag ids in the order of their file, all of one care level."""

    level: str
    flags: tuple[str, ...]

    @property
    def id(self) -> str:
        """The question's id and anchor, the same in every tree."""
        return question_id(self.level)

    @property
    def card(self) -> str:
        """The outcome for "I am not sure", and for each red flag without an outcome of its own."""
        return outcome_id(self.level)

    def endings(self, library: Library) -> dict[str, str]:
        """The outcome of each answer except NO, by the answer's id, in the order shown."""
        signs = {id: library.red_flags[id].outcome or self.card for id in self.flags}
        return {**signs, UNSURE: self.card}


def question_id(level: str) -> str:
    """The id of a care level's question in guides and in their paths."""
    return f"red-flags-{level}"


def outcome_id(level: str) -> str:
    """The id of a care level's card: the outcome of its red flags that have none of their own."""
    return f"care-{level}"


def flags_for(library: Library, places: Iterable[str]) -> frozenset[str]:
    """The ids of the red flags that are asked for some places, including those asked everywhere."""
    here = frozenset(places)
    return frozenset(id for id, flag in library.red_flags.items() if flag.is_asked_at(here))


def unasked_flags(library: Library) -> frozenset[str]:
    """The ids of the red flags that no gate asks: warnings show them, and choices may name them."""
    asked = frozenset[str]().union(*(flags_for(library, tree.places) for tree in library.trees.values()))
    return frozenset(library.red_flags) - asked


def gate(library: Library, tree: str) -> tuple[GateQuestion, ...]:
    """The whole gate of a tree, for a reader who has answered nothing yet."""
    called = flags_for(library, library.trees[tree].places)
    by_level: dict[str, list[str]] = {level: [] for level in library.care_levels}
    for id, flag in library.red_flags.items():
        if id in called and flag.care in by_level:
            by_level[flag.care].append(id)
    return tuple(GateQuestion(level, tuple(flags)) for level, flags in by_level.items() if flags)


def still_to_ask(questions: tuple[GateQuestion, ...], answered: frozenset[str]) -> tuple[GateQuestion, ...]:
    """The rest of a gate for a reader who has already said no to some red flags in another tree."""
    left = ((question.level, tuple(f for f in question.flags if f not in answered)) for question in questions)
    return tuple(GateQuestion(level, flags) for level, flags in left if flags)


def levels_with_cards(library: Library) -> frozenset[str]:
    """The care levels that red flags name."""
    return frozenset(flag.care for flag in library.red_flags.values())


def card_outcomes(library: Library) -> dict[str, Outcome]:
    """The cards of the care levels, by id: one for each level that a red flag names."""
    called = levels_with_cards(library)
    outcomes = {}
    for level, care in library.care_levels.items():
        if level in called:
            flags = [flag for flag in library.red_flags.values() if flag.care == level]
            sources = dict.fromkeys(source for flag in flags for source in flag.sources)
            outcomes[outcome_id(level)] = Outcome(
                title=care.title,
                care=level,
                summary=care.act,
                sources=list(sources),
                aliases=[outcome_id(alias) for alias in care.aliases],
            )
    return outcomes
