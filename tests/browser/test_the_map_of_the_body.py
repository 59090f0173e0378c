"""The first page's drawing: places as links, large enough, named, and the same places as a list."""

import pytest
from html_pages import HtmlPage
from playwright.sync_api import Page
from real_project import library

pytestmark = pytest.mark.browser

BOXES = """[...document.querySelectorAll("a.sp-spot")].map((spot) => {
  const box = spot.querySelector("circle").getBoundingClientRect();
  return [spot.getAttribute("aria-label"), box.x + box.width / 2, box.y + box.height / 2, box.width, box.height];
})"""


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_every_place_has_24_pixels_to_itself(new_context, address: str, width: int):
    page = new_context(viewport={"width": width, "height": 844}).new_page()
    page.goto(address)
    spots = page.evaluate(BOXES)
    assert len(spots) == sum(place.marker is not None for place in library().places.values())
    for number, (name, x, y, wide, high) in enumerate(spots):
        assert min(wide, high) >= 24, (name, wide, high)
        assert wide / 2 <= x <= width - wide / 2, name
        for other, ox, oy, *_ in spots[:number]:
            assert max(abs(x - ox), abs(y - oy)) >= 24 or (x - ox) ** 2 + (y - oy) ** 2 >= 24**2, (name, other)


def test_a_finger_on_a_place_comes_to_its_page(new_context, address: str):
    page = new_context(has_touch=True, is_mobile=True).new_page()
    page.goto(address)
    for spot in page.locator("a.sp-spot").all()[:3]:
        href = spot.get_attribute("href")
        spot.locator("text").tap()
        page.wait_for_url(f"**/{href}")
        page.goto(address)


def test_each_place_says_what_it_is_and_where_it_leads_and_has_its_number_in_the_list(page: Page, address: str):
    page.goto(address)
    listed = {}
    for row in page.locator(".sp-where__list > ul > li").all():
        number = row.locator(".sp-number")
        guides = [link.inner_text() for link in row.locator("a").all()]
        listed[number.inner_text() if number.count() else guides[0]] = guides
    for spot in page.locator("a.sp-spot").all():
        number = spot.locator("text").text_content()
        place, *guides = listed[number]
        label = spot.get_attribute("aria-label")
        assert label.startswith(f"{number}: {place}.")
        assert all(guide in label for guide in guides)
        assert spot.locator("title").text_content() == label.partition(": ")[2]


def test_a_pointer_over_a_place_shows_it(new_context, address: str):
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address)
    spot = page.locator("a.sp-spot").nth(3)
    circle = spot.locator("circle").first
    before = circle.evaluate("(one) => getComputedStyle(one).fill")
    spot.hover()
    assert circle.evaluate("(one) => getComputedStyle(one).fill") != before


def test_drawing_and_list_lead_to_the_same_places(html_pages: dict[str, HtmlPage]):
    home = html_pages[""]
    spots = {link.href for link in home.links if "sp-spot" in (link.attributes.get("class") or "")}
    rows = {link.href for link in home.links if link.href.startswith("places/") and link.href != "places/"}
    assert spots
    assert spots <= rows
