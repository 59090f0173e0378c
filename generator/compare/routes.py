"""Finds the answers that lead elsewhere than before, and counts the affected paths without listing them.

One simulated reader walks both versions at once and gives the same answer wherever both ask the same question; where
only one of them asks a question, every answer to it is tried. Each path of such a reader is a joint path. If one
version asks a question later than the other, the answer is remembered until then. So a state consists of the position
in the version before, the position in the version after, and the remembered answers. Each state is visited once, with
an explicit stack instead of recursion. Decision 10 explains the definition and its reasons.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from generator.analyse.gate import flags_for, outcome_id, question_id
from generator.analyse.graph import Graph
from generator.analyse.routes import Ending, Routes, Standing
from generator.compare.renames import Renames
from generator.core.errors import SignpostError, not_none
from generator.core.library import Library

# Limit on states plus remembered answers for one guide: a second or two of work. Only two versions that ask much the
# same questions in a very different order come near it.
MAX_WORK = 100_000
_Node = TypeVar("_Node")


class SharedQuestion(NamedTuple):
    """A question common to both versions, by its ids after (or before, if it is gone). `gate` marks red-flag
    questions."""

    tree: str
    question: str
    gate: bool


SharedAnswer = tuple[SharedQuestion, str]


@dataclass(frozen=True, slots=True)
class Move:
    """All joint paths that ended at one outcome and now end at another, or at the same one with another care level.

    Attributes:
        before: outcome and care level before.
        after: outcome and care level after.
        paths: the number of joint paths.
        answers: the shortest of these paths.
        by: each answer that now leads there, with the number of joint paths that give it; the largest first.
    """

    before: Ending
    after: Ending
    paths: int
    answers: tuple[SharedAnswer, ...]
    by: tuple[tuple[SharedAnswer, int], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One guide, before and after.

    Attributes:
        kept: the number of paths that are in both versions, answer by answer, wherever they end.
        moves: in the order in which they were found.
    """

    kept: int
    moves: tuple[Move, ...]


class TooManyStatesError(SignpostError):
    """Raised for a guide whose two versions cannot be compared in reasonable time."""


class _State(NamedTuple):
    """A reader of both versions: the number of a spot in each, and answers to what the other version may still ask."""

    before: int
    after: int
    told: frozenset[SharedAnswer]


class _Step(NamedTuple):
    """An answer of a reader of both versions, the state it leads to, and the last answer given in the version after."""

    answer: SharedAnswer
    to: _State
    after: SharedAnswer | None


