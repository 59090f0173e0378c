"""On a phone, the first thing to do stands on the first two screens of every result that is self-care."""

import pytest
from lettering import WIDEST, set_in
from playwright.sync_api import Page
from real_project import library
from screens import PHONE

pytestmark = pytest.mark.browser
SELF_CARE = [id for id, outcome in library().outcomes.items() if library().care_levels[outcome.care or ""].self_care]
# Where the first thing to do ends: of a list that is neither who should ask first nor a warning.
FIRST = """() => {
  const items = [...document.querySelectorAll("article h2:not(.sp-care__title) ~ :is(ul, ol) > li")];
  return items[0].getBoundingClientRect().bottom + scrollY;
}"""


def test_the_first_thing_to_do_is_on_the_first_two_screens(page: Page, address: str, covered):
    late = {}
    for id in SELF_CARE:
        page.goto(f"{address}outcomes/{id}/")
        set_in(page, WIDEST)
        bottom = page.evaluate(FIRST)
        if bottom > 2 * PHONE["height"]:
            late[id] = bottom
        covered("results of self-care")
    assert late == {}
