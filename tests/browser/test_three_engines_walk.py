"""Every guide, walked to each of its endings, in Firefox and WebKit.

In Chromium `test_every_path_can_be_walked` does so for every answer at every place. What an answer leads to is worked
out by one script, the same in each engine, so here one way to each question and ending is enough, in one of the two:
by clicks of a script, each once the middle of the answer is seen to be where a pointer would hit it. In the other the
longest way through the guide is gone with the pointer itself. In `make deep` each engine does both, and the pointer
finds a way to each ending of the guide itself.
"""

from collections.abc import Iterator

import pytest
from deep import DEEP
from engines import FIREFOX, WEBKIT
from reader import Explored, Plan
from real_project import TREES, Journey, journeys, longest, routes
from visitor import Visitor

from generator.analyse.routes import Ending, Standing

pytestmark = [pytest.mark.browser, pytest.mark.long]

TWO = (FIREFOX, WEBKIT)


def dealt(first: int) -> pytest.MarkDecorator:
    """Each guide with one of the two engines in turn, in `make deep` with both."""
    pairs = [
        pytest.param(tree, engine, id=f"{tree}-{engine.name}")
        for number, tree in enumerate(TREES, first)
        for engine in (TWO if DEEP else [TWO[number % 2]])
    ]
    return pytest.mark.parametrize(("tree", "engine"), pairs)


def spanning(tree: str) -> Plan:
    """The choices that first come to a question or ending of a guide: together they reach all of it."""
    known: set[str] = set()

    def visit(standing: Standing) -> Plan:
        known.add(standing.question)
        plan: Plan = []
        for choice, lead in routes().choices(standing):
            at = lead.outcome if isinstance(lead, Ending) else lead.question
            if at in known or (isinstance(lead, Standing) and lead.tree != tree):
                continue
            known.add(at)
            plan.append((choice, None if isinstance(lead, Ending) else visit(lead)))
        return plan

    return visit(routes().enter(tree))


def endings(tree: str) -> set[str]:
    """What the paths of a guide end with that stay in it."""
    return {journey.ending.outcome for journey in journeys(tree) if journey.trees == (tree,)}


def ways(tree: str) -> list[Journey]:
    """The longest way through a guide, those it leads into included; in `make deep` also the first to each ending.

    Where answers lead into another guide, that has its own ways.
    """
    first = {journey.ending: journey for journey in reversed(journeys(tree)) if journey.trees == (tree,)}
    return [longest(tree), *(first.values() if DEEP else ())]


def judged(explored: Explored, standing: Standing, answers: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """Hold what was seen on a page against the model; gives the endings that were reached."""
    here = explored.seen
    assert (here.tree, here.step, here.answers) == (standing.tree, standing.question, answers)
    leads = dict(routes().choices(standing))
    assert here.choices == tuple(leads)
    for choice, onward in explored.onward.items():
        given = (*answers, (here.heading, here.texts[here.choices.index(choice)]))
        lead = leads[choice]
        assert onward.seen.notice == ""
        assert onward.after_back.without_focus() == here.without_focus()
        if isinstance(lead, Ending):
            assert (onward.seen.step, onward.seen.answers) == (lead.outcome, given)
            yield lead.outcome
        else:
            yield from judged(onward, lead, given)


@dealt(0)
def test_each_ending_is_reached(visitor: Visitor, tree: str, covered):
    visitor.open(f"guides/{tree}/")
    visitor.arrived(tree)
    reached = list(judged(visitor.explore(spanning(tree)), routes().enter(tree), ()))
    assert set(reached) == endings(tree)
    covered("endings reached in Firefox and WebKit", len(reached))


@dealt(1)
def test_a_pointer_finds_the_way(visitor: Visitor, tree: str, covered):
    for journey in ways(tree):
        visitor.open(f"guides/{tree}/")
        seen = visitor.arrived(tree)
        for standing, choice in journey.steps:
            assert (seen.tree, seen.step) == (standing.tree, standing.question)
            given = (*seen.answers, (seen.heading, seen.texts[seen.choices.index(choice)]))
            visitor.choose(choice)
            covered("answers clicked with the pointer in Firefox and WebKit")
            lead = dict(routes().choices(standing))[choice]
            there = (lead.outcome, standing.tree) if isinstance(lead, Ending) else (lead.question, lead.tree)
            seen = visitor.at(*there)
            assert (seen.answers, seen.notice) == (given, "")
        assert seen.step == journey.ending.outcome
