"""The questions of a guide as a reader meets them: the red-flag questions first, then the tree's own."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analyse.gate import NO, UNSURE, YES, gate, outcome_id
from generator.core.kinds.red_flag import RedFlag
from generator.core.library import Library
from generator.core.markup import literal, plain

GATE_ANSWERS = {YES: "Yes, at least one", UNSURE: "I am not sure", NO: "No, none of these"}


@dataclass(frozen=True, slots=True)
class GuideChoice:
    """A choice as shown. `kind` and `to` say where it leads: a question or outcome of the guide, or another tree."""

    id: str
    text: str
    kind: str
    to: str


@dataclass(frozen=True, slots=True)
class GuideQuestion:
    """A question as shown; `flags` are listed under a red-flag question."""

    id: str
    ask: str
    why: str
    answers: tuple[GuideChoice, ...]
    flags: tuple[tuple[str, RedFlag], ...] = ()


def guide_questions(library: Library, tree: str) -> list[GuideQuestion]:
    """Every question of a guide, in the order shown."""
    return [*_gate(library, tree), *_questions(library, tree)]


def _gate(library: Library, tree: str) -> Iterator[GuideQuestion]:
    questions = gate(library, tree)
    for number, question in enumerate(questions):
        title = plain(library.care_levels[question.level].title)
        following = questions[number + 1].id if number + 1 < len(questions) else library.trees[tree].start
        card = outcome_id(question.level)
        # A heading of its own for each, so that a reader notices the step.
        of = f" ({number + 1} of {len(questions)})" if len(questions) > 1 else ""
        leads = {YES: ("outcome", card), UNSURE: ("outcome", card), NO: ("question", following)}
        yield GuideQuestion(
            id=question.id,
            ask=f"Warning signs{of}: do any of these apply to you?",
            why=literal(f"If one does, the advice will be: {title[:1].lower()}{title[1:]}."),
            answers=tuple(GuideChoice(id, GATE_ANSWERS[id], *lead) for id, lead in leads.items()),
            flags=tuple((id, library.red_flags[id]) for id in question.flags),
        )


def _questions(library: Library, tree: str) -> Iterator[GuideQuestion]:
    questions = library.trees[tree].questions
    # The first question first, wherever it is written: who reads the page without a script begins at its top.
    for question_id in dict.fromkeys([library.trees[tree].start, *questions]):
        question = questions[question_id]
        answers = tuple(
            GuideChoice(choice_id, choice.text, *choice.target) for choice_id, choice in question.choices.items()
        )
        yield GuideQuestion(question_id, question.ask, question.why, answers)
