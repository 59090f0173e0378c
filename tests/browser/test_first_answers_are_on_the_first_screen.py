"""On a phone, the first answer of every step of every guide stands on the first screen, whole."""

import pytest
from lettering import WIDEST, set_in
from playwright.sync_api import Page
from real_project import library
from screens import PHONE

from generator.analyse.guide import guide_questions

pytestmark = pytest.mark.browser

# Each step as a reader sees it who comes from the step before: with the link back, nothing scrolled away.
ENDS = """() => {
  const steps = [...document.querySelectorAll(".sp-step")];
  return steps.filter((step) => step.querySelector(".sp-choice")).map((step) => {
    for (const other of steps) other.hidden = other !== step;
    step.querySelector(".sp-back").hidden = false;
    const first = [...step.querySelectorAll(".sp-choice")].find((choice) => choice.checkVisibility());
    return [step.querySelector("h2").id, first.getBoundingClientRect().bottom + scrollY];
  });
}"""


@pytest.mark.parametrize("tree", library().trees)
def test_the_first_answer_of_every_step_is_on_the_first_screen(page: Page, address: str, covered, tree: str):
    page.goto(f"{address}guides/{tree}/")
    page.wait_for_selector(".sp-running")
    set_in(page, WIDEST)
    ends = page.evaluate(ENDS)
    assert [id for id, _ in ends] == [question.id for question in guide_questions(library(), tree)]
    covered("steps", len(ends))
    assert {id: end for id, end in ends if end > PHONE["height"]} == {}
