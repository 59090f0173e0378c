"""The project in this repository as the tests need it: its library, its trees, and the ways through them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.analyse.routes import Ending, Routes, Standing
from generator.check.run import Report, check
from generator.core.kinds import kind_of
from generator.core.library import Library
from generator.core.project import TREES, Project
from generator.load.files import load

ROOT = Path(__file__).parents[1]
TREES = sorted(
    path.stem
    for path in (ROOT / TREES).glob("*.yml")
    if kind_of(path.relative_to(ROOT).as_posix()) == ("tree", path.stem)
)


@dataclass(frozen=True)
class Journey:
    """One way from a tree's first question to an ending: each question stood before, with the choice made there."""

    steps: tuple[tuple[Standing, str], ...]
    ending: Ending

    @property
    def tree(self) -> str:
        """Where it begins."""
        return self.steps[0][0].tree

    @property
    def trees(self) -> tuple[str, ...]:
        """The trees it leads through, in order."""
        return tuple(dict.fromkeys(standing.tree for standing, _ in self.steps))


@cache
def report() -> Report:
    """The check of the whole project; it must be sound for anything else to be worth testing."""
    found = check(load(Project(ROOT)))
    assert found.ok, [f"{one.file}:{one.line}: {one.message}" for one in found.findings]
    return found


def library() -> Library:
    """What the project's authors wrote."""
    return report().survey.library


@cache
def routes() -> Routes:
    """How a reader moves through it."""
    return Routes(library())


@cache
def journeys(tree: str) -> tuple[Journey, ...]:
    """Every way through a tree, across handovers, depth first."""

    def onward(standing: Standing, steps: tuple[tuple[Standing, str], ...]) -> Iterator[Journey]:
        for choice, lead in routes().choices(standing):
            taken = (*steps, (standing, choice))
            if isinstance(lead, Ending):
                yield Journey(taken, lead)
            else:
                yield from onward(lead, taken)

    return tuple(onward(routes().enter(tree), ()))


@cache
def longest(tree: str) -> Journey:
    """The way through a tree on which a reader answers most."""
    return max(journeys(tree), key=lambda journey: len(journey.steps))


@cache
def wordiest(tree: str) -> Journey:
    """The way through a tree that leaves most to be printed: questions, answers, and what the result says."""

    def words(journey: Journey) -> int:
        asked = [(library().trees[one.tree].questions.get(one.question), choice) for one, choice in journey.steps]
        said = [text for one, choice in asked if one for text in (one.ask, one.choices[choice].text)]
        if result := library().outcomes.get(journey.ending.outcome):
            said += [result.summary, *result.get_help_if, *result.sources]
        # A row of its own takes a line more than its words.
        return sum(len(text) + 60 for text in said)

    return max(journeys(tree), key=words)


@cache
def handed_over() -> Journey:
    """A way that begins in one guide and ends in another, and asks a few questions in each."""
    return max(
        (journey for tree in TREES for journey in journeys(tree) if len(journey.trees) == 2),
        key=lambda journey: min(sum(standing.tree == tree for standing, _ in journey.steps) for tree in journey.trees),
    )


@cache
def within_one_guide() -> Journey:
    """A long way that stays in one guide."""
    return max(
        (journey for tree in TREES for journey in journeys(tree) if len(journey.trees) == 1),
        key=lambda journey: len(journey.steps),
    )
