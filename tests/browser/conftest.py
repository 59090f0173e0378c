"""The real site, built once and served from this machine, and a browser that fails the test on any fault of a page."""

import json
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from chromium import FLAGS, MISSING, find
from engines import ENGINES
from html_pages import HtmlPage, read_site
from once import once
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright
from real_project import Journey
from screens import PHONE
from site_builders import published

# Before anything imports them, so that their assertions say what they compared.
pytest.register_assert_rewrite("reader", "visitor", "walk")

# How long to wait for what should be there at once: only a fault takes so long, however busy the machine is.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


@cache
def security(folder: Path) -> list[tuple[str, str]]:
    """The headers that the site asks its host to send with every page, if it does. A page that breaks the policy says
    so on the console, which fails a test."""
    file = folder / "_headers"
    if not file.is_file():
        return []
    rule = file.read_text("utf-8").partition("/*\n")[2].partition("\n/")[0]
    return [tuple(line.strip().split(": ", 1)) for line in rule.splitlines()]


class _Silent(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    searchable = False

    def do_GET(self) -> None:
        if self.path.endswith("/search_index.json") and not self.searchable:
            self._short_index()
        else:
            super().do_GET()

    def _short_index(self) -> None:
        """The search index with one entry. With each page that loads, Material reads all of it anew: more work than
        everything else that these tests have a browser do, and most of them do not search."""
        index = json.loads(Path(self.translate_path(self.path)).read_text("utf-8"))
        index["docs"] = index["docs"][:1]
        body = json.dumps(index).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        # As on a real host: a page's files are not asked for again with every page.
        self.send_header("Cache-Control", "no-cache" if self.path.endswith(("/", ".html", ".js")) else "max-age=600")
        for name, value in security(Path(self.directory)):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        pass


class _Searchable(_Silent):
    searchable = True


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        # A browser that leaves a page hangs up on what it was still loading.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path, searchable: bool = False, handler: type[_Silent] | None = None) -> Iterator[str]:
    """Serve a folder on a free port of this machine; gives its address. Only a searchable one finds anything."""
    handler = handler or (_Searchable if searchable else _Silent)
    with _Server(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    return published(tmp_path_factory)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served."""
    with served(site) as url:
        yield url


@pytest.fixture(scope="session")
def searchable(site: Path) -> Iterator[str]:
    """Where the built site is served with all of its search index."""
    with served(site, searchable=True) as url:
        yield url


@pytest.fixture(scope="session")
def html_pages(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, HtmlPage]:
    """Every page of the built site, read without a browser, by its path in the site: "" is the home page.

    Pages for frames have neither a theme nor a place in the site; they have tests of their own.
    """
    read = once(tmp_path_factory, "read", lambda target: target.write_bytes(pickle.dumps(read_site(site))))
    pages = pickle.loads(read.read_bytes())  # noqa: S301 - written a moment ago by this run
    return {path: page for path, page in pages.items() if not path.endswith("/embed/")}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all tests."""
    path = find()
    if path is None:
        pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        except Error as error:
            pytest.fail(f"{path} could not be started. {MISSING}\n{error}", pytrace=False)
        yield browser
        browser.close()


@contextmanager
def watched(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes fresh browser profiles. The test fails if one of their pages reports an error or asks another host."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def make(**options: object) -> BrowserContext:
        context = chromium.new_context(**{"viewport": PHONE, "service_workers": "block", **options})
        context.set_default_timeout(PATIENCE)
        context.on("console", lambda message: message.type == "error" and faults.append(f"console: {message.text}"))
        context.on("weberror", lambda error: faults.append(f"page: {error.error}"))
        context.on("request", lambda request: _is_foreign(request.url) and faults.append(f"asked: {request.url}"))
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert not faults, faults


def _is_foreign(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:"))


@pytest.fixture
def new_context(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes fresh browser profiles, which are watched as `watched` says."""
    with watched(chromium) as make:
        yield make


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """A page on a phone."""
    return new_context().new_page()


@pytest.fixture
def reader(page: Page, address: str):
    """A reader with a phone."""
    from reader import Reader

    return Reader(page, address)


@pytest.fixture(scope="session")
def driver_of() -> Iterator[Callable]:
    """Gives the driver of an engine; each engine is started once."""
    with ExitStack() as stack:

        @cache
        def start(engine):
            if engine.missing:
                pytest.fail(engine.missing, pytrace=False)
            return stack.enter_context(engine.start())

        yield start


@pytest.fixture(params=ENGINES, ids=lambda engine: engine.name)
def engine(request):
    """Each engine that readers have."""
    return request.param


@pytest.fixture
def visitor(engine, driver_of, address: str):
    """Somebody with a browser of that engine, who comes to the site for the first time."""
    from visitor import Visitor

    return Visitor(driver_of(engine), address).new()


@pytest.fixture
def journey(request: pytest.FixtureRequest) -> Journey:
    """A way through the guides, which its function looks for only when a test asks, and not for every collection."""
    return request.param()


@pytest.fixture
def covered(record_property) -> Callable[[str, int], None]:
    """Counts what a test looked at, for the summary of the run: covered("pages", 12)."""
    return lambda what, number=1: record_property("covered", (what, number))
