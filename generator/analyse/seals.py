"""Seals: checksums of the words that readers answer, so that a stored answer counts only for exactly these words."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from graphlib import TopologicalSorter
from typing import Any

from generator.analyse.guide import GuideQuestion, guide_questions
from generator.analyse.routes import Standing
from generator.core.kinds.red_flag import RedFlag
from generator.core.library import Library

# In hexadecimal digits. A no to one red flag must not pass for a no to another: 64 bits. Other answers only affect the
# reader's own path, and links should stay short: 32 bits.
_SIGN, _ORDINARY = 16, 8
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def flag_seal(id: str, flag: RedFlag) -> str:
    """The checksum of a red flag with its id, text and heading, as 16 hexadecimal digits."""
    return _digest(id, flag.text, flag.group)[:_SIGN]


def question_seal(question: GuideQuestion) -> str:
    """The checksum of a question with all its texts and choices, as hexadecimal digits.

    It covers all choices, as "none of these" changes its meaning with the others. A red-flag question has 16 digits,
    without its flags: a reader is asked only some of them, so each has a seal of its own. Any other question has 8
    digits.
    """
    choices = [[one.id, one.text, one.hint, one.place] for one in question.answers if one.flag is None]
    digest = _digest(question.essence or question.ask, question.why, choices)
    return digest[: _SIGN if question.gate else _ORDINARY]


class Replays:
    """Makes links that replay answers, in the same form as the script of a guide.

    Args:
        library: one in which `check` found no error.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._seals: dict[str, Mapping[str, str]] = {}

    def link(self, passed: Sequence[tuple[Standing, tuple[str, str]]], ending: str) -> tuple[str, str]:
        """A link, as the tree on whose page it begins and the fragment.

        Args:
            passed: the questions and the answers given, from the beginning of a guide to its end.
            ending: the outcome at which they end.
        """
        flags = self._library.red_flags
        first = passed[0][0].tree
        given = []
        for standing, (question, choice) in passed:
            asked = [flag_seal(id, flags[id]) for id in (standing.gate[0].flags if standing.gate else ())]
            given.append(f"{question}={choice}.{_joined(self._seals_of(standing.tree)[question], asked)}")
        same = all(standing.tree == first for standing, _ in passed)
        last = ending if same else next(one.question for one, _ in reversed(passed) if one.tree == first)
        return first, f"{last}?{'&'.join(given)}&end"

    def _seals_of(self, tree: str) -> Mapping[str, str]:
        if tree not in self._seals:
            self._seals[tree] = {one.id: question_seal(one) for one in guide_questions(self._library, tree)}
        return self._seals[tree]


def _joined(question: str, flags: Iterable[str]) -> str:
    """The combined seal of a question and the red flags that it asks, in base 36; the same as `seal` in journey.mjs."""
    number = int(question, 16)
    for flag in flags:
        number ^= int(flag, 16)
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"


def editions(library: Library) -> Mapping[str, str]:
    """For each tree, a checksum that changes with every word, red flag or path in it or in a tree that may lead to it.

    Args:
        library: one in which no tree leads back to itself.
    """
    before: dict[str, set[str]] = {id: set() for id in library.trees}
    for id, tree in library.trees.items():
        for question in tree.questions.values():
            for choice in question.choices.values():
                if choice.tree is not None:
                    before[choice.tree].add(id)
    made: dict[str, str] = {}
    for id in TopologicalSorter(before).static_order():
        questions = [_whole(question) for question in guide_questions(library, id)]
        made[id] = _digest(questions, sorted(made[other] for other in before[id]))[:_SIGN]
    return made


def _whole(question: GuideQuestion) -> list[Any]:
    flags = [flag_seal(id, flag) for id, flag in question.flags]
    ways = [[one.id, one.kind, one.to] for one in question.answers]
    return [question.id, question_seal(question), flags, ways]


def _digest(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
