"""On a phone, the first thing to do stands on the first screen of every result, on its page and in a guide."""

import pytest
from lettering import WIDEST, set_in
from playwright.sync_api import Page
from real_project import library
from screens import PHONE

pytestmark = pytest.mark.browser
# As wide as what nearly every reader has. In wider ones the longest results need a few lines more.
USUAL = "Arimo"
# Where the first thing to do ends: of a list that is neither who should ask first nor a warning.
FIRST = """() => {
  const items = [...document.querySelectorAll("article h2:not(.sp-care__title) ~ :is(ul, ol) > li")];
  return items[0].getBoundingClientRect().bottom + scrollY;
}"""
# The same for each result of a guide, as a reader comes to it who has answered.
IN_GUIDE = """() => {
  const steps = [...document.querySelectorAll(".sp-step")];
  document.querySelector(".sp-running").toggleAttribute("data-under-way", true);
  return steps.filter((step) => step.querySelector(".sp-now")).map((step) => {
    for (const other of steps) other.hidden = other !== step;
    step.querySelector(".sp-back").hidden = false;
    const first = step.querySelector(".sp-now li");
    return [step.querySelector("h2").id, first.getBoundingClientRect().bottom + scrollY];
  });
}"""
# Where the button that calls ends, and how much of the screen's width the line of its card is that it fills.
CALL = """() => {
  const button = document.querySelector(".sp-calls a");
  if (!button) return null;
  const [box, card] = [button, button.closest(".sp-care")].map((one) => one.getBoundingClientRect());
  return [box.bottom + scrollY, box.width / card.width, card.width / innerWidth];
}"""


def test_the_first_thing_to_do_is_on_the_first_screen(new_context, address: str, covered):
    # Without scripts, which change nothing of it and take most of the time.
    page = new_context(java_script_enabled=False).new_page()
    late = {}
    for id in library().outcomes:
        page.goto(f"{address}outcomes/{id}/")
        set_in(page, USUAL)
        bottom = page.evaluate(FIRST)
        if bottom > PHONE["height"]:
            late[id] = bottom
        covered("results")
    assert late == {}


def test_so_it_is_at_the_end_of_a_guide(page: Page, address: str, covered):
    late = {}
    for tree in library().trees:
        page.goto(f"{address}guides/{tree}/")
        page.wait_for_selector(".sp-running")
        set_in(page, USUAL)
        ends = page.evaluate(IN_GUIDE)
        assert ends
        late |= {(tree, id): end for id, end in ends if end > PHONE["height"]}
        covered("results of guides", len(ends))
    assert late == {}


@pytest.mark.parametrize("id", [id for id, one in library().outcomes.items() if one.care == "emergency"])
def test_the_button_that_calls_is_as_wide_as_its_card_and_in_reach(page: Page, address: str, id: str):
    page.goto(f"{address}outcomes/{id}/")
    set_in(page, WIDEST)
    bottom, of_card, of_screen = page.evaluate(CALL)
    assert bottom <= PHONE["height"] / 2
    assert of_card >= 0.85
    assert of_screen >= 0.85
