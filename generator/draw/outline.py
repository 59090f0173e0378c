"""A guide as a nested list: the same content as its picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.analyse.guide import GuideChoice, GuideQuestion

# At this depth the list starts again at the left: deeper, it would be too narrow on a phone.
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One item of the list.

    Attributes:
        depth: 0 for a question at the top level, 1 for an answer to it, and so on.
        answer: the answer, with its target; None for a question at the top level.
        question: the question that is expanded here; its answers are the next rows, one level deeper.
    """

    depth: int
    answer: GuideChoice | None
    question: GuideQuestion | None


def outline(questions: Sequence[GuideQuestion], start: str) -> Iterator[Row]:
    """List all questions from the first one on, each expanded only at the first answer that leads to it."""
    by_id = {question.id: question for question in questions}
    heads, written = [start], {start}
    for head in heads:
        yield Row(0, None, by_id[head])
        ahead = [iter(by_id[head].answers)]
        while ahead:
            answer = next(ahead[-1], None)
            if answer is None:
                ahead.pop()
                continue
            here = None
            if answer.kind == "question" and answer.to not in written:
                written.add(answer.to)
                if len(ahead) < DEEPEST:
                    here = by_id[answer.to]
                else:
                    heads.append(answer.to)
            yield Row(len(ahead), answer, here)
            if here:
                ahead.append(iter(here.answers))
