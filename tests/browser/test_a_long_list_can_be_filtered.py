"""The list of a large library: groups, a field above it, and all of it without a script."""

import pytest
from example import EXAMPLE, TREE, WHY_IT_HURTS
from playwright.sync_api import expect
from quick_site import TOP, Host, Version

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def library() -> Version:
    """Three hundred guides in three groups."""
    tree = EXAMPLE[TREE]
    guides = {
        f"decision_trees/guide-{number}.yml": tree.replace(
            "title: Sore knee", f"title: Sore knee number {number}\ngroup: {('Legs', 'Arms', 'Café')[number % 3]}"
        )
        for number in range(1, 301)
    }
    rest = {path: text for path, text in EXAMPLE.items() if path != TREE}
    return Version(rest | guides | {WHY_IT_HURTS: EXAMPLE[WHY_IT_HURTS].replace("[example]", "[guide-1]")})


def rows(page):
    return page.locator(".sp-list li:visible")


def test_it_leaves_what_holds_all_words_and_says_so_where_nothing_does(new_context, library: Version):
    assert library.faults == []
    context = new_context()
    Host(context, library)
    page = context.new_page()
    page.goto(f"{TOP}guides/index.html")
    expect(rows(page)).to_have_count(300)
    assert [one.strip() for one in page.locator("h2").all_inner_texts()] == ["Arms", "Café", "Legs"]
    first = page.locator(".sp-list").first.locator("li").all_inner_texts()
    assert first[:3] == ["Sore knee number 1", "Sore knee number 4", "Sore knee number 7"]
    field = page.get_by_label("Only with these words:")
    field.fill("NUMBER 299")
    expect(rows(page)).to_have_text(["Sore knee number 299"])
    expect(page.locator("h2:visible")).to_have_count(1)
    field.fill("elbow")
    expect(rows(page)).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("Nothing in the list holds them all.")
    field.fill("")
    expect(rows(page)).to_have_count(300)
    expect(page.get_by_role("status")).to_have_text("")


def test_without_a_script_all_of_it_is_there(new_context, library: Version):
    context = new_context(java_script_enabled=False)
    Host(context, library)
    page = context.new_page()
    page.goto(f"{TOP}guides/index.html")
    expect(rows(page)).to_have_count(300)
    assert page.locator("input").count() == 0
