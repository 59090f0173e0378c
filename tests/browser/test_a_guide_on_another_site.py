"""A guide in a frame, on a page of another origin: as high as it is, and what is answered stays in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import axe
import pytest
from conftest import served
from html_pages import dead_links, read_site
from kettles import KETTLES
from playwright.sync_api import FrameLocator, Page, expect

from generator.check.run import check
from generator.core.project import Project
from generator.core.site import Serving
from generator.emit.build import build
from generator.load.files import load

pytestmark = pytest.mark.browser

SNIPPET = (
    '<p><a data-signpost href="{site}guides/kettle/">The kettle is slow</a>'
    '<script async src="{site}assets/signpost/embed.js"></script></p>'
)
HOST = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Ours</title><link rel="icon" href="data:,">
<h1>Our own page</h1>{snippet}<p id="below">Below it</p>
<script>
  window.heard = [];
  addEventListener("message", ({{ data }}) => heard.push(data));
</script></html>"""


@dataclass(frozen=True)
class Both:
    """A site with guides, and somebody else's page."""

    site: str
    page: str


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """The two, each served under an origin of its own."""
    root, site, host = (tmp_path_factory.mktemp(name) for name in ("project", "site", "host"))
    for path, text in {
        **KETTLES,
        "content/site.yml": "title: Kettles\nattribution: Words of ours.\nembed: true\nheaders: true\n",
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    loaded = load(Project(root))
    for file in build(loaded, check(loaded), Serving("https://example.org/")).files:
        if isinstance(file.content, str) and not file.uri.endswith(".md"):
            (site / file.uri).parent.mkdir(parents=True, exist_ok=True)
            (site / file.uri).write_text(file.content, "utf-8")
    with served(site) as ours, served(host) as theirs:
        (host / "index.html").write_text(HOST.format(snippet=SNIPPET.format(site=ours)), "utf-8")
        yield Both(ours, theirs)


def guide(page: Page) -> FrameLocator:
    return page.frame_locator("iframe[title='The kettle is slow']")


def fits(page: Page) -> None:
    """Wait until the frame is as high as what is in it: nothing of it is hidden, nor empty."""
    page.wait_for_function("document.querySelector('iframe').clientHeight !== 480")
    inside = page.frames[1].evaluate("document.documentElement.getBoundingClientRect().height")
    expect(page.locator("iframe")).to_have_css("height", re.compile(rf"{int(inside)}|{int(inside) + 1}"))


def test_it_is_answered_to_its_end_in_a_frame_of_the_right_height(page: Page, both: Both):
    page.goto(both.page)
    frame = guide(page)
    expect(frame.locator("h2.sp-question:visible")).to_have_text(re.compile("Warning signs"))
    fits(page)
    before = page.locator("iframe").bounding_box()["height"]
    for choice in ("no", "no", "slowly", "white"):
        frame.locator(f"a[data-choice='{choice}']:visible").click()
    expect(frame.locator("h2.sp-result:visible")).to_have_text("Descale it")
    expect(frame.locator(".sp-trail li")).to_have_count(4)
    expect(frame.get_by_text("Words of ours.")).to_be_visible()
    fits(page)
    assert page.locator("iframe").bounding_box()["height"] != before
    # Nothing but heights comes out, and the page around it stays where it is.
    heard = page.evaluate("heard")
    assert heard
    assert all(list(one) == ["signpost"] and isinstance(one["signpost"], int) for one in heard)
    assert page.url == both.page


def test_another_guide_goes_on_in_the_same_frame(page: Page, both: Both):
    page.goto(both.page)
    frame = guide(page)
    for choice in ("no", "no", "no"):
        frame.locator(f"a[data-choice='{choice}']:visible").click()
    expect(frame.locator("h1")).to_have_attribute("data-tree", "base")
    assert page.frames[1].url.startswith(f"{both.site}guides/base/embed/")
    assert page.url == both.page


def test_what_leads_elsewhere_opens_a_page_of_its_own(page: Page, both: Both):
    page.goto(f"{both.site}guides/kettle/embed/")
    links = page.locator("a").evaluate_all(
        "all => all.map((a) => [a.getAttribute('href'), a.target]).filter(([href]) => href)"
    )
    assert {target for href, target in links if href.startswith("#")} == {"_self"}
    cards = {f"../../../outcomes/{id}/" for id in ("care-unplug", "care-shop", "new-lid")}
    elsewhere = {href for href, target in links if target == "_blank"}
    assert elsewhere == {"../", "../../../outcomes/descale/", "../../../outcomes/repair/"} | cards
    assert not [href for href, _ in links if ".md" in href]


def test_without_a_script_there_is_a_link(new_context, both: Both):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(both.page)
    expect(page.get_by_role("link", name="The kettle is slow")).to_have_attribute("href", f"{both.site}guides/kettle/")
    assert page.locator("iframe").count() == 0
    page.goto(f"{both.site}guides/kettle/embed/")
    expect(page.locator("h2.sp-question").first).to_be_visible()


def test_it_can_be_used_by_everybody(new_context, both: Both):
    context = new_context()
    axe.bring(context)
    page = context.new_page()
    page.goto(f"{both.site}guides/kettle/embed/")
    expect(page.locator("h2.sp-question:visible")).to_have_count(1)
    assert axe.in_all_looks(page)[1] == []


def test_every_link_on_pages_for_frames_of_the_real_site_leads_somewhere(site: Path):
    pages = read_site(site)
    frames = {path: page for path, page in pages.items() if path.endswith("/embed/")}
    assert len(frames) == len([path for path in pages if path.endswith("/whole/")])
    assert [fault for fault in dead_links(site, pages) if "/embed/" in fault] == []
