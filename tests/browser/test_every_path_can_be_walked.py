"""Every way through every guide, walked in a browser by clicking, is the way that the model has."""

import pytest
from reader import Reader
from real_project import TREES, Journey, handed_over, library, report, routes, within_one_guide
from walk import Taken, walk

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def taken() -> Taken:
    """The steps that the walks below took, for guides that lead into one another."""
    return {}


@pytest.mark.first
@pytest.mark.parametrize("tree", TREES)
def test_every_path_of_the_guide_ends_where_the_model_says(reader: Reader, tree: str, taken: Taken, covered):
    known = len(taken)
    walked = walk(reader, library(), tree, taken)
    covered("places of guides, each with every choice clicked, forwards and back", len(taken) - known)
    covered("paths of guides that these make", len(walked))
    assert walked == list(routes().paths(tree))
    assert len(walked) == report().survey.proof.paths[tree]


@pytest.mark.parametrize("journey", [within_one_guide, handed_over], indirect=True)
def test_a_finger_finds_the_way(new_context, address: str, journey: Journey):
    # The walk above clicks by script; here the rows themselves must be there to be touched. That those of all guides
    # are large enough is tested with the pages.
    page = new_context(has_touch=True, is_mobile=True).new_page()
    reader = Reader(page, address)
    reader.open(journey.tree)
    for standing, choice in journey.steps:
        page.locator(f"h1[data-tree='{standing.tree}']").wait_for()
        page.locator(f"h2[id='{standing.question}']").wait_for(state="visible")
        page.locator(f"a.sp-choice[data-choice='{choice}']:visible").tap()
    page.locator(f"h2[id='{journey.ending.outcome}']").wait_for(state="visible")
    assert reader.look().step == journey.ending.outcome
