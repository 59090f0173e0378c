"""Large text, few colours, no motion: what a page says does not depend on how it is seen."""

import pytest
from lettering import WIDEST, set_in
from playwright.sync_api import Page
from reader import Reader
from real_project import handed_over, library, within_one_guide
from test_the_address_says_where_the_reader_is import walk
from under_policy import style

pytestmark = pytest.mark.browser

PAGES = [
    "",
    "guides/",
    "guides/sit-bone/",
    "outcomes/hamstring-strain/",
    "outcomes/",
    "questions/",
    "sources/",
    "about/",
]
WIDE = "document.documentElement.scrollWidth > innerWidth"


def cut_off(page: Page) -> list[str]:
    """Texts of the page's content that do not fit into their boxes."""
    return page.evaluate(
        """[...document.querySelectorAll("article *")]
             .filter((one) => one.checkVisibility() && !one.matches(".sp-hidden, svg *, .sp-map, .sp-map *"))
             .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === "hidden")
             .map((one) => one.className)"""
    )


@pytest.mark.parametrize("path", PAGES)
def test_with_letters_of_twice_the_size_nothing_is_cut_off(new_context, address: str, path: str):
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address + path)
    set_in(page, WIDEST)
    style(page, "html { font-size: 250% !important }")
    assert not page.evaluate(WIDE)
    assert cut_off(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_on_the_narrowest_screen_nothing_scrolls_sideways(new_context, address: str, path: str):
    page = new_context(viewport={"width": 320, "height": 568}).new_page()
    page.goto(address + path)
    set_in(page, WIDEST)
    assert not page.evaluate(WIDE)
    assert cut_off(page) == []


def test_a_result_fits_the_narrowest_screen_with_large_letters(new_context, address: str):
    page = new_context(viewport={"width": 320, "height": 568}).new_page()
    walk(Reader(page, address), handed_over())
    set_in(page, WIDEST)
    style(page, "html { font-size: 200% !important }")
    assert not page.evaluate(WIDE)


def test_with_spaced_out_text_nothing_is_cut_off(new_context, address: str):
    # The spacing that WCAG 1.4.12 names.
    page = new_context(viewport={"width": 390, "height": 844}).new_page()
    walk(Reader(page, address), within_one_guide())
    set_in(page, WIDEST)
    style(page, "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }")
    assert not page.evaluate(WIDE)
    assert cut_off(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_the_readers_own_colours_a_card_keeps_its_sign_and_choices_their_borders(
    new_context, address: str, scheme: str
):
    page = new_context(forced_colors="active", color_scheme=scheme).new_page()
    reader = Reader(page, address)
    journey = within_one_guide()
    reader.open(journey.tree)
    border = page.locator("a.sp-choice:visible").first.evaluate("(one) => getComputedStyle(one).borderTopStyle")
    assert border == "solid"
    reader.open(journey.tree, f"#{journey.ending.outcome}")
    title = page.locator(".sp-care__title:visible")
    # A letter in a shape, or a tick that is drawn over it.
    letter, tick, colour = title.evaluate(
        "(one) => [getComputedStyle(one, '::before').content, getComputedStyle(one, '::after').borderBottomStyle,"
        " getComputedStyle(one).color]"
    )
    assert letter.strip('"')[:1] in ("!", "i") or tick == "solid"
    assert title.evaluate("(one) => getComputedStyle(one).backgroundColor") != colour


def test_each_card_has_its_sign_in_any_typeface(page: Page, address: str):
    """A letter that every typeface has, or none and a tick that is drawn."""
    of_each = {library().care_levels[one.care].card: id for id, one in library().outcomes.items() if one.care}
    signs = {}
    for card, outcome in of_each.items():
        page.goto(f"{address}outcomes/{outcome}/")
        title = page.locator(f".sp-care--{card} .sp-care__title").first
        signs[card] = title.evaluate(
            "(one) => ['::before', '::after'].map((part) => getComputedStyle(one, part).content.split('/')[0].trim())"
        )
    letters = {"emergency": '"!"', "urgent": '"!"', "non-urgent": '"i"'}
    assert signs == {"self-care": ['""', '""'], **{card: [letter, "none"] for card, letter in letters.items()}}


def test_in_the_readers_own_colours_the_places_are_links_coloured_as_links(new_context, address: str):
    page = new_context(forced_colors="active", color_scheme="dark").new_page()
    page.goto(address)
    fill = page.locator(".sp-spot__dot").first.evaluate("(one) => getComputedStyle(one).fill")
    skin = page.locator(".fig-skin").first.evaluate("(one) => getComputedStyle(one).fill")
    assert fill != skin


def test_nothing_moves_for_who_wants_no_motion(new_context, address: str):
    page = new_context(reduced_motion="reduce").new_page()
    reader = Reader(page, address)
    reader.open(within_one_guide().tree)
    reader.choose(within_one_guide().steps[0][1])
    moving = page.evaluate(
        """[...document.querySelectorAll("article, article *")].filter((one) => {
             const style = getComputedStyle(one);
             return style.scrollBehavior === "smooth"
               || style.transitionDuration.split(",").some((time) => parseFloat(time) > 0.01);
           }).map((one) => one.className)"""
    )
    assert moving == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_urgency_is_said_in_words_besides_colour(reader: Reader):
    journey = within_one_guide()
    reader.open(journey.tree, f"#{journey.ending.outcome}")
    name = reader.page.locator(".sp-care__title:visible").text_content()
    assert name.startswith(
        ("Immediate action required: ", "Urgent advice: ", "Non-urgent advice: ", "Self-care advice: ")
    )
