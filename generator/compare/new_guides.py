"""What a reviewer looks at first in a new guide: its endings, its red flags, and the cases that start in it."""

from dataclasses import dataclass

from generator.analyse.gate import gate
from generator.analyse.routes import Ending, Routes
from generator.analyse.survey import Survey


@dataclass(frozen=True, slots=True)
class NewGuide:
    """A guide that does not exist in the version before.

    Attributes:
        endings: all endings that its readers can reach, the most urgent first.
        signs: the ids of the red flags that its gate asks about.
        cases: the cases that start in it, each with its ending; None if it has no ending.
        without_unsure: the questions without an answer for readers who are not sure.
    """

    tree: str
    endings: tuple[Ending, ...]
    signs: tuple[str, ...]
    cases: tuple[tuple[str, Ending | None], ...]
    without_unsure: tuple[str, ...]


def new_guide(survey: Survey, tree: str) -> NewGuide:
    """Describe a guide of a library that can be walked."""
    library = survey.library
    order = {level: place for place, level in enumerate(library.care_levels)}
    ends = sorted(_endings(survey, tree), key=lambda end: (order.get(end.care or "", len(order)), end.outcome))
    walked = {walk.case: walk.ending for walk in survey.walks}
    return NewGuide(
        tree=tree,
        endings=tuple(ends),
        signs=tuple(flag for question in gate(library, tree) for flag in question.flags),
        cases=tuple((id, walked.get(id)) for id, case in library.cases.items() if case.guide == tree),
        without_unsure=tuple(
            id
            for id, question in library.trees[tree].questions.items()
            if not any(choice.unsure for choice in question.choices.values())
        ),
    )


def _endings(survey: Survey, tree: str) -> set[Ending]:
    routes = Routes(survey.library)
    ahead = [routes.enter(tree)]
    seen = set(ahead)
    ends: set[Ending] = set()
    while ahead:
        for _, to in routes.choices(ahead.pop()):
            if isinstance(to, Ending):
                ends.add(to)
            elif to not in seen:
                seen.add(to)
                ahead.append(to)
    return ends
