"""The first page's drawing: places as links, large enough, named, and the same places as a list."""

import pytest
from lettering import WIDEST, set_in
from playwright.sync_api import Page
from real_project import library
from screens import PHONE

pytestmark = pytest.mark.browser

BOXES = """[...document.querySelectorAll("a.sp-spot")].map((spot) => {
  const box = spot.querySelector("circle").getBoundingClientRect();
  return [spot.getAttribute("aria-label"), box.x + box.width / 2, box.y + box.height / 2, box.width, box.height];
})"""


@pytest.mark.parametrize(("width", "least"), [(320, 32), (390, 44), (768, 44), (1280, 44)])
def test_every_place_has_room_for_a_finger_to_itself(new_context, address: str, width: int, least: int):
    page = new_context(viewport={"width": width, "height": 844}).new_page()
    page.goto(address)
    spots = page.evaluate(BOXES)
    assert len(spots) == sum(len(tree.spots) for tree in library().trees.values())
    for number, (name, x, y, wide, high) in enumerate(spots):
        assert min(wide, high) >= least, (name, wide, high)
        assert wide / 2 <= x <= width - wide / 2, name
        for other, ox, oy, *_ in spots[:number]:
            assert (x - ox) ** 2 + (y - oy) ** 2 >= least**2, (name, other)


def test_the_first_page_asks_where_it_hurts_on_three_screens(page: Page, address: str):
    page.goto(address)
    assert page.locator("h1").inner_text().startswith(library().site.where_heading)
    set_in(page, WIDEST)
    assert page.evaluate("document.documentElement.scrollHeight") <= 3 * PHONE["height"]
    assert page.locator("a.sp-spot").last.bounding_box()["y"] < PHONE["height"] - 44


def test_each_guide_is_there_once_in_the_order_of_the_site(page: Page, address: str):
    page.goto(address)
    rows = page.locator(".sp-where .sp-choice").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    assert rows == [f"guides/{id}/" for id in library().site.guides_first]
    assert sorted(library().site.guides_first) == sorted(library().trees)


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
    for row in page.locator(".sp-where .sp-choice").all():
        number = row.locator(".sp-number")
        if number.count():
            listed[number.inner_text()] = row.get_attribute("href")
    assert list(listed) == [str(number) for number in range(1, len(listed) + 1)]
    for spot in page.locator("a.sp-spot").all():
        number = spot.locator("text").text_content()
        assert spot.get_attribute("href") == listed[number]
        label = spot.get_attribute("aria-label")
        tree = library().trees[listed[number].split("/")[1]]
        assert label.startswith(f"{number}: ")
        assert (tree.short or tree.title) in label
        assert any(library().places[place].title in label for place in tree.spots)
        assert spot.locator("title").text_content() == label.partition(": ")[2]


def test_a_pointer_over_a_place_shows_it(new_context, address: str):
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address)
    spot = page.locator("a.sp-spot").nth(3)
    circle = spot.locator("circle").first
    before = circle.evaluate("(one) => getComputedStyle(one).fill")
    spot.hover()
    assert circle.evaluate("(one) => getComputedStyle(one).fill") != before
