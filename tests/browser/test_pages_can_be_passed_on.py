"""Every page can be shared from its foot; while a guide runs, the question or result shown is what is shared."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from html_pages import HtmlPage
from playwright.sync_api import BrowserContext, Page, expect
from real_project import TREES, library

from generator.analyse.gate import gate
from generator.core.markup import plain

pytestmark = pytest.mark.browser


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    return new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()


def copied(page: Page, button: str) -> str:
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator(".sp-share [role=status]")).to_have_text("Copied.")
    return page.evaluate("navigator.clipboard.readText()")


def open_control(page: Page, words: str) -> None:
    page.locator(".sp-share > summary", has_text=re.compile(f"^{words}$")).click()


def test_every_page_has_what_previews_and_search_engines_read(site: Path, html_pages: dict[str, HtmlPage]):
    for path, page in html_pages.items():
        tags = page.meta
        assert tags["og:title"], path
        assert tags["og:description"], path
        assert tags["og:locale"] == "en_GB"
        assert tags["twitter:card"] in ("summary", "summary_large_image")
        if path == "404.html":
            continue
        assert tags["twitter:card"] == "summary_large_image", path
        address, picture = tags["og:url"].removesuffix(path), tags["og:image"]
        assert (site / picture.removeprefix(address)).is_file(), path
        assert tags["og:image:alt"], path
        assert (tags["og:image:width"], tags["og:image:height"]) == ("1200", "630")
        data = re.findall('<script type="application/ld.json">(.*?)</script>', _text(site, path))
        assert len(data) == (path != ""), path
        assert all("@graph" in json.loads(one) for one in data)


@pytest.mark.parametrize("path", ["", "outcomes/hamstring-strain/", "about/"])
def test_it_stands_in_the_page_above_the_line_that_stays_below(page: Page, address: str, path: str):
    page.goto(address + path)
    expect(page.locator("article > .sp-share + [data-share=below]")).to_have_count(1)
    expect(page.locator(".sp-share")).to_have_count(1)


def test_every_page_has_a_title_that_tells_it_from_the_others(site: Path, html_pages: dict[str, HtmlPage]):
    titles = {path: unescape(re.search("<title>(.*?)</title>", _text(site, path))[1]) for path in html_pages}
    assert titles.pop("") == "Above & Below"
    assert titles["404.html"] == "This page is not here - Above & Below"
    assert len(set(titles.values())) == len(titles)
    for path, title in titles.items():
        words, name = title.rsplit(" - ", 1)
        assert name == "Above & Below", path
        assert words.strip(), path
        assert words != name, path


def test_no_page_has_a_script_or_a_style_within(site: Path, html_pages: dict[str, HtmlPage]):
    for path in html_pages:
        text = _text(site, path)
        inline = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/)[^>]*>", text)
        assert not inline + re.findall(r"<style|<[a-z][^>]*\s(?:style|on[a-z]+)=", text), path


def test_the_map_of_the_site_names_no_page_that_should_not_be_found(site: Path):
    listed = re.findall("<loc>(.+?)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    assert len(listed) > 100
    home = min(listed, key=len)
    assert not [url for url in listed if 'content="noindex"' in _text(site, url.removeprefix(home))]


def _text(site: Path, path: str) -> str:
    return (site / path / "index.html" if not path.endswith(".html") else site / path).read_text("utf-8")


def test_a_page_is_copied_as_link_markdown_and_bbcode(page: Page, address: str):
    id = next(iter(library().faq))
    title, summary = plain(library().faq[id].question), plain(library().faq[id].summary)
    page.goto(f"{address}questions/{id}/")
    url = f"{address}questions/{id}/"
    open_control(page, "Share this page")
    assert copied(page, "Copy link") == url
    assert copied(page, "Copy as Markdown") == f"[{title}]({url})\n\n{summary}"
    assert copied(page, "Copy as BBCode") == f"[url={url}]{title}[/url]\n{summary}"


def test_a_running_guide_shares_the_question_shown_and_no_answer(page: Page, address: str):
    tree = TREES[0]
    first, second = (question.id for question in gate(library(), tree)[:2])
    sign = gate(library(), tree)[1].flags[0]
    page.goto(f"{address}guides/{tree}/")
    page.locator(f"#{first} ~ ul [data-choice=no]").first.click()
    expect(page).to_have_url(re.compile(f"#{second}$"))
    open_control(page, "Share this question")
    assert copied(page, "Copy link") == f"{address}guides/{tree}/#{second}"
    assert f"(2 of {len(gate(library(), tree))})" in copied(page, "Copy as Markdown")
    page.locator(f"#{second} ~ ul [data-choice={sign}]").first.click()
    expect(page.locator(".sp-share > summary")).to_have_text("Share this result")


def test_the_control_works_by_keyboard_and_has_no_fault_that_axe_finds(page: Page, address: str):
    page.goto(f"{address}places/")
    summary = page.locator(".sp-share > summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy link", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".sp-share [role=status]")).to_have_text("Copied.")
    for target in (summary, page.get_by_role("button", name="Copy link", exact=True)):
        assert target.bounding_box()["height"] >= 44
    found = Axe().run(page, context=".sp-share")
    assert found.violations_count == 0, found.generate_report()


def test_the_share_sheet_is_offered_where_there_is_one(page: Page, address: str):
    page.add_init_script("navigator.share = async (what) => { globalThis.given = what; }")
    page.goto(f"{address}places/")
    open_control(page, "Share this page")
    page.get_by_role("button", name="Share…").click()
    assert page.evaluate("given.url") == f"{address}places/"


def test_a_missing_page_suggests_others_by_the_words_of_its_address(page: Page, site: Path, address: str):
    tree = library().trees["achilles"]
    page.route("**/old/achilles-guide", lambda route: route.fulfill(path=site / "404.html", content_type="text/html"))
    page.goto(f"{address}old/achilles-guide")
    expect(page.locator("#perhaps a", has_text=plain(tree.title)).first).to_have_attribute("href", "/guides/achilles/")
    expect(page.locator(".sp-share")).to_have_count(0)
    page.get_by_role("link", name="Search for").click()
    expect(page.locator(".md-search__input")).to_have_value("old achilles guide")
