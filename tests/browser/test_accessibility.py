"""axe-core finds nothing: in all that pages are made of, at every step of guides, narrow and wide, light and dark.

Pages are made by a few templates. Of all pages those are judged that have together every combination of elements,
classes and attributes that occurs (`shapes`), so that a page that differs from all others is judged as well.

What axe-core cannot see is tested in test_without_a_mouse and in test_other_eyes.
"""

from pathlib import Path

import axe
import pytest
from deep import DEEP, first_of
from playwright.sync_api import Error, Page
from reader import Reader
from real_project import TREES, handed_over
from screens import SMALL
from shapes import covering, shape
from test_the_address_says_where_the_reader_is import walk
from under_policy import until

pytestmark = pytest.mark.browser

Shape = frozenset[tuple[str, ...]]

PARTS = 6
STEPS_IN = 2
# In all looks in `make test`, and those that are only in `make deep`; there all the same in the looks that differ.
KINDS = ["", "guides/sit-bone/", "outcomes/hamstring-strain/"]
MORE_KINDS = [
    *("404.html", "guides/", "guides/sit-bone/whole/", "outcomes/", "outcomes/care-emergency/", "questions/"),
    *("questions/knee-pain/", "places/sit-bone/", "articles/", "about/", "contribute/rules/s302/"),
]


@pytest.fixture
def page(new_context) -> Page:
    """A page that brings axe-core along."""
    context = new_context()
    axe.bring(context)
    return context.new_page()


@pytest.fixture(scope="session")
def shapes(site: Path) -> dict[str, Shape]:
    """What each page is made of."""
    files = sorted(site.rglob("*.html"))
    assert len(files) > 200
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): shape(file.read_text("utf-8")) for file in files
    }


@pytest.mark.parametrize("part", range(PARTS))
def test_pages_that_have_all_that_any_page_has(page: Page, shapes: dict[str, Shape], address: str, covered, part: int):
    paths = [path for path in covering(shapes, [*KINDS, *MORE_KINDS]) if path not in KINDS]
    assert paths
    for path in paths[part::PARTS]:
        page.goto(address + path)
        assert axe.in_each_look(page) == [], path
        covered("pages judged by axe-core")


@pytest.mark.parametrize("path", first_of([*KINDS, *MORE_KINDS], len(KINDS)))
def test_one_page_of_each_kind_in_all_looks(page: Page, address: str, covered, path: str):
    page.goto(address + path)
    looks, found = axe.in_all_looks(page)
    assert found == []
    covered("looks at one page of each kind, by all rules", looks)


@pytest.mark.parametrize("part", range(STEPS_IN))
def test_every_step_of_guides(page: Page, shapes: dict[str, Shape], address: str, covered, part: int):
    """All steps, shown at once; in guides that have together all that any has, in all looks, and some by themselves.

    The steps of a kind are made by one template, and what one of them says is judged with all of them. In `make deep`
    the words of all other guides are judged as well, and each step by itself.
    """
    in_full = covering({tree: shapes[f"guides/{tree}/"] for tree in TREES})
    assert len(in_full) >= STEPS_IN
    for tree in ([*in_full, *sorted(set(TREES) - set(in_full))] if DEEP else in_full)[part::STEPS_IN]:
        reader = Reader(page, address)
        reader.open(tree)
        steps = page.evaluate("[...document.querySelectorAll('.sp-question, .sp-result')].map((heading) => heading.id)")
        assert len(steps) > 5
        for step in [*steps[:3], *(steps[3:-1] if DEEP else ()), steps[-1]] if tree in in_full else ():
            if reader.look().step != step:
                page.evaluate(
                    """(id) => new Promise((done) => {
                         addEventListener("hashchange", done, { once: true });
                         location.hash = id;
                       }).then(() => 0)""",
                    step,
                )
            assert reader.look().step == step
            assert axe.faults_but_of_colours(page, "article") == [], step
            covered("steps of guides judged by axe-core")
        page.evaluate("for (const step of document.querySelectorAll('.sp-step')) step.hidden = false")
        assert set(reader.look().steps) == set(steps)
        if tree in in_full:
            assert axe.in_each_look(page, "article") == [], tree
        else:
            page.set_viewport_size(SMALL)
            assert axe.faults_but_of_colours(page, "article") == [], tree


def test_a_result_with_its_answers(page: Page, address: str):
    walk(Reader(page, address), handed_over())
    page.get_by_role("button", name="Copy link").click()
    _, found = axe.in_all_looks(page)
    assert found == []


@pytest.mark.parametrize("path", first_of(["guides/sit-bone/", "", "outcomes/care-emergency/", "contribute/"]))
def test_with_the_menu_open(page: Page, address: str, path: str):
    page.goto(address + path)
    for size in axe.SIZES[1:]:
        page.set_viewport_size(size)
        page.get_by_role("button", name="Menu").click()
        until(page, "() => document.querySelector('.md-sidebar--primary').getBoundingClientRect().left === 0")
        for scheme in axe.SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert axe.faults(page) == [], (size, scheme)
        page.keyboard.press("Escape")
        until(page, "() => !document.querySelector('#__drawer').checked")


@pytest.mark.parametrize("path", first_of(["", "guides/sit-bone/"]))
def test_with_the_search_open(page: Page, searchable: str, path: str):
    page.goto(searchable + path)
    for size in axe.SIZES:
        page.set_viewport_size(size)
        if size["width"] < 960:
            page.get_by_role("button", name="Search").click()
        field = page.get_by_role("textbox", name="Search")
        field.press_sequentially("numb")
        page.locator(".md-search-result__item").first.wait_for()
        until(page, "() => document.getAnimations().every((one) => one.playState !== 'running')")
        for scheme in axe.SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            # Of the search alone: what it found may cover half of a link of the page, which is no fault of that link.
            assert axe.faults(page, ".md-search") == [], (size, scheme)
        field.fill("")
        # The same words in the next size are no new question as long as this one has not been heard.
        page.locator(".md-search-result__item").first.wait_for(state="detached")
        page.keyboard.press("Escape")
        until(page, "() => !document.querySelector('#__search').checked")


def test_what_only_shows_where_pages_are_kept_or_shared(chromium, address: str):
    context = chromium.new_context(service_workers="allow", viewport=axe.SIZES[1])
    try:
        axe.bring(context)
        page = context.new_page()
        page.goto(f"{address}about/privacy/")
        page.get_by_role("button", name="keeping pages").wait_for()
        page.get_by_text("Share this page").click()
        _, found = axe.in_all_looks(page)
        assert found == []
    finally:
        context.close()


def test_axe_is_awake(page: Page, address: str):
    page.goto(f"{address}guides/")
    page.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"data:,\"><a href=\"#x\"></a>')"
    )
    page.evaluate("document.querySelector('.sp-lead').style.color = '#c8c8c8'")
    found = {fault.partition(":")[0] for fault in axe.faults(page)}
    assert found >= {"image-alt", "link-name", "color-contrast"}


def test_a_rule_that_fails_itself_is_heard_of(page: Page, address: str):
    page.goto(address)
    page.evaluate("axe.configure({ checks: [{ id: 'color-contrast', options: {} }] })")
    with pytest.raises(Error, match="Skipping color-contrast rule"):
        axe.faults(page)
