"""With a keyboard alone: everything can be reached, is seen when it has the focus, and lets go of it again."""

import pytest
from deep import DEEP
from playwright.sync_api import Page, Route, expect
from reader import Reader
from real_project import within_one_guide
from screens import DESK, PHONE, SMALL
from under_policy import until

pytestmark = pytest.mark.browser

# What has the focus: its name, whether the reader sees it, and whether the sticky header lies over it.
_HERE = """() => {
  const here = document.activeElement;
  if (here === document.body) return null;
  const box = here.getBoundingClientRect();
  const header = document.querySelector(".md-header");
  const under = document.elementFromPoint(box.x + box.width / 2, Math.max(1, box.bottom - 2));
  const covered = !header.contains(here) && header.contains(under);
  // The switch of colours is a hidden field; its label shows the focus.
  const mark = here.matches(".md-option") ? here.nextElementSibling : here;
  const shown = mark.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
  here.dataset.order ??= String(document.querySelectorAll("[data-order]").length);
  return {
    name: (here.getAttribute("aria-label") || here.textContent || here.id).trim().slice(0, 40),
    number: here.dataset.order, covered, shown,
  };
}"""
PAGES = ["", "guides/sit-bone/", "guides/sit-bone/whole/", "outcomes/hamstring-strain/", "places/sit-bone/"]


def mended(page: Page) -> None:
    """Wait until what Material leaves out has been added to a page."""
    until(page, "() => document.querySelector('.ab-close')")


def tab_through(page: Page, key: str) -> list[dict]:
    """Press Tab until the focus leaves the page or comes to where it has been."""
    seen: dict[str, dict] = {}
    for _ in range(600):
        page.keyboard.press(key)
        here = page.evaluate(_HERE)
        if here is None or here["number"] in seen:
            return list(seen.values())
        seen[here["number"]] = here
    raise AssertionError(f"{key} never comes to an end: a trap")


# Each page on one of the two screens in turn, in `make deep` on both.
@pytest.mark.parametrize(
    ("path", "screen"),
    [
        pytest.param(path, screen, id=f"{path}-{screen['width']}")
        for number, path in enumerate(PAGES)
        for screen in ([DESK, SMALL] if DEEP else [[SMALL, DESK][number % 2]])
    ],
)
def test_the_focus_is_always_seen_and_never_under_the_header(new_context, address: str, path: str, screen: dict):
    page = new_context(viewport=screen, reduced_motion="reduce").new_page()
    page.goto(address + path)
    mended(page)
    forwards = tab_through(page, "Tab")
    assert len(forwards) > 10
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    backwards = tab_through(page, "Shift+Tab")
    for here in [*forwards, *backwards]:
        assert here["shown"], here
        assert not here["covered"], here


def test_the_order_of_the_focus_is_that_of_the_page(new_context, address: str):
    page = new_context(viewport=DESK).new_page()
    page.goto(f"{address}outcomes/hamstring-strain/")
    mended(page)
    names = [here["name"] for here in tab_through(page, "Tab")]
    assert names[0] == "Skip to content"
    wanted = ["Skip to content", "Above & Below", "Home", "Guides", "Check the warning signs first", "Edit this page"]
    places = [names.index(name) for name in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize("path", ["guides/sit-bone/", "404.html"])
def test_the_way_past_the_menu_leads_to_the_content(new_context, address: str, path: str):
    page = new_context(viewport=DESK).new_page()
    page.goto(address + path)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


def test_the_menu_on_a_phone(new_context, address: str):
    page = new_context(viewport=PHONE, reduced_motion="reduce").new_page()
    page.goto(f"{address}guides/")
    menu = page.get_by_role("button", name="Menu", exact=True)
    expect(menu).to_have_attribute("aria-expanded", "false")
    # Closed, it holds nothing that Tab would come to.
    assert not [here for here in tab_through(page, "Tab") if here["name"] == "Articles"]
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Close menu")).to_be_focused()
    inside = tab_through(page, "Tab")
    assert {"Articles", "Sources"} <= {here["name"] for here in inside}
    assert all(here["shown"] for here in inside)
    page.get_by_role("button", name="Close menu").focus()
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Space")
    page.get_by_role("button", name="Close menu").press("Enter")
    expect(menu).to_be_focused()


def test_the_menu_leads_to_a_page(new_context, address: str):
    page = new_context(viewport=PHONE).new_page()
    page.goto(address)
    page.get_by_role("button", name="Menu", exact=True).press("Enter")
    page.get_by_role("link", name="Sources").press("Enter")
    page.wait_for_url("**/sources/")


def test_the_search_on_a_phone(new_context, searchable: str):
    page = new_context(viewport=PHONE, reduced_motion="reduce").new_page()
    page.goto(searchable)
    button = page.get_by_role("button", name="Search", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    field = page.get_by_role("textbox", name="Search")
    expect(field).to_be_focused()
    page.keyboard.type("pop")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_the_places_on_the_map(new_context, address: str):
    page = new_context(viewport=DESK).new_page()
    page.goto(address)
    spots = page.locator("a.sp-spot")
    dot = spots.first.locator("circle").first
    ring = "(dot) => getComputedStyle(dot).strokeWidth"
    before = dot.evaluate(ring)
    spots.first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(spots.first).to_be_focused()
    assert dot.evaluate(ring) != before
    page.keyboard.press("Enter")
    page.wait_for_url("**/guides/*/")


def test_a_result_is_printed_and_copied_from_the_keyboard(new_context, address: str):
    page = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.add_init_script("window.print = () => (window.printed = true)")
    reader = Reader(page, address)
    reader.open(within_one_guide().tree, f"#{within_one_guide().ending.outcome}")
    page.get_by_role("button", name="Print").press("Enter")
    assert page.evaluate("window.printed")
    page.get_by_role("button", name="Copy summary").press("Space")
    expect(page.get_by_role("status").filter(has_text="copied")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_the_menu_leads_past_no_warning_sign(new_context, address: str, size: dict):
    """A list of a guide's questions in the menu would lead into its middle. This site has none, other sites may."""
    inside = '.md-sidebar :is(a[href^="#"], [for=__toc])'
    with_script = new_context(viewport=size).new_page()
    without = new_context(viewport=size, java_script_enabled=False).new_page()
    listed = '</header><div class="md-sidebar"><nav class="md-nav md-nav--secondary"><a href="#a">A</a></nav></div>'

    def with_contents(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace("</header>", listed, 1))

    without.goto(f"{address}guides/sit-bone/")
    assert without.locator(inside).count() == 0
    with_script.route("**/guides/sit-bone/", with_contents)
    with_script.goto(f"{address}guides/sit-bone/")
    with_script.wait_for_selector(".sp-running")
    assert with_script.locator(inside).count() == 0
