"""What a reader can do with a result: print it, copy a link to it, copy a summary, start again."""

import re
from datetime import date

import pytest
import segno
from playwright.sync_api import Page, expect
from reader import Reader
from real_project import Journey, handed_over, library, within_one_guide
from test_the_address_says_where_the_reader_is import walk

from generator.core.markup import plain

pytestmark = pytest.mark.browser

CLIPBOARD = ["clipboard-read", "clipboard-write"]
JOURNEYS = pytest.mark.parametrize("journey", [within_one_guide, handed_over], indirect=True)


@pytest.fixture
def reader(new_context, address: str) -> Reader:
    """A reader who lets pages copy."""
    return Reader(new_context(permissions=CLIPBOARD).new_page(), address)


def copied(page: Page, button: str) -> str:
    page.get_by_role("button", name=button).click()
    expect(page.get_by_role("status").filter(has_text="copied")).to_be_visible()
    return page.evaluate("navigator.clipboard.readText()")


def shown(text: str) -> str:
    return " ".join(plain(text).split())


def said(date_: date) -> str:
    return f"{date_.day} {date_:%B %Y}"


def test_the_buttons_stand_below_a_result_and_nowhere_else(reader: Reader):
    journey = within_one_guide()
    reader.open(journey.tree)
    for _, choice in journey.steps:
        expect(reader.page.locator(".sp-tools")).to_have_count(0)
        reader.choose(choice)
    names = reader.page.locator(".sp-tools button, .sp-over").all_inner_texts()
    assert names == ["Print", "Copy link", "Copy summary", "Start again"]


@JOURNEYS
def test_a_summary_says_guide_advice_answers_review_and_address(reader: Reader, journey: Journey):
    seen = walk(reader, journey)[-1]
    text = copied(reader.page, "Copy summary")
    outcome, level = library().outcomes[journey.ending.outcome], library().care_levels[journey.ending.care]
    lines = text.splitlines()
    assert lines[:3] == [
        shown(library().trees[journey.trees[-1]].title),
        shown(outcome.title),
        shown(level.title),
    ]
    assert shown(level.on_card or level.act) in lines
    for one in level.numbers:
        assert re.search(rf"Call {one.name or one.number}\b.*{one.place}", text)
    for help_if in outcome.get_help_if:
        assert f"- {shown(help_if)}" in lines
    for ask, answer in seen.answers:
        assert f"- {ask} {answer}" in lines
    assert f"Last reviewed: {said(outcome.reviewed)}." in text
    assert lines[-1].startswith(reader.address)


def test_the_square_code_is_there_on_paper_only_and_names_the_result(reader: Reader):
    journey = within_one_guide()
    walk(reader, journey)
    drawn = reader.page.locator(".sp-after .sp-qr")
    expect(drawn).to_be_hidden()
    reader.page.emulate_media(media="print")
    expect(drawn).to_be_visible()
    expected = segno.make_qr(f"https://above-and-below.example/outcomes/{journey.ending.outcome}/", error="m")
    size = len(expected.matrix)
    assert drawn.get_attribute("viewBox") == f"0 0 {size} {size}"
    squares = [[0] * size for _ in range(size)]
    line = drawn.locator("path").get_attribute("d") or ""
    for from_, row, run in re.findall(r"M(\d+) (\d+)\.5h(\d+)", line):
        squares[int(row)][int(from_) : int(from_) + int(run)] = [1] * int(run)
    assert squares == [list(row) for row in expected.matrix]


def test_paper_is_white_whatever_the_screen_was(new_context, address: str):
    reader = Reader(new_context(color_scheme="dark").new_page(), address)
    walk(reader, within_one_guide())
    reader.page.emulate_media(media="print", color_scheme="dark")
    colours = reader.page.evaluate(
        "['h2.sp-result', '.sp-care__title', '.sp-care p', '.sp-trail b']"
        ".map((part) => [...document.querySelectorAll(part)].find((one) => one.checkVisibility()))"
        ".map((one) => getComputedStyle(one).color)"
    )
    for colour in colours:
        assert max(int(part) for part in re.findall(r"\d+", colour)[:3]) < 110, colours


def test_where_copying_is_not_allowed_the_text_is_there_to_be_copied_by_hand(page: Page, address: str):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    reader = Reader(page, address)
    walk(reader, within_one_guide())
    page.get_by_role("button", name="Copy link").click()
    field = page.get_by_role("textbox", name="Text to copy")
    expect(field).to_be_visible()
    expect(field).to_have_attribute("readonly", "")
    text = field.input_value()
    assert text.startswith(f"{address}guides/")
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == text


def test_start_again_forgets_the_answers_also_for_who_came_midway(reader: Reader):
    journey = within_one_guide()
    start = reader.open(journey.tree)
    reader.open(journey.tree, f"#{journey.ending.outcome}")
    again = reader.follow(".sp-over")
    assert (again.step, again.answers, again.notice) == (start.step, (), "")


def test_a_result_page_shows_warning_signs_and_folds_them_for_who_answered_no(reader: Reader):
    journey = within_one_guide()
    signs, unfolded = (reader.page.locator(f"details.sp-first{state}") for state in ("", "[open]"))
    reader.page.goto(f"{reader.address}outcomes/{journey.ending.outcome}/")
    expect(signs.first).to_be_visible()
    expect(unfolded).to_have_count(signs.count())
    reader.away()
    walk(reader, journey)
    reader.page.locator(".sp-step a.sp-more:visible").click()
    # The guide asks about the signs of these two levels. What it did not ask about stays unfolded.
    for level in ("emergency", "urgent"):
        expect(reader.page.locator(f"details.sp-first--{level}")).to_have_js_property("open", False)


def test_a_result_page_stays_unfolded_for_who_came_to_the_result_midway(reader: Reader):
    journey = within_one_guide()
    last, choice = journey.steps[-1]
    reader.open(journey.tree, f"#{last.question}")
    reader.choose(choice)
    reader.page.locator(".sp-step a.sp-more:visible").click()
    expect(reader.page.locator("details.sp-first").first).to_be_visible()
    expect(reader.page.locator("details.sp-first:not([open])")).to_have_count(0)
