"""Two things with the same id on one page.

On the page of a guide, the id of each question and each result is its anchor. The generator adds red-flag questions
(`red-flags-…`) and their cards (`care-…`), which have anchors too. If two anchors were equal, a link to one could lead
to the other.

Wrong, in decision_trees/example.yml:

    start: see-someone
    reviewed: 2026-11-22
    questions:
      see-someone:

Right:

    start: rest
    reviewed: 2026-11-22
    questions:
      rest:
"""

from collections.abc import Iterator

from generator.analyse.gate import NO, UNSURE, card_outcomes, gate, outcome_id, question_id
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S506"


def check(survey: Survey) -> Iterator[Fault]:
    """Compare questions with the results of their tree, and both with what the generator adds."""
    library = survey.library
    made = {question_id(level) for level in library.care_levels} | {outcome_id(level) for level in library.care_levels}
    for id, tree in library.trees.items():
        results = {choice.outcome for question in tree.questions.values() for choice in question.choices.values()}
        results |= {library.red_flags[flag].outcome for question in gate(library, id) for flag in question.flags}
        for question in tree.questions:
            if question in results or question in made:
                other = "a result on the same page" if question in results else "what the generator adds"
                yield Fault(
                    CODE,
                    at("tree", id, "questions", question, of="key"),
                    f'The question "{question}" has the same id as {other}.',
                    "Give the question another id.",
                )
    for id in (NO, UNSURE):
        if id in library.red_flags:
            yield Fault(
                CODE,
                at("red-flag", id, of="key"),
                f'The red flag "{id}" has the same id as an answer that the generator adds.',
                "Give the red flag another id.",
            )
    for id in card_outcomes(library):
        if id in library.outcomes:
            yield Fault(
                CODE,
                at("outcome", id),
                f'The outcome "{id}" has the same id as the card that the generator makes for red flags.',
                "Give the outcome another id.",
            )
