"""Dark colours are switched on and off by one button that says which it is."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("first", ["light", "dark"])
def test_one_button_switches_and_says_what_is(new_context, address: str, first: str):
    page = new_context(color_scheme=first).new_page()
    page.goto(address)
    button = page.get_by_role("button", name="Dark colours")
    expect(page.get_by_role("radio")).to_have_count(0)
    for dark in (first == "dark", first != "dark", first == "dark"):
        expect(button).to_have_attribute("aria-pressed", "true" if dark else "false")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate" if dark else "default")
        button.click()
