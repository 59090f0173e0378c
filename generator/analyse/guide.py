"""The questions of a guide as a reader meets them: the gate first, then the tree's own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.analyse.gate import NO, UNSURE, gate
from generator.core.errors import not_none
from generator.core.kinds.red_flag import RedFlag
from generator.core.kinds.tree import Question
from generator.core.library import Library
from generator.core.markup import plain
from generator.core.wording import filled


@dataclass(frozen=True, slots=True)
class GuideChoice:
    """A choice as shown.

    Attributes:
        kind, to: its target: a question or outcome of the guide, or another tree.
        flag: the red flag that it stands for; None for all choices but the red flags of the gate.
        hint: a second line that helps to choose.
        place: the place that it means, shown on the figure; None if it means none.
        unsure: whether it says that the reader does not know.
    """

    id: str
    text: str
    kind: str
    to: str
    flag: RedFlag | None = None
    hint: str = ""
    place: str | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class GuideQuestion:
    """A question as shown.

    Attributes:
        level: the care level of the red flags that it asks about; None for the tree's own questions.
        essence: the question without its number among red-flag questions; empty if that is `ask` itself.
    """

    id: str
    ask: str
    why: str
    answers: tuple[GuideChoice, ...]
    level: str | None = None
    essence: str = ""

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


def gate_questions(library: Library, tree: str) -> list[GuideQuestion]:
    """The red-flag questions only."""
    return list(_gate(library, tree))


def own_question(id: str, question: Question) -> GuideQuestion:
    """A question of a tree as it is shown.

    Args:
        id: the question's id.
        question: a question in which every choice has a target.
    """
    answers = tuple(
        GuideChoice(
            choice_id, choice.text, *not_none(choice.target), hint=choice.hint, place=choice.place, unsure=choice.unsure
        )
        for choice_id, choice in question.choices.items()
    )
    return GuideQuestion(id, question.ask, question.why, answers)


def gate_answers(library: Library) -> Mapping[str, str]:
    """The answers to every red-flag question that are no red flags, by id."""
    words = library.site.words
    return {NO: words.gate_no, UNSURE: words.gate_unsure}


def words_before_first_question(library: Library, tree: str) -> int:
    """How many words a reader meets before a guide's own first question (title and gate); 0 without a gate."""
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
    words = library.site.words
    answers = gate_answers(library)
    for number, question in enumerate(questions):
        following = questions[number + 1].id if number + 1 < len(questions) else library.trees[tree].start
        signs, unsure = question.endings(library), question.card
        signs.pop(UNSURE)
        # Numbered headings, so that a reader notices the step from one question to the next.
        ask = words.gate_of if len(questions) > 1 else words.gate
        yield GuideQuestion(
            id=question.id,
            ask=filled(ask, ask=words.gate_ask, number=str(number + 1), count=str(len(questions))),
            why=words.gate_why,
            answers=(
                *(
                    GuideChoice(id, library.red_flags[id].text, "outcome", to, library.red_flags[id])
                    for id, to in signs.items()
                ),
                GuideChoice(NO, answers[NO], "question", following),
                GuideChoice(UNSURE, answers[UNSURE], "outcome", unsure, unsure=True),
            ),
            level=question.level,
            essence=words.gate_ask,
        )


def _questions(library: Library, tree: str) -> Iterator[GuideQuestion]:
    questions = library.trees[tree].questions
    # The start question comes first, wherever it is in the file: readers without JavaScript begin at the top of the
    # page.
    for question_id in dict.fromkeys([library.trees[tree].start, *questions]):
        yield own_question(question_id, questions[question_id])
