"""What goes wrong at a reader's end, in each engine: nothing may be stored, no connection, a site that has changed."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from conftest import _Silent, served
from engines import CHROMIUM, FIREFOX, Engine
from real_project import TREES, handed_over
from test_three_engines_ways import walk
from visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.long]

STORES = "try { return typeof sessionStorage.length } catch (error) { return error.name }"
# Pages are kept in the background.
KEPT = """
  const [path, done] = arguments;
  navigator.serviceWorker.ready.then(() => caches.match(path)).then((copy) => done(!!copy), () => done(false));
"""


# Storage blocked: only Firefox has such a setting here.


@pytest.mark.parametrize("engine", [FIREFOX], ids=lambda engine: engine.name)
def test_where_nothing_may_be_stored_answers_and_the_search_are_there_all_the_same(engine: Engine, searchable: str):
    if engine.missing:
        pytest.fail(engine.missing, pytrace=False)
    with engine.start(blocked=True) as driver:
        visitor = Visitor(driver, searchable)
        driver.get(f"{searchable}robots.txt")
        assert visitor.run(STORES) == "SecurityError"
        seen = walk(visitor, handed_over())
        assert len(seen.answers) == len(handed_over().steps)
        assert seen.notice == ""
        driver.refresh()
        assert visitor.at(seen.step, seen.tree).answers == seen.answers
        driver.get(searchable)
        visitor.click(".md-header__button[aria-label=Search]")
        visitor.until(lambda: visitor.run("return document.activeElement.matches('.md-search__input')"))
        visitor.press("sit bone")
        assert visitor.visible(".md-search-result__link[href*='guides/sit-bone/']")


# A host that is gone, and one that lets browsers keep pages


@dataclass
class Host:
    """A copy of the site on a host of its own; `gone` hangs up on everybody."""

    folder: Path
    address: str
    gone: list[bool] = field(default_factory=lambda: [False])


class _Moody(_Silent):
    def __init__(self, *args, gone: list[bool], **more):
        self._gone = gone
        super().__init__(*args, **more)

    def do_GET(self) -> None:  # noqa: N802 - as http.server wants it
        if self._gone[0]:
            self.close_connection = True
            self.connection.close()
        else:
            super().do_GET()

    def send_header(self, name: str, value: str) -> None:
        # As hosts do that know nothing of `_headers`.
        super().send_header(name, "max-age=600" if name == "Cache-Control" and "sw.js" not in self.path else value)


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    folder = tmp_path / "host"
    shutil.copytree(site, folder)
    gone = [False]
    with served(folder, handler=partial(_Moody, gone=gone)) as address:
        yield Host(folder, address, gone)


@pytest.fixture
def kept(engine: Engine, host: Host) -> Iterator[Visitor]:
    """Somebody who has been to the site, and whose browser keeps its guides, and those of no other host."""
    if engine.missing:
        pytest.fail(engine.missing, pytrace=False)
    with engine.start() as driver:
        visitor = Visitor(driver, host.address).new()
        driver.get(f"{host.address}guides/knee/")
        visitor.until(lambda: driver.execute_async_script(KEPT, "/guides/calf/"))
        yield visitor


def test_without_a_connection_a_guide_is_there_and_back_again(kept: Visitor, host: Host):
    host.gone[0] = True
    for path in ("guides/calf/", "guides/calf"):
        kept.driver.get(f"{host.address}{path}")
        assert kept.arrived("calf").choices
        assert kept.visible(".sp-copy").text
    host.gone[0] = False
    kept.driver.get(f"{host.address}guides/calf/")
    kept.arrived("calf")
    assert not kept.run("return document.querySelector('.sp-copy')")


def test_a_new_version_of_the_site_is_what_readers_get(kept: Visitor, host: Host):
    page = host.folder / "guides/calf/index.html"
    kept.driver.get(f"{host.address}guides/calf/")
    kept.arrived("calf")
    page.write_text(page.read_text("utf-8").replace("</h1>", " as it is told today</h1>"), "utf-8")

    def visited_again() -> str:
        kept.driver.get(f"{host.address}guides/knee/")
        kept.driver.get(f"{host.address}guides/calf/")
        kept.arrived("calf")
        return kept.run("return document.querySelector('h1').textContent")

    # Who asks a host that is too busy gets the copy. What the host lets browsers keep would be old for ten minutes.
    assert kept.until(lambda: "as it is told today" in visited_again())


# What browsers say on their console. WebKit's cannot be read here.

# Firefox asks for a page's icon once the page is complete. Where the page is left in that moment, Firefox says that the
# worker failed which was fetching it.
LEFT = re.compile(r"Service Worker Interception: Failed to load \S+/favicon\.svg\S+ A ServiceWorker intercepted")
PAGES = ["", "guides/", "outcomes/", "plans/", "questions/", "places/", "about/", "contribute/", f"guides/{TREES[0]}/"]


@pytest.mark.parametrize("engine", [CHROMIUM, FIREFOX], ids=lambda engine: engine.name)
def test_no_page_has_anything_to_complain_of(engine: Engine, address: str):
    if engine.missing:
        pytest.fail(engine.missing, pytrace=False)
    with engine.start() as driver:
        visitor = Visitor(driver, address)
        for page in PAGES:
            driver.get(f"{address}{page}")
            visitor.until(lambda: visitor.run("return document.readyState") == "complete")
        assert [one for one in engine.complaints(driver) if not LEFT.match(one)] == []
        # And it can be heard.
        visitor.run("const one = document.createElement('script'); one.text = 'void 0'; document.body.append(one)")
        assert re.search("Content.Security.Policy", " ".join(engine.complaints(driver)))
