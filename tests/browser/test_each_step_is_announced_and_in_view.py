"""On each step the heading has the focus and can be seen, and a guide can be read with the keyboard alone."""

import pytest
from playwright.sync_api import Page
from reader import Reader
from real_project import Journey, handed_over, longest, within_one_guide
from screens import DESK, PHONE, SMALL
from under_policy import settled

from generator.analyse.routes import Standing

pytestmark = pytest.mark.browser


def test_the_first_question_does_not_take_the_focus(reader: Reader):
    seen = reader.open(within_one_guide().tree)
    assert (seen.focus, reader.page.evaluate("scrollY")) == ("", 0)


def test_a_linked_question_does_not_take_the_focus_either(reader: Reader):
    standing, _ = within_one_guide().steps[-1]
    seen = reader.open(standing.tree, f"#{standing.question}")
    assert seen.focus == ""


def test_every_step_has_a_title_of_its_own(reader: Reader):
    journey = longest(within_one_guide().tree)
    titles = [reader.open(journey.tree).title]
    for _, choice in journey.steps:
        if len({standing.tree for standing, _ in journey.steps[: len(titles) + 1]}) > 1:
            break
        seen = reader.choose(choice)
        titles.append(seen.title)
        assert seen.title.startswith(seen.heading)
        assert seen.title.endswith(titles[0])
    assert len(set(titles)) == len(titles) > 4


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
@pytest.mark.parametrize("screen", [PHONE, SMALL, DESK], ids=["phone", "small", "desk"])
def test_the_heading_is_in_view_below_the_header(new_context, address: str, screen: dict[str, int], motion: str):
    page = new_context(viewport=screen, reduced_motion=motion).new_page()
    reader = Reader(page, address)
    journey = within_one_guide()
    reader.open(journey.tree)
    for _, choice in journey.steps:
        # As for somebody who had to scroll down to the choices.
        page.locator(f"a.sp-choice[data-choice='{choice}']:visible").scroll_into_view_if_needed()
        _is_in_view(reader.page, reader.choose(choice).step)


def test_a_linked_question_is_in_view(new_context, address: str):
    reader = Reader(new_context(viewport=SMALL).new_page(), address)
    standing, _ = within_one_guide().steps[-1]
    reader.open(standing.tree, f"#{standing.question}")
    reader.page.wait_for_load_state("load")
    _is_in_view(reader.page, standing.question)


@pytest.mark.parametrize("part", ["question", "result"])
def test_who_lands_in_the_middle_sees_that_it_is_the_middle(reader: Reader, part: str):
    journey = within_one_guide()
    part = journey.steps[-1][0].question if part == "question" else journey.ending.outcome
    reader.open(within_one_guide().tree, f"#{part}")
    reader.page.wait_for_load_state("load")
    _is_in_view(reader.page, part)
    notice = reader.page.locator(".sp-notice:visible").bounding_box()
    header = reader.page.locator("header.md-header").bounding_box()
    assert header["y"] + header["height"] <= notice["y"]
    assert notice["y"] + notice["height"] <= reader.page.viewport_size["height"]


def _is_in_view(page: Page, step: str) -> None:
    """Its first line, that is: on a very small screen a long heading may go on below."""
    box = page.locator(f"h2[id='{step}']").bounding_box()
    line = page.evaluate("(id) => parseFloat(getComputedStyle(document.getElementById(id)).lineHeight)", step)
    header = page.locator("header.md-header").bounding_box()
    assert header["y"] + header["height"] <= box["y"], (step, header, box)
    assert box["y"] + line <= page.viewport_size["height"], (step, box, line)


@pytest.mark.parametrize("journey", [within_one_guide, handed_over], indirect=True)
def test_a_guide_can_be_read_with_the_keyboard_alone(reader: Reader, journey: Journey):
    page = reader.page
    reader.open(journey.tree)
    for standing, choice in journey.steps:
        reader.arrived()
        page.locator(f"h2[id='{standing.question}']:visible").wait_for()
        _tab_to_choice(page, standing, choice)
        page.keyboard.press("Enter")
    page.locator(f"h2[id='{journey.ending.outcome}']:visible").wait_for()
    assert reader.look().step == journey.ending.outcome


