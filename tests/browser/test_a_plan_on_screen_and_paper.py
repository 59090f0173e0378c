"""A plan prints on two sheets, one to follow and one to tick; exercises are drawn side by side where there is room."""

import io

import pytest
from deep import first_of
from engines import ENGINES
from lettering import FAMILIES, WIDEST, set_in
from pypdf import PdfReader
from quick_site import TOP, Host, Version
from real_project import library
from screens import DESK, PHONE
from small_project import bicycles, files
from visitor import Visitor

pytestmark = pytest.mark.browser
SHEETS = ["A4", "Letter"]
PLAN, EXERCISE = f"{TOP}plans/straight.html", f"{TOP}exercises/turn.html"
# In points: below this, print is hard to read.
SMALLEST = 9
SIZES = """() => [...document.querySelectorAll("article *")]
  .filter((one) => one.checkVisibility() && !one.matches("svg *"))
  .filter((one) => [...one.childNodes].some((part) => part.nodeType === Node.TEXT_NODE && part.data.trim()))
  .map((one) => [one.textContent.trim().slice(0, 40), parseFloat(getComputedStyle(one).fontSize) * 72 / 96])"""
# The sheet is shown and what stands above it is not, as on paper: how wide each drawing is in its own units.
AS_ON_PAPER = """
  for (const exercises of document.querySelectorAll(".sp-exercises")) exercises.style.display = "none";
  document.querySelector(".sp-sheet").style.display = "block";
  return [...document.querySelectorAll(".sp-sheet .sp-frame svg")].map((one) => one.getBBox().width);
"""


def page_of(new_context, version: Version, **options):
    context = new_context(**options)
    Host(context, version)
    return context.new_page()


def long_plan() -> Version:
    """As much as a plan may say: seven things for tonight, four stages with three exercises each."""
    step = "      - {exercise: turn, dose: '3 sets of 8 to 12, every other day', note: One mechanic's dose.}\n"
    stage = f"  - title: The next one\n    when: Soon.\n    exercises:\n{step * 3}    move_on_if: It is easy\n"
    tonight = '  - "**Mark** the place with chalk on both sides, and write down how far it wobbles there."\n' * 7
    plan = files()["content/plans/straight.yml"]
    plan = plan.replace("  - Let some air out.\n", f"  - Let some air out.\n{tonight}")
    plan = plan.replace("  - title: On the stand\n", stage * 3)
    return Version(files() | {"content/plans/straight.yml": plan})


@pytest.mark.parametrize("family", first_of(sorted(FAMILIES, key=lambda family: family != WIDEST)))
def test_a_plan_prints_on_two_sheets_in_every_typeface(new_context, family: str):
    for version in (bicycles(), long_plan()):
        page = page_of(new_context, version)
        page.goto(PLAN)
        set_in(page, family)
        for sheet in SHEETS:
            first, second = PdfReader(io.BytesIO(page.pdf(format=sheet))).pages
            told, ticked = (" ".join(one.extract_text().split()) for one in (first, second))
            assert "See a professional first if" in told and "Tonight" in told and "3 quarters, once a day" in told
            assert "Week 6" in ticked and "Do not ride" in ticked
            assert "What the article says" not in told + ticked


def test_each_plan_of_this_site_prints_on_two_sheets(page, address: str):
    assert library().plans
    for id in library().plans:
        page.goto(f"{address}plans/{id}/")
        set_in(page, WIDEST)
        for sheet in SHEETS:
            assert len(PdfReader(io.BytesIO(page.pdf(format=sheet))).pages) == 2, (id, sheet)


def test_the_sheet_to_tick_has_a_row_for_each_exercise_and_one_for_how_it_went(new_context):
    page = page_of(new_context, long_plan())
    page.goto(PLAN)
    rows = page.locator(".sp-diary tr")
    assert rows.count() == 6 * (1 + 3 + 1)
    assert rows.nth(1).locator("td").all_text_contents() == ["☐"] * 7
    assert rows.nth(4).locator("td").all_text_contents() == [""] * 7
    assert not page.locator(".sp-sheet").is_visible()


def test_nothing_on_the_sheets_is_too_small_to_read(new_context):
    page = page_of(new_context, bicycles())
    page.goto(PLAN)
    page.emulate_media(media="print")
    sizes = page.evaluate(SIZES)
    assert len(sizes) > 50
    assert [(words, size) for words, size in sizes if size < SMALLEST - 0.01] == []


@pytest.mark.parametrize(("screen", "beside"), [(PHONE, False), (DESK, True)])
def test_the_drawings_stand_side_by_side_or_one_above_the_other(new_context, screen, beside: bool):
    page = page_of(new_context, bicycles(), viewport=screen)
    page.goto(EXERCISE)
    start, movement = (frame.bounding_box() for frame in page.locator(".sp-frame").all())
    assert (start["y"] == movement["y"]) is beside
    assert (start["x"] == movement["x"]) is not beside


def test_the_drawings_are_told_in_words(new_context):
    page = page_of(new_context, bicycles())
    page.goto(EXERCISE)
    start, movement = (frame.get_attribute("aria-label") for frame in page.locator(".sp-frame svg").all())
    # What it is of stands above it, and "Start" or "Movement" below.
    assert start == "Hold the wheel still."
    assert movement == "Put the tool on. Turn it. See the plan. Hold: 2 seconds."
    assert page.locator(".sp-frame figcaption").all_inner_texts() == ["Start", "Movement\nHold: 2 seconds"]


@pytest.mark.long
@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_each_drawing_is_sent_once_and_shown_wherever_it_is_named(visitor: Visitor):
    visitor.open("plans/midportion-achilles/")
    shown = visitor.driver.execute_script(
        "return [...document.querySelectorAll('.sp-frames--small svg')].map((one) => one.getBBox().width)"
    )
    assert len(shown) > 20
    assert min(shown) > 100
    on_paper = visitor.driver.execute_script(AS_ON_PAPER)
    assert len(on_paper) == len(shown)
    assert on_paper == pytest.approx(shown)
    sent = visitor.driver.execute_script(
        "return [...document.querySelectorAll('.sp-frame svg:not(:has(use))')].map((one) => one.innerHTML)"
    )
    assert len(set(sent)) == len(sent)
    assert len(sent) < len(shown)
