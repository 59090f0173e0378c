"""Checksums of the words that readers answer to, so that an answer counts only for those."""

import hashlib
import json
from collections.abc import Mapping
from graphlib import TopologicalSorter
from typing import Any

from generator.analyse.guide import GATE_ASK, GuideQuestion, guide_questions
from generator.core.kinds.red_flag import RedFlag
from generator.core.library import Library

# In hexadecimal digits. A no to a sign must not pass for a no to another: 64 bits. Of other answers only the reader's
# own way depends, and links should stay short: 32 bits.
_SIGN, _ORDINARY = 16, 8


def flag_seal(id: str, flag: RedFlag) -> str:
    """What tells a red flag, in its words and under its heading, from any other, as 16 hexadecimal digits."""
    return _digest(id, flag.text, flag.group)[:_SIGN]


def question_seal(question: GuideQuestion) -> str:
    """What tells a question, with the words of all its choices, from any other, in hexadecimal digits.

    All choices, as "none of these" means something else when another stands beside it. A red-flag question has 16
    digits, and its flags are left out: of these a reader is asked only some, so each has a seal of its own. Any other
    question has 8.
    """
    # Its number among the others ("1 of 3") is no matter of its own.
    ask = GATE_ASK if question.gate else question.ask
    digest = _digest(ask, [[answer.id, answer.text] for answer in question.answers if answer.flag is None])
    return digest[: _SIGN if question.gate else _ORDINARY]


def editions(library: Library) -> Mapping[str, str]:
    """For each tree, what changes whenever a word, a sign or a way does in it or in a tree that may lead to it.

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
    return [question.id, question.ask, flags, [[a.id, a.text, a.kind, a.to] for a in question.answers]]


def _digest(*parts: Any) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
