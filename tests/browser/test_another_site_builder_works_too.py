"""The site as Zensical builds it, in the browser: the guides, the map of the first page, a result."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import served
from html_pages import dead_links, read_site
from playwright.sync_api import Page, expect
from reader import Reader
from real_project import library, routes
from site_builders import zensical
from walk import walk

pytestmark = [pytest.mark.browser, pytest.mark.deep]

TREE = "calf"


@pytest.fixture(scope="module")
def zensical_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site."""
    return zensical(tmp_path_factory)


@pytest.fixture(scope="module")
def zensical_address(zensical_site: Path) -> Iterator[str]:
    """Where it is served."""
    with served(zensical_site) as url:
        yield url


def test_every_link_leads_to_a_page_and_a_part_that_are_there(zensical_site: Path):
    assert list(dead_links(zensical_site, read_site(zensical_site))) == []


def test_every_path_of_a_guide_can_be_walked(page: Page, zensical_address: str):
    assert walk(Reader(page, zensical_address), library(), TREE) == list(routes().paths(TREE))


def test_the_map_leads_to_guides_and_places(page: Page, zensical_address: str):
    page.goto(zensical_address)
    spots = page.locator("a.sp-spot")
    assert spots.count() > 5
    for path in dict.fromkeys(spot.get_attribute("href") for spot in spots.all()):
        page.goto(f"{zensical_address}{path}")
        expect(page.locator("h1")).to_be_visible()
    page.goto(zensical_address)
    spots.first.click()
    expect(page.locator(".sp-running h2:visible").first).to_be_visible()


def test_a_result_has_its_warning_signs_and_leads_on(page: Page, zensical_address: str):
    page.goto(f"{zensical_address}outcomes/calf-strain/")
    expect(page.locator("h1")).to_contain_text("alf")
    expect(page.locator(".sp-care").first).to_be_visible()
    expect(page.locator("details.sp-first li").first).to_be_visible()
    page.locator("a[rel='edit']").scroll_into_view_if_needed()
    assert page.locator("a[rel='edit']").get_attribute("href").endswith("/content/outcomes/calf-strain.yml")


def test_menu_and_search_open_on_a_phone_from_the_keyboard(page: Page, zensical_address: str):
    page.goto(zensical_address)
    menu = page.get_by_role("button", name="Menu", exact=True)
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Close menu")).to_be_focused()
    page.keyboard.press("Escape")
    search = page.locator(".md-header button[aria-label='Search']")
    search.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("achilles")
    expect(page.get_by_role("link", name="Achilles tendon").last).to_be_visible()
