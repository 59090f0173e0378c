"""Walk the cases: where each one ends, and what no case covers."""

import builtins
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from generator.analyse.gate import UNSURE, card_outcomes, gate
from generator.analyse.guide import GuideQuestion, gate_questions, own_question
from generator.analyse.routes import Answer, Ending, Routes, Standing
from generator.core.kinds.case import Case
from generator.core.kinds.outcome import Outcome
from generator.core.library import Library
from generator.core.markup import plain
from generator.core.memo import memoized


@dataclass(frozen=True, slots=True)
class Walk:
    """The result of walking a case.

    Attributes:
        case: its id.
        passed: the questions and the answers given, as far as they could be followed.
        ending: where the case ended; None if it did not.
        here: the question at which the answers ended, or could not be followed; None at an ending.
        wrong: the index of the answer that could not be followed; None if all could.
        words: how many words the reader met on the way, including the titles of guides.
    """

    case: str
    passed: tuple[tuple[Standing, Answer], ...]
    ending: Ending | None
    here: Standing | None
    wrong: int | None
    words: int

    @property
    def taps(self) -> int:
        """How many answers the reader gave."""
        return len(self.passed)


@dataclass(frozen=True, slots=True)
class Uncovered:
    """What no case covers, in the order of the library.

    Attributes:
        outcomes: ids of outcomes that a guide leads to.
        choices: as (tree, question, choice).
        signs: ids of red flags that a gate asks.
    """

    outcomes: tuple[str, ...]
    choices: tuple[tuple[str, str, str], ...]
    signs: tuple[str, ...]


def walks(library: Library) -> Iterator[Walk]:
    """Walk every case of a library in which every choice has a target and the trees have no loops."""
    walkers: dict[str, _Walker] = {}
    for id, case in library.cases.items():
        if case.guide in library.trees:
            if case.guide not in walkers:
                walkers[case.guide] = _walker(_WalkInputs(library, case.guide))
            yield _walked(case, id, walkers[case.guide])


@memoized
def _walked(case: Case, id: str, walker: "_Walker") -> Walk:
    return walker.walk(id, case)


class _WalkInputs:
    """Everything that a walk from a guide can meet: the guide, those it hands over to, gates, endings and words.

    It is the cache key of walks: two are equal if they hold the identical entries. Of an outcome only its care level
    counts.
    """

    def __init__(self, library: Library, guide: str) -> None:
        self._trees = {id: library.trees[id] for id in _reachable_trees(library, guide)}
        self._flags, self._levels, self._site = library.red_flags, library.care_levels, library.site
        self._care = {id: outcome.care for id, outcome in library.outcomes.items()}
        entries = (self._trees, self._flags, self._levels)
        same = tuple((id, builtins.id(entry)) for found in entries for id, entry in found.items())
        self._key = (same, builtins.id(self._site), tuple(self._care.items()))

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _WalkInputs) and other._key == self._key

    def library(self) -> Library:
        """A library with only this content, so that a walk cannot depend on anything else."""
        ends = {id: _outcome_with(care) for id, care in self._care.items()}
        alone = Library.of(trees=self._trees, red_flags=self._flags, care_levels=self._levels, outcomes=ends)
        return replace(alone, site=self._site)


@lru_cache(maxsize=64)
def _outcome_with(care: str | None) -> Outcome:
    """An outcome with only a care level."""
    return Outcome.model_construct({"care"}, care=care)


def _reachable_trees(library: Library, guide: str) -> list[str]:
    """A guide and all guides that it hands over to, directly or indirectly."""
    found = {guide: None}
    ahead = [guide]
    while ahead:
        for question in library.trees[ahead.pop()].questions.values():
            for choice in question.choices.values():
                if choice.tree is not None and choice.tree not in found:
                    found[choice.tree] = None
                    ahead.append(choice.tree)
    return list(found)


# Enough for a few versions of a few dozen guides: old versions are seldom needed again.
@lru_cache(maxsize=64)
def _walker(ground: _WalkInputs) -> "_Walker":
    return _Walker(ground.library())


def is_as_expected(library: Library, walk: Walk) -> bool:
    """Whether a case ends as expected."""
    expect = library.cases[walk.case].expect
    if walk.ending is None or walk.wrong is not None or not (expect.outcome or expect.levels):
        return False
    right = expect.outcome is None or walk.ending.outcome == expect.outcome
    return right and (not expect.levels or walk.ending.care in expect.levels)


