"""Every guide, walked by real clicks to each of its endings, in Firefox and WebKit.

In Chromium `test_every_path_can_be_walked` does so for every answer of every question.
"""

import pytest
from engines import FIREFOX, WEBKIT
from reader import Seen
from real_project import TREES, journeys, routes
from visitor import Visitor

from generator.analyse.routes import Ending, Standing

pytestmark = [pytest.mark.browser, pytest.mark.long]

# What a choice leads to: a place of the same guide, another guide, or an ending.
Lead = Standing | Ending


def spanning(tree: str) -> dict[Standing, list[tuple[str, Lead]]]:
    """For each question of a guide, the choices that first come to something new: together they reach all of it."""
    found: dict[Standing, list[tuple[str, Lead]]] = {}
    known: set[object] = set()

    def visit(standing: Standing) -> None:
        known.add(standing.question)
        found[standing] = []
        for choice, lead in routes().choices(standing):
            at = (
                lead.outcome
                if isinstance(lead, Ending)
                else lead.question
                if lead.tree == tree
                else f"tree:{lead.tree}"
            )
            if at in known:
                continue
            known.add(at)
            found[standing].append((choice, lead))
            if isinstance(lead, Standing) and lead.tree == tree:
                visit(lead)

    visit(routes().enter(tree))
    return found


def endings(tree: str) -> set[str]:
    """What the paths of a guide end with that stay in it."""
    return {journey.ending.outcome for journey in journeys(tree) if journey.trees == (tree,)}


@pytest.mark.parametrize("engine", [FIREFOX, WEBKIT], ids=lambda engine: engine.name)
@pytest.mark.parametrize("tree", TREES)
def test_each_ending_is_reached_by_real_clicks(visitor: Visitor, tree: str, covered):
    plan = spanning(tree)
    reached: set[str] = set()

    def onward(standing: Standing, here: Seen, answers: tuple[tuple[str, str], ...]) -> None:
        for choice, lead in plan[standing]:
            visitor.choose(choice)
            covered("answers clicked in Firefox and WebKit")
            given = (*answers, (here.heading, here.texts[here.choices.index(choice)]))
            back: Seen | None = None
            if isinstance(lead, Ending):
                there, back = visitor.at_and_back(lead.outcome, standing.question)
                reached.add(lead.outcome)
            elif lead.tree == tree:
                (there,) = visitor.at_and_back(lead.question)
            else:
                there = visitor.at(lead.question, lead.tree)
            assert there.answers == given
            assert there.notice == ""
            if isinstance(lead, Standing) and lead.tree == tree:
                onward(lead, there, given)
            if back is None:
                visitor.driver.back()
                back = visitor.at(standing.question, tree)
            here = back
            assert here.answers == answers

    visitor.open(f"guides/{tree}/")
    start = visitor.arrived(tree)
    assert start.answers == ()
    onward(routes().enter(tree), start, ())
    assert reached == endings(tree)
    covered("endings reached in Firefox and WebKit", len(reached))
