"""The questions of a guide as a reader meets them: the red-flag questions first, then the tree's own."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analyse.gate import NO, UNSURE, gate
from generator.core.errors import proved
from generator.core.kinds.red_flag import RedFlag
from generator.core.library import Library
from generator.core.markup import plain

GATE_ASK = "do any of these apply to you?"
GATE_ANSWERS = {NO: "None of these", UNSURE: "I am not sure"}


@dataclass(frozen=True, slots=True)
class GuideChoice:
    """A choice as shown.

    Attributes:
        kind, to: where it leads: a question or outcome of the guide, or another tree.
        flag: the red flag that it says is there; None for all but the signs of the gate.
        hint: a second line that helps to choose.
        place: the place that it means, shown on the figure; None where it means none.
    """

    id: str
    text: str
    kind: str
    to: str
    flag: RedFlag | None = None
    hint: str = ""
    place: str | None = None


@dataclass(frozen=True, slots=True)
class GuideQuestion:
    """A question as shown.

    Attributes:
        level: the care level of the red flags that it asks about; None for the tree's own questions.
    """

    id: str
    ask: str
    why: str
    answers: tuple[GuideChoice, ...]
    level: str | None = None

    @property
    def gate(self) -> bool:
        """Whether it asks about red flags."""
        return self.level is not None

    @property
    def flags(self) -> tuple[tuple[str, RedFlag], ...]:
        """The red flags that it asks about, by id."""
        return tuple((answer.id, answer.flag) for answer in self.answers if answer.flag is not None)


def guide_questions(library: Library, tree: str) -> list[GuideQuestion]:
    """Every question of a guide, in the order shown."""
    return [*_gate(library, tree), *_questions(library, tree)]


def words_before_first_question(library: Library, tree: str) -> int:
    """How many words a reader of a guide meets before its own first question: its title and all that the gate says."""
    texts = [library.trees[tree].title]
    group = ""
    for question in _gate(library, tree):
        texts += [question.ask, question.why]
        for answer in question.answers:
            texts.append(answer.text)
            if answer.flag is not None and answer.flag.group not in ("", group):
                texts.append(answer.flag.group)
            group = answer.flag.group if answer.flag is not None else ""
    return sum(len(plain(text).split()) for text in texts) if len(texts) > 1 else 0


def _gate(library: Library, tree: str) -> Iterator[GuideQuestion]:
    questions = gate(library, tree)
    for number, question in enumerate(questions):
        following = questions[number + 1].id if number + 1 < len(questions) else library.trees[tree].start
        signs, unsure = question.endings(library), question.card
        signs.pop(UNSURE)
        # A heading of its own for each, so that a reader notices the step.
        of = f" ({number + 1} of {len(questions)})" if len(questions) > 1 else ""
        yield GuideQuestion(
            id=question.id,
            ask=f"Warning signs{of}: {GATE_ASK}",
            why="Tap the first that applies.",
            answers=(
                *(
                    GuideChoice(id, library.red_flags[id].text, "outcome", to, library.red_flags[id])
                    for id, to in signs.items()
                ),
                GuideChoice(NO, GATE_ANSWERS[NO], "question", following),
                GuideChoice(UNSURE, GATE_ANSWERS[UNSURE], "outcome", unsure),
            ),
            level=question.level,
        )


def _questions(library: Library, tree: str) -> Iterator[GuideQuestion]:
    questions = library.trees[tree].questions
    # The first question first, wherever it is written: who reads the page without a script begins at its top.
    for question_id in dict.fromkeys([library.trees[tree].start, *questions]):
        question = questions[question_id]
        answers = tuple(
            GuideChoice(choice_id, choice.text, *proved(choice.target), hint=choice.hint, place=choice.place)
            for choice_id, choice in question.choices.items()
        )
        yield GuideQuestion(question_id, question.ask, question.why, answers)
