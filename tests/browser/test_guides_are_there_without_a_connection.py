"""Guides and results can be read once a site has been visited, and are never older than what it said last."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from conftest import _Silent, served
from example import EXAMPLE, SEE_SOMEONE
from playwright.sync_api import Browser, Page, expect
from site_builders import with_the_plugin
from under_policy import until

from generator.core.project import CONTENT

pytestmark = pytest.mark.browser

CONFIG = """\
site_name: Example
site_url: !ENV SITE_URL
docs_dir: content
theme: {name: material, font: false}
plugins: [search, signpost]
"""
SITE = f"{CONTENT}/site.yml"
PRIVACY = "# Privacy\n\n<div data-offline></div>\n"
KEEPING, LEAVING = "title: Example\noffline: true\n", "title: Example\noffline: false\n"
GUIDE, RESULT = "guides/example/", "outcomes/see-someone/"


@dataclass
class Published:
    """A small site below a prefix, as it stands on its host; `write` changes files of its project."""

    write: Callable[[Mapping[str, str]], Path]
    folder: Path
    address: str

    def publish(self, **changed: str) -> None:
        root = self.write({f"{CONTENT}/{name}.yml": text for name, text in changed.items()})
        with_the_plugin(root, self.folder / "prefix", SITE_URL=self.address)


class Moody(_Silent):
    """A host that may be slow, out of order, or not there."""

    mood = "well"
    awake = Event()

    def do_GET(self) -> None:  # noqa: N802 - as http.server wants it
        if Moody.mood == "gone":
            self.close_connection = True
            return
        if Moody.mood == "down":
            self.send_error(503)
            return
        if Moody.mood == "slow":
            Moody.awake.wait()
        super().do_GET()


FILES = {**EXAMPLE, "mkdocs.yml": CONFIG, SITE: KEEPING, f"{CONTENT}/privacy.md": PRIVACY}


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder that is served, and where."""
    folder = tmp_path_factory.mktemp("host")
    with served(folder, handler=Moody) as address:
        yield folder, address


@pytest.fixture
def mood() -> Iterator[Callable[[str], None]]:
    """Sets how the host is: "well", "slow" or "down"."""

    def turn(mood: str) -> None:
        Moody.mood = mood
        (Moody.awake.clear if mood == "slow" else Moody.awake.set)()

    yield turn
    turn("well")