class Differences:
    """Compares guides of two libraries that can be walked: every choice leads somewhere, and there are no loops."""

    def __init__(
        self, before: Library, before_graph: Graph, after: Library, after_graph: Graph, renames: Renames
    ) -> None:
        bits: dict[SharedQuestion, int] = {}
        self._renames = renames
        cards = {outcome_id(old): outcome_id(new) for old, new in renames.levels.items()}
        self._outcomes = {**cards, **renames.outcomes}
        self._before = _Side(before, before_graph, renames, bits)
        self._after = _Side(after, after_graph, None, bits)
        self._onward: dict[_State, list[_Step]] = {}
        self._kept: dict[_State, int] = {}
        self._moves_ahead: set[_State] = set()

    def guide(self, before: str, after: str) -> Difference:
        """Compare a guide, given its id before and its id after.

        Raises:
            TooManyStatesError: if exact counting would take too long.
        """
        root = _State(self._before.enter(before), self._after.enter(after), frozenset())
        self._explore(root)
        return Difference(self._kept[root], tuple(self._moves(root)))

    def _explore(self, root: _State) -> None:
        """Visit every state once, successors first, to count the kept paths and to find which states lead to a moved
        ending."""
        work = 0

        def onward(state: _State) -> list[_State]:
            nonlocal work
            work += 1 + len(state.told)
            if work > MAX_WORK:
                raise TooManyStatesError
            self._onward[state] = steps = self._steps(state)
            return [step.to for step in steps]

        for state in _post_order(root, onward, self._kept):
            before, after = self._before.asked[state.before], self._after.asked[state.after]
            steps = self._onward[state]
            if before is None and after is None:
                self._kept[state] = 1
                moved = self._has_moved(state)
            else:
                self._kept[state] = sum(self._kept[step.to] for step in steps) if before == after else 0
                moved = any(step.to in self._moves_ahead for step in steps)
            if moved:
                self._moves_ahead.add(state)

    def _moves(self, root: _State) -> Iterator[Move]:
        """Count the joint paths to each changed ending, following only states that lead to one."""
        if root not in self._moves_ahead:
            return

        def steps(state: _State) -> list[_Step]:
            return [step for step in self._onward[state] if step.to in self._moves_ahead]

        # The number of paths to a state, by the answer that ended the version after; None while it has not ended.
        ways: dict[_State, dict[SharedAnswer | None, int]] = {root: {None: 1}}
        fewest: dict[_State, tuple[int, tuple[_State, SharedAnswer] | None]] = {root: (0, None)}
        ends = []
        for state in reversed(list(_post_order(root, lambda one: [step.to for step in steps(one)], ()))):
            if not self._onward[state]:
                ends.append(state)
            for answer, to, after in steps(state):
                ended = self._after.asked[to.after] is None
                there = ways.setdefault(to, {})
                for by, number in ways[state].items():
                    here = after if ended and by is None else by
                    there[here] = there.get(here, 0) + number
                distance = fewest[state][0] + 1
                if to not in fewest or distance < fewest[to][0]:
                    fewest[to] = (distance, (state, answer))
        for end in ends:
            answers = []
            step = fewest[end][1]
            while step is not None:
                state, answer = step
                answers.append(answer)
                step = fewest[state][1]
            yield Move(
                before=self._before.ending(end.before),
                after=self._after.ending(end.after),
                paths=sum(ways[end].values()),
                answers=tuple(reversed(answers)),
                by=tuple(sorted(((not_none(by), number) for by, number in ways[end].items()), key=lambda one: -one[1])),
            )

    def _has_moved(self, state: _State) -> bool:
        before, after = self._before.ending(state.before), self._after.ending(state.after)
        outcome = self._outcomes.get(before.outcome, before.outcome)
        return (outcome, self._renames.level_now(before.care)) != (after.outcome, after.care)

    def _steps(self, state: _State) -> list[_Step]:
        """All next answers of a reader of both versions."""
        before, after, told = state
        asked, other = self._before.asked[before], self._after.asked[after]
        if asked is None and other is None:
            return []
        if asked is not None and asked == other:
            theirs = self._after.steps(after)
            both = [(id, to, theirs[id]) for id, to in self._before.steps(before).items() if id in theirs]
            return self._settled(asked, both, told, answered_after=True)
        before_goes_on, remember = self._turn(before, after)
        if before_goes_on:
            alone = [(id, to, after) for id, to in self._before.steps(before).items()]
            return self._settled(not_none(asked), alone, told, remember=remember)
        alone = [(id, before, to) for id, to in self._after.steps(after).items()]
        return self._settled(not_none(other), alone, told, remember=remember, answered_after=True)

    def _turn(self, before: int, after: int) -> tuple[bool, bool]:
        """Where the versions ask different questions: whether the version before advances, and whether to remember its
        answer."""
        asked, other = self._before.asked[before], self._after.asked[after]
        if asked is not None and not self._after.asks_later(after, asked):
            return True, False
        if other is not None and not self._before.asks_later(before, other):
            return False, False
        # Both will ask the other's question later: the one that reaches it sooner advances, so that little is
        # remembered.
        return self._before.distance(before, not_none(other)) <= self._after.distance(after, not_none(asked)), True

    def _settled(
        self,
        asked: SharedQuestion,
        steps: list[tuple[str, int, int]],
        told: frozenset[SharedAnswer],
        *,
        remember: bool = False,
        answered_after: bool = False,
    ) -> list[_Step]:
        """Each answer to a question with its steps in both versions, unless it contradicts a remembered answer."""
        found = []
        for choice, before, after in steps:
            answer = (asked, choice)
            last = answer if answered_after else None
            step = self._settle(answer, before, after, told | {answer} if remember else told, last)
            if step is not None:
                found.append(step)
        return found

    def _settle(
        self, answer: SharedAnswer, before: int, after: int, told: frozenset[SharedAnswer], last: SharedAnswer | None
    ) -> _Step | None:
        """Take all steps that remembered answers decide; None if the other version has no such answer."""
        answers = dict(told)
        while answers:
            if (asked := self._before.asked[before]) is not None and asked in answers:
                if (step := self._before.steps(before).get(answers.pop(asked))) is None:
                    return None
                before = step
            elif (asked := self._after.asked[after]) is not None and asked in answers:
                last = (asked, answers.pop(asked))
                if (step := self._after.steps(after).get(last[1])) is None:
                    return None
                after = step
            else:
                break
        still = {
            (asked, id)
            for asked, id in answers.items()
            if self._before.asks_later(before, asked) or self._after.asks_later(after, asked)
        }
        return _Step(answer, _State(before, after, frozenset(still)), last)


