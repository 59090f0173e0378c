"""Prove properties of all paths through all trees, without taking the paths one by one.

Each tree is walked once, backwards, for each set of red flags that a reader can have answered no before; only flags
that a later tree could ask again make a difference, so most trees have one such set. Time is linear in questions and
choices for each set. (With handovers that clear different flags, an exact count is as hard as counting the solutions of
a monotone formula, so no method is linear in all libraries; beyond `MAX_SETS` sets the count becomes an upper bound,
and `Proof.exhaustive` is false.)
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.analyse.gate import gate
from generator.analyse.graph import Graph, Shape
from generator.core.kinds.tree import Choice
from generator.core.library import Library

MAX_SETS = 100_000
SEVERAL = ""
NO_CARE = -1


class Reach(NamedTuple):
    """What all paths from a question, or through a choice, have in common.

    Attributes:
        paths: the number of paths.
        least: the index of the least urgent care level they end with, 0 for the most urgent; NO_CARE if none of them
            has a level.
        ending: the outcome at which they all end, or SEVERAL.
        whole: whether all paths are known; false if a choice has no target or leads into a loop.
    """

    paths: int
    least: int
    ending: str
    whole: bool


_UNKNOWN = Reach(0, NO_CARE, SEVERAL, False)


@dataclass(frozen=True, slots=True)
class Lowered:
    """An uncertain answer that can end with less care than a certain answer to the same question must."""

    tree: str
    question: str
    choice: str
    least: int
    sibling: str
    sibling_least: int


@dataclass(frozen=True, slots=True)
class Proof:
    """The result of a proof.

    Attributes:
        paths: for each tree the number of distinct answer sequences, red-flag questions included.
        exhaustive: whether these counts are exact and every tree is whole.
        lowered: violations of "not sure never means less care".
        pointless: questions whose paths all end the same, as (tree, question, outcome).
        least: for each choice that says a red flag is there, as (tree, question, choice), the index of the least urgent
            care level with which it can end; left out if some of its paths are unknown.
    """

    paths: Mapping[str, int]
    exhaustive: bool
    lowered: tuple[Lowered, ...]
    pointless: tuple[tuple[str, str, str], ...]
    least: Mapping[tuple[str, str, str], int]


def prove(library: Library, graph: Graph) -> Proof:
    """Walk every tree backwards and collect what holds for all of its paths."""
    return _Prover(library, graph).prove()


class _Prover:
    def __init__(self, library: Library, graph: Graph) -> None:
        self.library = library
        self.graph = graph
        self.levels = {id: place for place, id in enumerate(library.care_levels)}
        bit = {id: 1 << place for place, id in enumerate(library.red_flags)}
        self.outcomes = {
            id: Reach(1, self.levels.get(outcome.care or "", NO_CARE), id, True)
            for id, outcome in library.outcomes.items()
        }
        # A gate as the card and the red flags of each of its questions, each flag as its bit and its target; a set of
        # flags is an integer.
        self.gates: dict[str, list[tuple[Reach, list[tuple[int, Reach]]]]] = {}
        for tree in library.trees:
            self.gates[tree] = []
            for question in gate(library, tree):
                card = Reach(1, self.levels[question.level], question.card, True)
                endings = {question.card: card, **self.outcomes}
                signs = [
                    (bit[flag], endings.get(library.red_flags[flag].outcome or question.card, _UNKNOWN))
                    for flag in question.flags
                ]
                self.gates[tree].append((card, signs))
        self.flags = {
            tree: sum(flag for _, signs in questions for flag, _ in signs) for tree, questions in self.gates.items()
        }
        self.asked_later: dict[str, int] = {}
        self.known: dict[tuple[str, int], Reach] = {}
        self.lowered: dict[tuple[str, str, str], Lowered] = {}
        self.pointless: list[tuple[str, str, str]] = []
        self.least: dict[tuple[str, str, str], int] = {}

    def prove(self) -> Proof:
        order = self.graph.order
        for tree in reversed(order):
            later = 0
            for to in self._handovers(tree):
                later |= self.flags[to] | self.asked_later[to]
            self.asked_later[tree] = later
        cleared_sets, exact = self._cleared_sets()
        for tree in reversed(order):
            for cleared in cleared_sets[tree]:
                self.known[tree, cleared] = self._body(tree, cleared)
        whole = {tree: self._enter(tree, 0) for tree in self.library.trees}
        return Proof(
            paths={tree: reach.paths for tree, reach in whole.items()},
            exhaustive=exact and all(reach.whole for reach in whole.values()),
            lowered=tuple(self.lowered.values()),
            pointless=tuple(self.pointless),
            least=self.least,
        )

    def _handovers(self, tree: str) -> list[str]:
        jumps = self.graph.shapes[tree].jumps
        return [to for to in jumps if to in self.library.trees and (tree, to) not in self.graph.cut]

    def _carried(self, tree: str, cleared: int) -> int:
        """The flags cleared after a tree's gate, as far as a later tree asks them."""
        return (cleared | self.flags[tree]) & self.asked_later[tree]

    def _cleared_sets(self) -> tuple[dict[str, dict[int, None]], bool]:
        # Dicts rather than sets: findings must come in the same order on every run.
        found = {tree: {self._carried(tree, 0): None} for tree in self.graph.order}
        room = MAX_SETS
        exact = True
        for tree in self.graph.order:
            for to in self._handovers(tree):
                for cleared in found[tree]:
                    carried = self._carried(to, cleared)
                    if carried in found[to]:
                        continue
                    if room:
                        found[to][carried] = None
                        room -= 1
                    else:
                        exact = False
        return found, exact

    def _enter(self, tree: str, cleared: int) -> Reach:
        """The paths through a tree for a reader who has cleared some flags: its gate, then its questions."""
        body = self.known.get((tree, self._carried(tree, cleared)))
        if body is None:
            # Too many sets: count as for a reader who has answered nothing, and is asked more.
            cleared = 0
            body = self.known[tree, self._carried(tree, 0)]
        reaches = [body]
        for card, signs in self.gates[tree]:
            if asked := [to for flag, to in signs if not flag & cleared]:
                reaches += [*asked, card]
        return _together(reaches) if len(reaches) > 1 else body

    def _body(self, tree: str, cleared: int) -> Reach:
        shape = self.graph.shapes[tree]
        if not shape.order:
            return _UNKNOWN
        direct = cleared == self._carried(tree, 0)
        questions = self.library.trees[tree].questions
        known: dict[str, Reach] = {}
        for id in reversed(shape.order):
            choices = questions[id].choices
            reaches = {
                name: self._through(tree, shape, id, name, choice, cleared, known) for name, choice in choices.items()
            }
            reach = known[id] = _together(reaches.values())
            if direct and reach.whole and reach.ending != SEVERAL and len(choices) > 1:
                self.pointless.append((tree, id, reach.ending))
            for name, choice in choices.items():
                if choice.sign and reaches[name].whole and reaches[name].least != NO_CARE:
                    key = (tree, id, name)
                    self.least[key] = max(self.least.get(key, NO_CARE), reaches[name].least)
                if choice.unsure:
                    self._check_unsure(tree, id, name, choices, reaches)
        return known[shape.order[0]]

    def _through(
        self, tree: str, shape: Shape, question: str, name: str, choice: Choice, cleared: int, known: dict[str, Reach]
    ) -> Reach:
        target = choice.target
        if target is None:
            return _UNKNOWN
        kind, to = target
        if kind == "question":
            return _UNKNOWN if (question, name) in shape.cut else known.get(to, _UNKNOWN)
        if kind == "outcome":
            return self.outcomes.get(to, _UNKNOWN)
        if to not in self.library.trees or (tree, to) in self.graph.cut:
            return _UNKNOWN
        return self._enter(to, cleared)

    def _check_unsure(
        self, tree: str, question: str, unsure: str, choices: Mapping[str, Choice], reaches: Mapping[str, Reach]
    ) -> None:
        own = reaches[unsure].least
        # A sibling with unknown paths could turn out to need less care than it seems to; it proves nothing yet.
        careful = [
            (reach.least, id)
            for id, reach in reaches.items()
            if NO_CARE < reach.least < own and reach.whole and not choices[id].unsure
        ]
        if careful:
            least, sibling = min(careful, key=lambda one: one[0])
            self.lowered.setdefault((tree, question, unsure), Lowered(tree, question, unsure, own, sibling, least))


def _together(reaches: Collection[Reach]) -> Reach:
    all_paths, all_least, all_ending, all_whole = 0, NO_CARE, None, bool(reaches)
    for paths, least, ending, whole in reaches:
        all_paths += paths
        if least > all_least:  # noqa: PLR1730 - of choices there are very many, and a call of `max` takes longer
            all_least = least
        if all_ending is None:
            all_ending = ending
        elif ending != all_ending:
            all_ending = SEVERAL
        all_whole = all_whole and whole
    return Reach(all_paths, all_least, all_ending or SEVERAL, all_whole)
