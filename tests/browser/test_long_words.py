"""Words longer than a phone is wide: they break, and nothing is pushed out of the page or cut off at its edge."""

from collections.abc import Iterator

import pytest
from lettering import WIDEST, set_in
from playwright.sync_api import Page
from reader import Reader
from real_project import handed_over
from test_accessibility import KINDS
from test_other_projects_work_too import Other, built
from test_the_address_says_where_the_reader_is import walk

pytestmark = pytest.mark.browser

WORD = "Donaudampfschifffahrtsgesellschaft"
NARROWEST = {"width": 320, "height": 568}
# All that an author or a translator may have written, on the page and around it. Not drawings: the picture of a guide
# is made with its words, and scrolls in a window of its own.
PUT = """(word) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  const left = "script, style, svg, .sp-number";
  const written = texts.filter((text) => text.data.trim() && !text.parentElement.closest(left));
  for (const text of written) text.data = `${word} ${text.data}`;
  return written.length;
}"""
# What is out of the page, and what is wider than its own box, which then scrolls sideways or cuts it off.
TOO_WIDE = """() => [...document.querySelectorAll("article *")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches("svg *, .sp-hidden, .sp-hidden *"))
  .filter((one) => !one.matches(".sp-picture__window, .sp-picture__window *, .sp-map, .sp-map *"))
  .filter((one) => {
    const { overflowX, display } = getComputedStyle(one);
    const over = one.scrollWidth > one.clientWidth + 1 && overflowX !== "visible" && display !== "inline";
    return over || one.getBoundingClientRect().right > innerWidth + 0.5;
  })
  .map((one) => `${one.nodeName}.${one.className}`)"""


def widened(page: Page) -> list[str]:
    """What does not fit, once long words stand everywhere; says so of the page itself, too."""
    set_in(page, WIDEST)
    assert page.evaluate(PUT, WORD) > 20
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [*page.evaluate(TOO_WIDE), *([f"the page: {wide}"] if wide > NARROWEST["width"] else [])]


@pytest.fixture
def page(new_context) -> Page:
    """A page on the narrowest screen, in light colours."""
    return new_context(viewport=NARROWEST, color_scheme="light").new_page()


@pytest.mark.parametrize("path", [*KINDS, "sources/", "about/safety/", "about/privacy/", "contribute/first-edit/"])
def test_long_words_fit_a_page_of_each_kind(page: Page, address: str, path: str):
    page.goto(address + path)
    assert widened(page) == []


def test_long_words_fit_a_question_and_a_result_with_answers(page: Page, address: str):
    journey = handed_over()
    reader = Reader(page, address)
    walk(reader, journey, len(journey.steps) - 1)
    assert widened(page) == []
    reader.away()
    walk(reader, journey)
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Share this result").click()
    assert widened(page) == []


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Other]:
    """A site that has no style but the theme's and Signpost's."""
    with built(tmp_path_factory.mktemp("other"), "everything") as project:
        yield project


@pytest.mark.parametrize(
    "path",
    ["", "guides/", "guides/wobble/", "guides/wobble/whole/", "outcomes/", "outcomes/true-the-wheel/", "sources/"],
)
def test_long_words_fit_a_site_with_the_style_of_the_generator_alone(page: Page, other: Other, path: str):
    page.goto(other.address + path)
    assert widened(page) == []


def test_a_number_beside_a_long_title_is_not_broken(page: Page, address: str):
    page.goto(f"{address}sources/")
    set_in(page, WIDEST)
    lines = page.locator("summary .sp-count").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight))"
    )
    assert len(lines) > 5
    assert max(lines) < 1.5
