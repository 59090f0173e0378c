"""The content of a guide's picture: its questions, its outcomes, and the answers that connect them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.analyse.gate import card_outcomes, outcome_id
from generator.analyse.guide import guide_questions
from generator.core.kinds.care_level import CareLevel
from generator.core.library import Library
from generator.core.markup import plain
from generator.core.wording import counted, direction, plain_text

Thing = tuple[str, str]
# Used as a choice id for all red flags of a question together; the list beside the picture names each of them.
SIGNS = "signs"
StepKind = Literal["gate", "question", "outcome", "tree"]


@dataclass(frozen=True, slots=True)
class Step:
    """A question, a red-flag question ("gate"), an outcome, or another tree.

    Attributes:
        text: its question or title, plain.
        note: a further line: the number of red flags of a red-flag question, or the text before the title of another
            tree; "" if there is none.
        care: the care level of an outcome, if it has one.
    """

    kind: StepKind
    id: str
    text: str
    note: str = ""
    care: CareLevel | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """The answers to one question that lead to the same target.

    Attributes:
        question: the question's id.
        choices: (choice id, text) in the order shown, plain.
        to: the target, as (kind, id); kind is "question", "outcome" or "tree".
    """

    question: str
    choices: tuple[tuple[str, str], ...]
    to: Thing


@dataclass(frozen=True, slots=True)
class Chart:
    """A guide as a graph.

    Attributes:
        name: the title of its picture, plain.
        start: the first question after the gate.
        steps: by (kind, id), where kind is "question" for red-flag questions too. Questions in the order asked, then
            outcomes and other trees in the order in which they are first led to.
        leads: in the order of the questions, and within a question by the first choice of each lead.
        mirrored: whether it is drawn from right to left.
    """

    tree: str
    title: str
    name: str
    start: Thing
    steps: Mapping[Thing, Step]
    leads: tuple[Lead, ...]
    mirrored: bool = False

    def leads_from(self, question: str) -> list[Lead]:
        """The leads of one question."""
        return [lead for lead in self.leads if lead.question == question]


def chart(library: Library, tree: str) -> Chart:
    """Create the chart of a guide in which every choice leads somewhere."""
    outcomes = {**library.outcomes, **card_outcomes(library)}
    words = library.site.words
    steps: dict[Thing, Step] = {}
    leads: dict[tuple[str, Thing], list[tuple[str, str]]] = {}
    questions = guide_questions(library, tree)
    for question in questions:
        kind: StepKind = "gate" if question.gate else "question"
        note = _signs(library, len(question.flags)) if question.gate else ""
        steps["question", question.id] = Step(kind, question.id, plain(question.ask), note)
        # Each red flag may lead to an outcome of its own; one box for all is clearer than ten boxes in a row.
        if question.level is not None and question.flags:
            card = ("outcome", outcome_id(question.level))
            leads[question.id, card] = [(SIGNS, note)]
        for answer in question.answers:
            if answer.flag is not None:
                continue
            leads.setdefault((question.id, (answer.kind, answer.to)), []).append((answer.id, plain(answer.text)))
    for _, (to, id) in leads:
        if to == "outcome":
            outcome = outcomes[id]
            level = library.care_levels.get(outcome.care or "")
            steps.setdefault((to, id), Step("outcome", id, plain(outcome.title), care=level))
        elif to == "tree":
            steps.setdefault((to, id), Step("tree", id, plain(library.trees[id].title), plain(words.picture_goes_on)))
    found = tuple(Lead(question, tuple(choices), thing) for (question, thing), choices in leads.items())
    title = plain(library.trees[tree].title)
    name = plain_text(words.whole_title, guide=title)
    mirrored = direction(library.site.language) == "rtl"
    return Chart(tree, title, name, ("question", library.trees[tree].start), steps, found, mirrored)


def _signs(library: Library, number: int) -> str:
    return plain(counted(library.site.words.picture_signs, number, library.site.language))