def expected_level(library: Library, case: Case) -> str | None:
    """The care level that a case should end with: the first accepted one, or that of its expected outcome."""
    if case.expect.levels:
        return case.expect.levels[0]
    outcome = {**library.outcomes, **card_outcomes(library)}.get(case.expect.outcome or "")
    return outcome.care if outcome else None


def matrix(library: Library, walked: tuple[Walk, ...]) -> dict[str, dict[str, int]]:
    """How many cases that should end with one care level end with another: expected level to reached level to number.

    Levels are in their order; a case without an ending is not counted.
    """
    levels = list(library.care_levels)
    found: dict[str, dict[str, int]] = {level: dict.fromkeys(levels, 0) for level in levels}
    for walk in walked:
        expected = expected_level(library, library.cases[walk.case])
        if walk.ending is not None and expected in found and walk.ending.care in found[expected]:
            found[expected][walk.ending.care] += 1
    return found


def uncovered(library: Library, walked: tuple[Walk, ...]) -> Uncovered:
    """What no case covers."""
    ends = {walk.ending.outcome for walk in walked if walk.ending}
    given = {(standing.tree, *answer) for walk in walked for standing, answer in walk.passed}
    signs = {choice for walk in walked for standing, (_, choice) in walk.passed if standing.gate}
    gates = [question for tree in library.trees for question in gate(library, tree)]
    led_to = [
        *(outcome for question in gates for outcome in question.endings(library).values()),
        *(
            choice.outcome
            for tree in library.trees.values()
            for question in tree.questions.values()
            for choice in question.choices.values()
        ),
    ]
    # Cards are left out: the red flags that lead to them are counted as `signs`.
    cards = card_outcomes(library)
    asked = dict.fromkeys(flag for question in gates for flag in question.flags)
    return Uncovered(
        outcomes=tuple(one for one in dict.fromkeys(led_to) if one and one not in ends and one not in cards),
        choices=tuple(
            (tree_id, question_id, choice)
            for tree_id, tree in library.trees.items()
            for question_id, question in tree.questions.items()
            for choice in question.choices
            if (tree_id, question_id, choice) not in given
        ),
        signs=tuple(flag for flag in asked if flag not in signs and flag != UNSURE),
    )


class _Walker:
    def __init__(self, library: Library) -> None:
        self._library = library
        self._routes = Routes(library)
        self._gates: dict[str, Mapping[str, GuideQuestion]] = {}
        # For each question: where each answer leads, and how many words a reader meets there.
        self._places: dict[Standing, tuple[dict[str, Standing | Ending], int]] = {}

    def walk(self, id: str, case: Case) -> Walk:
        here: Standing | Ending = self._routes.enter(case.guide)
        passed: list[tuple[Standing, Answer]] = []
        words = 0
        for index, given in enumerate(case.answers):
            if isinstance(here, Ending):
                return Walk(id, tuple(passed), here, None, index, words)
            # Cached: many cases pass the same question.
            if (place := self._places.get(here)) is None:
                onward = dict(self._routes.choices(here))
                place = self._places[here] = onward, self._words(here, onward)
            onward, met = place
            choice = given.get(here.question)
            if len(given) != 1 or choice not in onward:
                return Walk(id, tuple(passed), None, here, index, words)
            if not passed or passed[-1][0].tree != here.tree:
                words += self._count([self._library.trees[here.tree].title])
            words += met
            passed.append((here, (here.question, choice)))
            here = onward[choice]
        if isinstance(here, Ending):
            return Walk(id, tuple(passed), here, None, None, words)
        return Walk(id, tuple(passed), None, here, None, words)

    def _words(self, here: Standing, onward: Mapping[str, object]) -> int:
        """How many words a reader meets at a question, without the red flags that were already answered no.

        Red flags may have headings; a heading above such red flags only is not counted either.
        """
        if here.gate and here.tree not in self._gates:
            self._gates[here.tree] = {one.id: one for one in gate_questions(self._library, here.tree)}
        question = (
            self._gates[here.tree][here.question]
            if here.gate
            else own_question(here.question, self._library.trees[here.tree].questions[here.question])
        )
        shown = [answer for answer in question.answers if answer.id in onward]
        texts = [question.ask, question.why, *(text for answer in shown for text in (answer.text, answer.hint))]
        texts += [heading for heading, _ in groupby(answer.flag.group for answer in shown if answer.flag)]
        return self._count(texts)

    def _count(self, texts: Sequence[str]) -> int:
        """The number of words in some texts; most were already counted for another case."""
        return sum(map(_words_of, texts))


@lru_cache(maxsize=1 << 16)
def _words_of(text: str) -> int:
    return len(plain(text).split())
