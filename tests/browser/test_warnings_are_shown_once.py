"""Warning signs on pages: open for who comes from elsewhere, folded for who has just said no to them in this tab."""

import pytest
from playwright.sync_api import expect
from quick_site import TOP, Host, reader_of
from small_project import bicycles

pytestmark = pytest.mark.browser
RESULT = f"{TOP}outcomes/true-the-wheel.html"
QUESTION = f"{TOP}questions/spokes.html"
PLAN = f"{TOP}plans/straight.html"


@pytest.fixture
def reader(new_context):
    context = new_context()
    Host(context, bicycles())
    return reader_of(context)


def answer_the_signs(reader) -> None:
    reader.open("wobble")
    reader.choose("no")


@pytest.mark.parametrize("page", [RESULT, QUESTION, PLAN])
def test_they_are_open_for_who_comes_from_elsewhere(reader, page: str):
    reader.page.goto(page)
    signs = reader.page.locator("details.sp-first")
    expect(signs).to_have_count(1)
    expect(signs).to_have_js_property("open", True)
    expect(signs.locator("li")).to_have_count(2)
    expect(signs).to_contain_text("Leave the bicycle where it is")


@pytest.mark.parametrize("page", [RESULT, QUESTION, PLAN])
def test_they_are_folded_for_who_has_just_said_no(reader, page: str):
    answer_the_signs(reader)
    reader.page.goto(page)
    signs = reader.page.locator("details.sp-first")
    expect(signs).to_have_js_property("open", False)
    signs.locator("summary").click()
    expect(signs.locator("li").first).to_be_visible()


def test_not_for_who_came_past_them_by_a_link(reader):
    reader.open("wobble", "#how-far")
    reader.choose("a-little")
    reader.page.goto(RESULT)
    expect(reader.page.locator("details.sp-first")).to_have_js_property("open", True)


def test_on_a_result_that_is_urgent_they_stay_open(reader):
    reader.open("back-wheel")
    reader.choose("no")
    reader.choose("broken-spoke")
    reader.page.goto(f"{TOP}outcomes/spoke.html")
    signs = reader.page.locator("details.sp-first")
    expect(signs).to_have_js_property("open", True)
    expect(signs.locator("summary")).to_contain_text("Do not ride")


def test_without_a_script_they_are_open(new_context):
    context = new_context(java_script_enabled=False)
    Host(context, bicycles())
    page = context.new_page()
    page.goto(RESULT)
    expect(page.locator("details.sp-first li").first).to_be_visible()


def test_a_hint_helps_to_choose_and_is_no_part_of_the_answer(reader):
    answer_the_signs(reader)
    choice = reader.page.locator("[data-choice=front]")
    expect(choice.locator(".sp-hint")).to_have_text("Where you steer")
    below = choice.locator(".sp-hint").bounding_box()["y"]
    assert below > choice.bounding_box()["y"]
    seen = reader.choose("front")
    assert seen.answers[-1][1] == "The one in front, <script>alert(1)</script> see spokes"


def test_a_question_about_places_shows_them_with_the_numbers_of_the_choices(reader):
    answer_the_signs(reader)
    figure = reader.page.locator(".sp-crops svg:visible")
    expect(figure).to_have_attribute("aria-label", "Drawing: 1 Front wheel, 2 Back wheel & gears")
    assert figure.locator("text").all_text_contents() == ["1", "2"]
    numbers = reader.page.locator(".sp-choice:visible .sp-number")
    assert numbers.all_text_contents() == ["1", "2"]
    assert numbers.first.get_attribute("aria-hidden") == "true"
    shown = figure.bounding_box()
    for mark in figure.locator("circle").all():
        box = mark.bounding_box()
        assert shown["x"] <= box["x"] and box["x"] + box["width"] <= shown["x"] + shown["width"]