def _tab_to_choice(page: Page, standing: Standing, choice: str) -> None:
    focused = "[document.activeElement.dataset.choice ?? '', document.activeElement.matches(':focus-visible')]"
    header = page.locator("header.md-header").bounding_box()["height"]
    for _ in range(80):
        page.keyboard.press("Tab")
        here, ringed = page.evaluate(focused)
        if here == choice:
            box = page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
            assert ringed
            assert header <= box["top"] < box["bottom"] <= page.viewport_size["height"], (
                standing.question,
                choice,
                box,
            )
            return
    raise AssertionError(f"{standing.question}: Tab does not come to {choice}")


def test_from_the_heading_one_tab_or_two_come_to_the_first_choice(reader: Reader):
    # The heading has the focus; its own link may come first.
    reader.open(within_one_guide().tree)
    seen = reader.choose(within_one_guide().steps[0][1])
    reader.page.keyboard.press("Tab")
    if reader.page.evaluate("document.activeElement.matches('.headerlink')"):
        reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("document.activeElement.dataset.choice") == seen.choices[0]


# Its field has the focus at once, and the rest of it comes a moment later.
SEARCH_IS_OPEN = """document.activeElement.matches("[data-md-component=search-query]")
  || document.querySelector("[data-md-toggle=search]").checked"""


def test_single_letters_do_nothing_inside_a_guide(reader: Reader):
    journey = within_one_guide()
    page = reader.page
    start = reader.open(journey.tree)
    _letters_change_nothing(reader)  # with nothing focused
    assert reader.look() == start
    seen = reader.choose(journey.steps[0][1])
    _letters_change_nothing(reader)  # on the heading
    assert reader.look() == seen
    page.locator("a.sp-choice:visible").first.focus()
    _letters_change_nothing(reader)
    assert reader.look().without_focus() == seen.without_focus()


def _letters_change_nothing(reader: Reader) -> None:
    for key in ["f", "s", "/", "n", "p", ",", "."]:
        reader.page.keyboard.press(key)
        assert not reader.page.evaluate(SEARCH_IS_OPEN), key


def test_the_search_can_be_typed_into_on_a_guide(reader: Reader):
    reader.open(within_one_guide().tree)
    reader.page.get_by_role("button", name="Search").click()
    field = reader.page.get_by_role("textbox", name="Search")
    field.press_sequentially("spfn/")
    assert field.input_value() == "spfn/"


def test_after_a_handover_the_name_of_the_next_guide_is_not_under_the_header(reader: Reader):
    """Also where it takes two lines: the browser scrolls to the question that the address names."""
    reader.open("knee")
    for choice in ("no", "no", "fails"):
        reader.choose(choice)
    reader.choose("stays-weak", handover="weakness")
    settled(reader.page)
    top = "(part) => document.querySelector(part).getBoundingClientRect()"
    lines = "parseFloat(getComputedStyle(document.querySelector('h1')).lineHeight)"
    assert reader.page.evaluate(f"({top})('h1').height / {lines}") > 1.5
    assert reader.page.evaluate(f"({top})('h1').top") >= reader.page.evaluate(f"({top})('.md-header').bottom")


def test_single_letters_do_nothing_on_any_other_page_either(reader: Reader):
    reader.page.goto(f"{reader.address}outcomes/")
    settled(reader.page)
    _letters_change_nothing(reader)
    assert reader.page.url == f"{reader.address}outcomes/"


def test_without_what_this_site_mends_a_letter_opens_the_search(new_context, address: str):
    # So that the tests above cannot pass because there is nothing to stop.
    page = new_context().new_page()
    page.route("**/site.mjs", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{address}outcomes/")
    settled(page)
    page.keyboard.press("s")
    page.wait_for_function(SEARCH_IS_OPEN)
