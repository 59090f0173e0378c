"""What readers do besides answering, in each engine: links, reload, Back, keys, search, print, the map."""

import base64
import io
import unicodedata
from urllib.parse import quote

import pytest
from deep import DEEP, first_of
from engines import CHROMIUM, FIREFOX, WEBKIT
from pypdf import PdfReader
from real_project import Journey, handed_over, library, routes, within_one_guide, wordiest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.common.print_page_options import PrintOptions
from visitor import Visitor

from generator.analyse.routes import Ending

pytestmark = [pytest.mark.browser, pytest.mark.long]

SHEETS = [(29.7, 21.0), (27.94, 21.59)]  # A4 and Letter, in centimetres
# What one page keeps, two keep as well.
JOURNEYS = pytest.mark.parametrize(
    "journey", first_of([handed_over(), within_one_guide()]), ids=["a handover", "one guide"]
)


def walk(visitor: Visitor, journey: Journey, questions: int | None = None):
    """Answer the first questions of a journey, or all; gives what is seen then."""
    visitor.open(f"guides/{journey.tree}/")
    visitor.arrived(journey.tree)
    for standing, choice in journey.steps[:questions]:
        visitor.choose(choice)
        lead = dict(routes().choices(standing))[choice]
        there = (journey.ending.outcome, standing.tree) if isinstance(lead, Ending) else (lead.question, lead.tree)
        seen = visitor.at(*there)
    return seen


def link_of(visitor: Visitor) -> str:
    """The link to a result that its button copies, from the field that a browser without a clipboard shows."""
    visitor.run("navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))")
    visitor.click(".sp-tools button:nth-of-type(2)")
    return visitor.until(lambda: visitor.run("return document.querySelector('.sp-tools textarea').value"))


def in_view(visitor: Visitor) -> None:
    """The heading of the step stands on the first screen, below what hangs over the page."""
    heading = ".sp-step:not([hidden]) > h2"
    # The page may still be loading, and the browser may scroll when it is done.
    visitor.until(lambda: visitor.run("return document.readyState") == "complete")
    header = visitor.run("return document.querySelector('.md-header').getBoundingClientRect().bottom")
    assert header <= visitor.top_of(heading) < visitor.height() / 2


# Links


@pytest.mark.parametrize("tree", first_of(["sit-bone", "knee"]))
def test_a_link_to_any_step_opens_at_its_heading(visitor: Visitor, tree: str):
    visitor.open(f"guides/{tree}/")
    visitor.arrived(tree)
    steps = visitor.run("return [...document.querySelectorAll('.sp-step > h2')].map((one) => one.id)")
    # Every 25th, and the last: the further down a step is written, the further a browser would have scrolled.
    for step in [*steps[1 :: 9 if DEEP else 25], steps[-1]]:
        visitor.open(f"guides/{tree}/#{step}")
        seen = visitor.at(step, tree)
        in_view(visitor)
        assert "not answered the questions before" in seen.notice
        visitor.driver.refresh()
        assert visitor.at(step, tree) == seen
        in_view(visitor)


def test_after_an_answer_nothing_above_the_question_is_under_the_header(visitor: Visitor):
    # However many lines the name of the guide takes.
    journey = within_one_guide()
    walk(visitor, journey, len(journey.steps) - 1)
    header = visitor.run("return document.querySelector('.md-header').getBoundingClientRect().bottom")
    assert visitor.top_of("h1") >= header


@JOURNEYS
def test_a_result_is_loaded_again_where_it_was(visitor: Visitor, journey: Journey):
    seen = walk(visitor, journey)
    visitor.driver.refresh()
    again = visitor.at(seen.step, seen.tree)
    assert again.without_focus() == seen.without_focus()
    in_view(visitor)


DAMAGES = {
    "plain": lambda link: link,
    "encoded": lambda link: quote(link, safe=""),
    "wrapped": lambda link: f"{link[:40]}%0D%0A{link[40:]}",
    "with a full stop": lambda link: f"{link}.",
}
# What the guide's script makes of a link is the same in each engine; what arrives in the address may not be.
DAMAGED_IN = {
    engine: list(DAMAGES) if DEEP else ["plain", damage]
    for engine, damage in zip([CHROMIUM, FIREFOX, WEBKIT], list(DAMAGES)[1:], strict=True)
}


@JOURNEYS
def test_a_link_with_answers_leads_where_it_led(visitor: Visitor, engine, journey: Journey):
    seen = walk(visitor, journey)
    address, _, fragment = link_of(visitor).partition("#")
    for name in DAMAGED_IN[engine]:
        damage = DAMAGES[name]
        visitor.new()
        visitor.run("location.assign(arguments[0])", f"{address}#{damage(fragment)}")
        there = visitor.at(seen.step, seen.tree)
        assert there.answers == seen.answers, name
        assert "came with a link" in there.notice, name
        in_view(visitor)


