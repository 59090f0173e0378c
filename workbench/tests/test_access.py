"""The workbench by keyboard, for a screen reader, and on a phone."""

import pytest
from axe import bring, faults
from conftest import ready
from playwright.sync_api import expect
from test_writing import KNEE, text
from writing import editor, press, write

# The frame is the site's own page, which has tests of its own.
HERE = {"include": [["#workbench"]], "exclude": [["iframe"]]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 900), (390, 844)])
def test_nothing_is_found_by_axe_and_nothing_is_wider_than_the_screen(browser, address, size, scheme):
    with browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.set_default_timeout(120_000)
        bring(context)
        page = context.new_page()
        page.goto(f"{address}contribute/workbench/#open={KNEE}")
        ready(page)
        write(page, text(KNEE).replace("outcome: locked-knee", "outcome: locked-kne", 1))
        expect(page.locator(".wb-finding")).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert faults(page, HERE) == []
        press(page, "New entry")
        assert faults(page, "dialog") == []


def test_all_of_it_is_done_by_keyboard(bench):
    page = bench(KNEE)
    write(page, text(KNEE).replace("outcome: locked-knee", "outcome: locked-kne", 1))
    # Out of the text with Tab, which is no character here, and on to what the check finds.
    editor(page).focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.wb-correct')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".wb-finding")).to_have_count(0)
    tab = page.get_by_role("tab", name="Preview")
    tab.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Picture")).to_be_focused()
    expect(page.get_by_role("tab", name="Picture")).to_have_attribute("aria-selected", "true")
