"""An answer in a case that its reader could not give.

The answers of a case are listed in the order in which the guide asks, each as `question: choice`, including red-flag
questions and other guides. This question is not asked at this point, does not have this answer, or the case has already
ended.

Wrong, in decision_trees/cases/sore.yml:

    title: Sore after a run
    story: A knee that is a little sore after running.
    guide: example
    answers:
      - {red-flags-soon: no}
      - {rest: a-litle}
    expect: {care: self-care}
    reviewed: 2026-11-22

Right, in decision_trees/cases/sore.yml:

    title: Sore after a run
    story: A knee that is a little sore after running.
    guide: example
    answers:
      - {red-flags-soon: no}
      - {rest: a-little}
    expect: {care: self-care}
    reviewed: 2026-11-22
"""

from collections.abc import Iterator

from generator.analyse.routes import Routes
from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at
from generator.core.text import listing, nearest_name

CODE = "S621"


def check(survey: Survey) -> Iterator[Fault]:
    """Follow the answers of each case until one is wrong."""
    library = survey.library
    routes = Routes(library)
    for walk in survey.walks:
        if walk.wrong is None:
            continue
        given = library.cases[walk.case].answers[walk.wrong]
        question = next(iter(given), "")
        where = at("case", walk.case, "answers", walk.wrong, question)
        if walk.here is None:
            ended = walk.ending.outcome if walk.ending else ""
            message = f'The case has ended at "{ended}" before this answer.'
            yield Fault(CODE, at("case", walk.case, "answers", walk.wrong), message, "Take it out.")
            continue
        asked, choices = walk.here.question, [choice for choice, _ in routes.choices(walk.here)]
        if len(given) != 1:
            help = f'Write one question and one answer: "- {{{asked}: ...}}".'
            yield Fault(CODE, at("case", walk.case, "answers", walk.wrong), "This is not one answer.", help)
        elif question != asked:
            message = f'"{question}" is not asked here; the guide "{walk.here.tree}" asks "{asked}".'
            where = at("case", walk.case, "answers", walk.wrong, question, of="key")
            yield Fault(CODE, where, message, f'Answer it: "- {{{asked}: ...}}", with {listing(choices, "or")}.', asked)
        else:
            near = nearest_name(given[question], choices)
            message = f'The question "{asked}" has no answer "{given[question]}".'
            help = f'Did you mean "{near}"?' if near else f"Its answers are {listing(choices)}."
            yield Fault(CODE, where, message, help, near)
