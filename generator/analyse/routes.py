"""How a reader moves: from a question, by a choice, to the next question or to an outcome.

This is the plain meaning of a library, one step at a time. `proof` gets its results without taking every path; tests
compare the two.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.analyse.gate import NO, UNSURE, GateQuestion, gate, still_to_ask
from generator.core.errors import not_none
from generator.core.library import Library

Answer = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """A reader at a question; `cleared` are the red flags answered no so far."""

    tree: str
    question: str
    cleared: frozenset[str]
    gate: tuple[GateQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    """A reader at an outcome; `care` is the id of its care level, None in a library without care levels."""

    outcome: str
    care: str | None


@dataclass(frozen=True, slots=True)
class Path:
    """One path through a tree: (question id, choice id) for each answer, then the ending."""

    answers: tuple[Answer, ...]
    ending: Ending


class Routes:
    """The moves in a library in which `check` found no error."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._gates: dict[str, tuple[GateQuestion, ...]] = {}
        # Caches: many paths pass the same question.
        self._entered: dict[tuple[str, frozenset[str]], Standing] = {}
        self._known: dict[Standing, list[tuple[str, Standing | Ending]]] = {}

    def enter(self, tree: str, cleared: frozenset[str] = frozenset()) -> Standing:
        """Where a reader enters a tree: its first red-flag question that is still to be asked, or its start."""
        if (tree, cleared) not in self._entered:
            if tree not in self._gates:
                self._gates[tree] = gate(self._library, tree)
            self._entered[tree, cleared] = self._next(tree, cleared, still_to_ask(self._gates[tree], cleared))
        return self._entered[tree, cleared]

    def choices(self, standing: Standing) -> list[tuple[str, Standing | Ending]]:
        """Each answer to the question, in the order shown, with its target."""
        if standing not in self._known:
            self._known[standing] = self._choices(standing)
        return self._known[standing]

    def _choices(self, standing: Standing) -> list[tuple[str, Standing | Ending]]:
        if standing.gate:
            first, *rest = standing.gate
            endings = first.endings(self._library)
            on = self._next(standing.tree, standing.cleared | set(first.flags), tuple(rest))
            signs = [(flag, self._ending(endings[flag], first)) for flag in first.flags]
            return [*signs, (NO, on), (UNSURE, self._ending(first.card, first))]
        question = self._library.trees[standing.tree].questions[standing.question]
        return [(id, self._lead(standing, choice.target)) for id, choice in question.choices.items()]

    def paths(self, tree: str) -> Iterator[Path]:
        """Every path through a tree, depth first in the order of the choices."""
        answers: list[Answer] = []
        start = self.enter(tree)
        ahead = [iter(self._steps(start))]
        while ahead:
            step = next(ahead[-1], None)
            if step is None:
                ahead.pop()
                if answers:
                    answers.pop()
                continue
            answer, onward = step
            if isinstance(onward, Ending):
                yield Path((*answers, answer), onward)
            else:
                answers.append(answer)
                ahead.append(iter(self._steps(onward)))

    def first_paths(self, tree: str, limit: int) -> tuple[list[Path], bool]:
        """At most `limit` paths of a tree, and whether these are all."""
        found = list(islice(self.paths(tree), limit + 1))
        return found[:limit], len(found) <= limit

    def _steps(self, standing: Standing) -> list[tuple[Answer, Standing | Ending]]:
        return [((standing.question, choice), onward) for choice, onward in self.choices(standing)]

    def _next(self, tree: str, cleared: frozenset[str], left: tuple[GateQuestion, ...]) -> Standing:
        question = left[0].id if left else self._library.trees[tree].start
        return Standing(tree, question, cleared, left)

    def _ending(self, outcome: str, question: GateQuestion) -> Ending:
        """The ending for a red flag: an outcome with its own care level, or the card of the question's level."""
        own = self._library.outcomes.get(outcome)
        return Ending(outcome, own.care if own else question.level)

    def _lead(self, standing: Standing, target: tuple[str, str] | None) -> Standing | Ending:
        kind, id = not_none(target)
        if kind == "outcome":
            return Ending(id, self._library.outcomes[id].care)
        if kind == "tree":
            return self.enter(id, standing.cleared)
        return Standing(standing.tree, id, standing.cleared)