@pytest.fixture(scope="module")
def first_build(host: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as each test finds it."""
    root = tmp_path_factory.mktemp("first")
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return with_the_plugin(root, root / "site", SITE_URL=f"{host[1]}prefix/")


@pytest.fixture
def published(project: Callable[[Mapping[str, str]], Path], host: tuple[Path, str], first_build: Path) -> Published:
    Moody.mood = "well"
    project(FILES)
    folder, address = host
    shutil.rmtree(folder / "prefix", ignore_errors=True)
    shutil.copytree(first_build, folder / "prefix")
    return Published(project, folder, f"{address}prefix/")


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page of a browser that keeps copies. What it cannot load without a connection it says on its console, so only
    scripts that fail, what the policy forbids, and requests to elsewhere are faults here."""
    faults: list[str] = []
    context = chromium.new_context(service_workers="allow")
    context.on("weberror", lambda error: faults.append(f"page: {error.error}"))
    context.on("console", lambda message: "Security Policy" in message.text and faults.append(message.text))
    context.on("request", lambda request: "://127.0.0.1:" not in request.url and faults.append(f"asked: {request.url}"))
    yield context.new_page()
    context.close()
    assert not faults, faults


def visit(page: Page, url: str) -> None:
    """Open a page, and wait until the browser holds copies."""
    page.goto(url)
    until(page, "() => navigator.serviceWorker.controller?.state === 'activated'")


def versions(page: Page) -> list[str]:
    return page.evaluate("caches.keys()")


def lose_connection(page: Page) -> None:
    page.context.set_offline(True)
    # A service worker that has just been started anew may not know of it yet.
    Moody.mood = "gone"


def says_that_it_is_a_copy(page: Page, why: str) -> None:
    """Below its title, with the day on which it was taken: today, or yesterday for a test that runs over midnight."""
    expect(page.locator("h1 + .sp-copy")).to_contain_text(why)
    said = page.locator(".sp-copy").text_content()
    copy = "You are seeing a copy kept on this device from (.+). It may be out of date."
    found = re.fullmatch(f"{re.escape(why)} {copy}", said)
    assert found, said
    assert datetime.now() - datetime.strptime(found[1], "%d %B %Y") < timedelta(days=2)


def test_after_one_visit_guides_and_results_open_without_a_connection(page: Page, published: Published):
    visit(page, published.address)
    lose_connection(page)
    page.goto(published.address + GUIDE)
    says_that_it_is_a_copy(page, "There is no connection.")
    # The guide's script is there too: it asks one question at a time.
    expect(page.locator(".sp-running .sp-step:visible")).to_have_count(1)
    page.reload()
    page.locator("[data-choice=no]:visible").click()
    page.locator("[data-choice=a-lot]:visible").click()
    page.locator(".sp-step:visible .sp-more").click()
    expect(page).to_have_url(published.address + RESULT)
    expect(page.locator("h1")).to_contain_text("See someone")


def test_the_site_itself_does_so_under_its_own_policy(page: Page, address: str):
    visit(page, f"{address}about/privacy/")
    lose_connection(page)
    page.goto(f"{address}guides/achilles/")
    expect(page.locator(".sp-running .sp-step:visible")).to_have_count(1)
    # As it looks with a connection, and with the control at its foot.
    assert page.evaluate("[...document.styleSheets].length") == 4
    expect(page.locator(".sp-share")).to_be_visible()
    page.goto(f"{address}outcomes/achilles-midportion/")
    expect(page.locator(".sp-care").first).to_be_visible()


@pytest.mark.parametrize("trouble", ["slow", "down"])
def test_a_copy_given_while_there_is_a_connection_says_so(page: Page, published: Published, mood, trouble: str):
    visit(page, published.address)
    expect(page.locator(".sp-copy")).to_have_count(0)
    mood(trouble)
    page.goto(published.address + GUIDE)
    assert page.evaluate("navigator.onLine")
    says_that_it_is_a_copy(page, "This site does not answer at the moment.")
    # Its script came with it.
    expect(page.locator(".sp-running .sp-step:visible")).to_have_count(1)
    # Pages that are put in without loading say it too.
    put_in = page.evaluate("(address) => fetch(address).then((page) => page.text())", published.address + RESULT)
    assert put_in.count("You are seeing a copy") == 1
    mood("well")
    page.goto(published.address + GUIDE)
    expect(page.locator(".sp-running .sp-step:visible")).to_have_count(1)
    expect(page.locator(".sp-copy")).to_have_count(0)


def test_a_host_that_is_down_says_so_itself_where_there_is_no_copy(page: Page, published: Published, mood):
    visit(page, published.address)
    mood("down")
    answer = page.goto(f"{published.address}questions/why-it-hurts/")
    assert answer.status == 503
    expect(page.locator("body")).to_contain_text("Error code: 503")


def test_a_page_that_is_gone_is_gone(page: Page, published: Published):
    """That a host says so is what the site says now."""
    visit(page, published.address)
    shutil.rmtree(published.folder / "prefix" / RESULT)
    assert page.goto(published.address + RESULT).status == 404


def test_a_new_build_is_seen_at_once_and_kept(page: Page, published: Published):
    visit(page, published.address + RESULT)
    (before,) = versions(page)
    published.write({SEE_SOMEONE: EXAMPLE[SEE_SOMEONE].replace("Show it to somebody", "Show it to two people")})
    published.publish()
    page.goto(published.address + RESULT)
    expect(page.locator("article")).to_contain_text("Show it to two people")
    until(page, "(old) => caches.keys().then((now) => now.length === 1 && now[0] !== old)", before)
    lose_connection(page)
    # Every page is now of the new build, those not opened since included.
    page.goto(f"{published.address}{GUIDE}#see-someone")
    expect(page.locator("#see-someone ~ p", has_text="Show it to two people")).to_be_visible()


def test_what_is_not_kept_says_so(page: Page, published: Published):
    visit(page, published.address)
    lose_connection(page)
    page.goto(f"{published.address}questions/why-it-hurts/")
    expect(page.locator("h1")).to_have_text("There is no connection")
    page.get_by_role("link").click()
    expect(page).to_have_url(published.address)


def test_a_reader_can_say_no(page: Page, published: Published):
    visit(page, f"{published.address}privacy/")
    page.get_by_role("button", name="Stop keeping pages on this device").click()
    expect(page.get_by_role("status").filter(has_text="Done")).to_be_visible()
    assert versions(page) == []
    page.reload()
    expect(page.get_by_role("button", name="Keep pages on this device")).to_be_visible()
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_a_build_that_keeps_nothing_takes_the_copies_away(page: Page, published: Published):
    visit(page, published.address)
    published.publish(site=LEAVING)
    page.goto(published.address)
    until(page, "() => caches.keys().then((all) => all.length === 0)")
    until(page, "() => navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")


def test_nobody_else_is_asked_and_no_answer_is_kept(page: Page, published: Published):
    visit(page, published.address + GUIDE)
    kept = page.evaluate(
        "caches.keys().then(async ([name]) => (await (await caches.open(name)).keys()).map((one) => one.url))"
    )
    assert kept
    assert all(url.startswith(published.address) and "#" not in url and "?" not in url for url in kept)
