"""A card puts the number of the reader's own country first, without a script all of them stand there."""

import pytest
from real_project import library
from under_policy import settled

pytestmark = pytest.mark.browser
LEVELS = library().care_levels
EMERGENCY = next(id for id, level in LEVELS.items() if level.card == "emergency")
IN_ORDER = [one.number for one in LEVELS[EMERGENCY].numbers]
CARD = f"outcomes/care-{EMERGENCY}/"
BOXES = "(all) => all.map((one) => ({ width: one.getBoundingClientRect().width }))"


def numbers(page) -> list[str]:
    hrefs = page.locator(".sp-calls a").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    return [href.removeprefix("tel:") for href in hrefs]


@pytest.mark.parametrize(
    ("zone", "locale", "first", "known"),
    [
        ("Europe/London", "en-US", "999", True),
        ("America/Indiana/Knox", "en-GB", "911", True),
        ("America/Chicago", "en-GB", "911", True),
        ("Europe/Berlin", "de-DE", "112", True),
        ("Australia/Perth", "en-GB", "000", True),
        ("Pacific/Auckland", "en-GB", "111", True),
        # Where the zone tells nothing, the language does; where neither does, the order is that of the file.
        ("UTC", "en-NZ", "111", True),
        ("UTC", "fr-FR", "112", True),
        ("America/Toronto", "en-CA", "999", False),
        ("UTC", "fr", "999", False),
    ],
)
def test_the_number_of_where_a_reader_is_comes_first(
    new_context, address: str, zone: str, locale: str, first: str, known: bool
):
    page = new_context(timezone_id=zone, locale=locale).new_page()
    asked: list[str] = []
    page.goto(f"{address}{CARD}")
    settled(page)
    page.on("request", lambda request: asked.append(request.url))
    assert numbers(page) == [first, *(number for number in IN_ORDER if number != first)]
    # The largest is never one of another country; where nothing is known of the reader's, none is larger.
    wide = [box["width"] for box in page.locator(".sp-calls a").evaluate_all(BOXES)]
    assert (wide[0] > 300, max(wide[1:]) < 300) == (known, True)
    assert asked == []


def test_without_a_script_all_of_them_are_there(new_context, address: str):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}{CARD}")
    assert page.locator(".sp-calls a:visible").count() == len(IN_ORDER)
    assert numbers(page) == IN_ORDER


def test_each_is_large_enough_for_a_finger(new_context, address: str):
    page = new_context(viewport={"width": 320, "height": 640}).new_page()
    page.goto(f"{address}{CARD}")
    for button in page.locator(".sp-calls a").all():
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 32


def test_every_result_of_a_guide_has_the_readers_own_number_first(new_context, address: str):
    """Only the first card of its level says which number is for whom."""
    page = new_context(timezone_id="Pacific/Auckland").new_page()
    page.goto(f"{address}guides/knee/")
    page.wait_for_selector(".sp-running")
    rows = page.locator(".sp-calls > p").evaluate_all(
        "(all) => all.map((row) => [...row.children].map((one) => one.href))"
    )
    emergencies = [row for row in rows if len(row) == len(IN_ORDER)]
    assert len(emergencies) > 1
    assert {tuple(row) for row in emergencies} == {("tel:111", *(f"tel:{one}" for one in IN_ORDER if one != "111"))}
    # Of numbers that are all of another country none is larger.
    assert page.locator(".sp-calls > p[data-abroad]").count() == len(rows) - len(emergencies) > 0
