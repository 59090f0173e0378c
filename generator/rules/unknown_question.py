"""A question that does not exist in this tree.

`start` and the `question` of a choice name a question of the same tree. To continue in another tree, use `tree`.

Wrong, in decision_trees/example.yml:

    start: at-rest

Right:

    start: rest
"""

from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.guess_id import bare_id, id_by_words, near_id
from generator.core.library import at
from generator.core.lookalikes import as_id, holds
from generator.core.source import Location
from generator.core.text import known_here
from generator.rules.lookup import other_kind

CODE = "S401"


def check(survey: Survey) -> Iterator[Fault]:
    """Look up the start of each tree, and every question that its choices name, in that tree."""
    for id, tree in survey.library.trees.items():
        asks = {question: asked.ask for question, asked in tree.questions.items()}
        if tree.start and tree.questions and tree.start not in tree.questions:
            yield _fault(at("tree", id, "start"), tree.start, asks)
        for question_id, question in tree.questions.items():
            for choice_id, choice in question.choices.items():
                named = choice.question
                if named is not None and named not in tree.questions:
                    where = at("tree", id, "questions", question_id, "choices", choice_id, "question")
                    now = next((one for one, asked in tree.questions.items() if named in asked.aliases), None)
                    bare = bare_id(named)
                    others = [kind for kind in ("outcome", "tree") if bare in (survey.library.known[kind] or ())]
                    other = "" if bare in asks or not others else others[0]
                    yield _fault(where, named, asks, now, other)


def _fault(where: Location, id: str, asks: dict[str, str], now: str | None = None, other: str = "") -> Fault:
    message = f'There is no question "{id}" in this tree{holds(id)}.'
    bare = bare_id(id)
    if now:
        return Fault(CODE, where, message, f'Write "{now}", as it is called now.', now)
    if holds(id) and (plain := as_id(id)) in asks:
        return Fault(CODE, where, message, f'Type "{plain}" again, with nothing but a to z, 0 to 9 and "-".', plain)
    if other:
        return other_kind(CODE, where, message, other, bare, "{kind}: {id}")
    if meant := bare if bare in asks else id_by_words(asks, id):
        return Fault(CODE, where, message, f'Write "{meant}".', meant)
    if near := near_id(bare, asks):
        return Fault(CODE, where, message, f'Did you mean "{near}"?', near)
    return Fault(CODE, where, message, f"Add that question to this tree, or name another.{known_here(list(asks))}")