class _Side:
    """One version of a library. The spots that a reader can reach (questions and endings) are numbered when first
    met."""

    def __init__(
        self, library: Library, graph: Graph, renames: Renames | None, bits: dict[SharedQuestion, int]
    ) -> None:
        self._routes = Routes(library)
        self._renames = renames
        self._bits = bits
        self._later = _asked_later(library, graph)
        self._numbers: dict[Standing | Ending, int] = {}
        self._steps: dict[int, dict[str, int]] = {}
        self._ahead: dict[int, int] = {}
        self._distances: dict[tuple[int, SharedQuestion], int] = {}
        self._spots: list[Standing | Ending] = []
        self.asked: list[SharedQuestion | None] = []

    def enter(self, tree: str) -> int:
        """The spot at which a reader starts a guide."""
        return self._number(self._routes.enter(tree))

    def ending(self, spot: int) -> Ending:
        """The ending at a spot without further answers."""
        found = self._spots[spot]
        return not_none(found if isinstance(found, Ending) else None)

    def steps(self, spot: int) -> dict[str, int]:
        """The next spot for each answer to the question at a spot."""
        if spot not in self._steps:
            standing = self._spots[spot]
            onward = self._routes.choices(not_none(standing if isinstance(standing, Standing) else None))
            self._steps[spot] = {choice: self._number(to) for choice, to in onward}
        return self._steps[spot]

    def asks_later(self, spot: int, asked: SharedQuestion) -> bool:
        """Whether a reader at a spot can still be asked a question, there or later."""
        return bool(self._ahead_of(spot) & self._bit(asked))

    def distance(self, spot: int, asked: SharedQuestion) -> int:
        """The minimum number of answers from a spot to a question that can be asked later."""
        if (spot, asked) not in self._distances:
            answers, seen, ahead = 0, {spot}, [spot]
            while not any(self.asked[one] == asked for one in ahead):
                ahead = [to for one in ahead if self.asked[one] for to in self.steps(one).values()]
                ahead = [to for to in dict.fromkeys(ahead) if to not in seen]
                seen.update(ahead)
                answers += 1
            self._distances[spot, asked] = answers
        return self._distances[spot, asked]

    def _ahead_of(self, root: int) -> int:
        """The questions that can be asked from a spot on, as a bit set."""

        def onward(spot: int) -> Iterable[int]:
            return self.steps(spot).values() if self.asked[spot] else ()

        for spot in _post_order(root, onward, self._ahead):
            own = self.asked[spot]
            ahead = self._bit(own) if own else 0
            for to in onward(spot):
                ahead |= self._ahead[to]
            self._ahead[spot] = ahead
        return self._ahead[root]

    def _bit(self, asked: SharedQuestion) -> int:
        return 1 << self._bits.setdefault(asked, len(self._bits))

    def _number(self, spot: Standing | Ending) -> int:
        if isinstance(spot, Standing):
            # A cleared flag that no later tree asks about does not affect the path, so it is dropped to merge states.
            spot = replace(spot, cleared=spot.cleared & self._later[spot.tree])
        if spot not in self._numbers:
            self._numbers[spot] = len(self._spots)
            self._spots.append(spot)
            self.asked.append(self._name(spot) if isinstance(spot, Standing) else None)
        return self._numbers[spot]

    def _name(self, standing: Standing) -> SharedQuestion:
        tree, question, gate = standing.tree, standing.question, bool(standing.gate)
        if self._renames is None:
            return SharedQuestion(tree, question, gate)
        if gate:
            level = standing.gate[0].level
            question = question_id(self._renames.levels.get(level, level))
        names = {} if gate else self._renames.questions.get(tree, {})
        return SharedQuestion(self._renames.trees.get(tree, tree), names.get(question, question), gate)


def _asked_later(library: Library, graph: Graph) -> Mapping[str, frozenset[str]]:
    """For each tree, the red flags of all trees that it can hand over to, directly or indirectly."""
    own = {id: flags_for(library, tree.places) for id, tree in library.trees.items()}
    later: dict[str, frozenset[str]] = {}
    for tree in reversed(graph.order):
        jumps = [to for to in graph.shapes[tree].jumps if to in later]
        later[tree] = frozenset().union(*(own[to] | later[to] for to in jumps))
    return later


def _post_order(root: _Node, onward: Callable[[_Node], Iterable[_Node]], known: Collection[_Node]) -> Iterator[_Node]:
    """Depth-first post-order: every node that is not yet known, each after all its successors. There must be no
    cycles."""
    if root in known:
        return
    seen = {root}
    way = [(root, iter(onward(root)))]
    while way:
        node, rest = way[-1]
        for to in rest:
            if to not in seen and to not in known:
                seen.add(to)
                way.append((to, iter(onward(to))))
                break
        else:
            way.pop()
            yield node
