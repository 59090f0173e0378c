"""Every way through every guide, walked in a browser by clicking, is the way that the model has."""

import pytest
from reader import Reader
from real_project import TREES, library, longest, report, routes
from walk import Taken, walk

from generator.analyse.gate import NO, UNSURE, gate

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def taken() -> Taken:
    """The steps that the walks below took, for guides that lead into one another."""
    return {}


@pytest.mark.parametrize("tree", TREES)
def test_every_path_of_the_guide_ends_where_the_model_says(reader: Reader, tree: str, taken: Taken, covered):
    known = len(taken)
    walked = walk(reader, library(), tree, taken)
    covered("places of guides, each with every choice clicked, forwards and back", len(taken) - known)
    covered("paths of guides that these make", len(walked))
    assert walked == list(routes().paths(tree))
    assert len(walked) == report().survey.proof.paths[tree]


@pytest.mark.parametrize("tree", TREES)
def test_a_finger_finds_the_way(new_context, address: str, tree: str):
    # The walk above clicks by script; here the rows themselves must be there to be touched.
    page = new_context(has_touch=True, is_mobile=True).new_page()
    reader = Reader(page, address)
    journey = longest(tree)
    reader.open(tree)
    for standing, choice in journey.steps:
        page.locator(f"h1[data-tree='{standing.tree}']").wait_for()
        page.locator(f"h2[id='{standing.question}']").wait_for(state="visible")
        page.locator(f"a.sp-choice[data-choice='{choice}']:visible").tap()
    page.locator(f"h2[id='{journey.ending.outcome}']").wait_for(state="visible")
    assert reader.look().step == journey.ending.outcome


@pytest.mark.parametrize("tree", TREES)
def test_not_being_sure_of_a_red_flag_counts_as_yes(reader: Reader, tree: str):
    asked = gate(library(), tree)
    assert asked, "This guide asks about no red flag."
    here = reader.open(tree)
    for question in asked:
        assert here.step == question.id
        unsure = reader.choose(UNSURE)
        assert unsure.step == question.card
        reader.back(to=here)
        for flag, outcome in question.endings(library()).items():
            assert reader.choose(flag).step == outcome
            reader.back(to=here)
        here = reader.choose(NO)