# Moving about


@JOURNEYS
def test_back_forward_change_and_start_again(visitor: Visitor, journey: Journey):
    end = walk(visitor, journey)
    for standing, _ in reversed(journey.steps):
        visitor.driver.back()
        before = visitor.at(standing.question, standing.tree)
    assert before.answers == ()
    for standing, _ in journey.steps[1:]:
        visitor.driver.forward()
        visitor.at(standing.question, standing.tree)
    visitor.driver.forward()
    assert visitor.at(end.step, end.tree).answers == end.answers
    # Change the first answer of all, and give it again: what was said after it is gone.
    first, choice = journey.steps[0]
    visitor.run("document.querySelector('details:has(.sp-trail__ask), .sp-trail').open = true")
    visitor.click(".sp-trail li > a")
    assert visitor.at(first.question, first.tree).answers == ()
    visitor.choose(choice)
    second, _ = journey.steps[1]
    assert len(visitor.at(second.question, second.tree).answers) == 1


def test_back_after_starting_again_says_nothing_untrue(visitor: Visitor):
    journey = within_one_guide()
    seen = walk(visitor, journey)
    visitor.click(".sp-over")
    first, _ = journey.steps[0]
    assert visitor.at(first.question, first.tree).answers == ()
    visitor.driver.back()
    there = visitor.at(seen.step, seen.tree)
    assert there.answers == ()
    assert "link" not in there.notice
    assert "not answered the questions before" in there.notice


# Keys


def test_a_guide_is_answered_from_the_keyboard(visitor: Visitor):
    journey = within_one_guide()
    visitor.open(f"guides/{journey.tree}/")
    visitor.arrived(journey.tree)
    visitor.run("document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()")
    for standing, choice in journey.steps:
        for _ in range(40):
            visitor.press(Keys.TAB)
            at = visitor.run("return document.activeElement.dataset.choice ?? ''")
            assert visitor.focus_in_view()
            if at == choice:
                break
        assert at == choice
        visitor.press(Keys.ENTER)
        lead = dict(routes().choices(standing))[choice]
        step = lead.outcome if isinstance(lead, Ending) else lead.question
        assert visitor.at(step, journey.tree).focus == step


def test_every_place_on_the_map_that_has_the_focus_is_in_view(visitor: Visitor):
    visitor.driver.get(visitor.address)
    places = visitor.run("return new Set([...document.querySelectorAll('svg a')].map((one) => one.href.baseVal)).size")
    assert places
    visitor.run("const h = document.querySelector('h1'); h.tabIndex = -1; h.focus()")
    met = set()
    for _ in range(120):
        visitor.press(Keys.TAB)
        found = visitor.run("return document.activeElement.closest('svg a')?.getAttribute('href') ?? null")
        if found is None and len(met) == places:
            break
        if found:
            met.add(found)
            assert visitor.focus_in_view()
    assert len(met) == places


# Search, map, print


def test_the_search_finds_a_guide(engine, driver_of, searchable: str):
    visitor = Visitor(driver_of(engine), searchable).new()
    visitor.driver.get(searchable)
    if visitor.run("return matchMedia('(max-width: 59.984375em)').matches"):
        visitor.click(".md-header__button[aria-label=Search]")
    field = visitor.visible(".md-search__input")
    visitor.until(lambda: visitor.run("return document.activeElement.matches('.md-search__input')") or field.click())
    visitor.press("sit bone")
    assert visitor.visible(".md-search-result__link[href*='guides/sit-bone/']")


def test_a_place_on_the_map_leads_to_its_page(visitor: Visitor):
    visitor.driver.get(visitor.address)
    href = visitor.run("return document.querySelector('svg a').href.baseVal ?? document.querySelector('svg a').href")
    visitor.click("svg a text")
    visitor.until(lambda: visitor.driver.current_url.partition("#")[0].endswith(href.lstrip("./").partition("#")[0]))
    assert visitor.visible("h1").text


# WebKit's driver cannot print.
@pytest.mark.parametrize("engine", [CHROMIUM, FIREFOX], ids=lambda engine: engine.name)
def test_a_result_is_printed_on_one_sheet(visitor: Visitor, engine):
    journey = wordiest("sit-bone")
    walk(visitor, journey)
    for height, width in SHEETS:
        options = PrintOptions()
        options.page_height, options.page_width = height, width
        options.margin_top = options.margin_bottom = options.margin_left = options.margin_right = 1.2
        pages = PdfReader(io.BytesIO(base64.b64decode(visitor.driver.print_page(options)))).pages
        assert len(pages) == 1, (height, width)
        # Where lines end, and which letters are joined, is the typeface's own affair.
        said = "".join(unicodedata.normalize("NFKC", pages[0].extract_text()).split())
        assert "".join(library().outcomes[journey.ending.outcome].title.split()) in said
