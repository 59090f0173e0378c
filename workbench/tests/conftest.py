"""The site with the workbench in it, on a host that sends the headers it is asked to, and a browser.

The workbench must have been built: `make workbench-test` does that first.
"""

import re
import sys
from contextlib import suppress
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Error, expect, sync_playwright

ROOT = Path(__file__).parents[2]
for folder in ("tests", "tests/browser", "tests/check"):
    sys.path.append(str(ROOT / folder))

from chromium import FLAGS, MISSING, find
from site_builders import with_the_plugin

from workbench.build import READY
from workbench.install import NotBuiltError, install, refuse_old

URL = "https://above-and-below.example/"
# Only a fault takes so long, however busy the machine is.
PATIENCE = 120_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder of the site, built for publishing, with the workbench."""
    try:
        refuse_old()
    except NotBuiltError as reason:
        pytest.fail(str(reason), pytrace=False)
    target = tmp_path_factory.mktemp("workbench") / "site"
    with_the_plugin(ROOT, target, SITE_URL=URL, WORKBENCH=READY.read_text("utf-8"))
    install(target, URL)
    return target


@cache
def rules(folder):
    """The rules of `_headers`, as a pattern of paths, and the headers."""
    found = []
    for rule in re.split(r"\n(?=/)", (folder / "_headers").read_text("utf-8").strip()):
        path, *lines = rule.split("\n")
        pattern = re.sub(r":\w+", "[^/]+", re.escape(path).replace(r"\*", ".*").replace(r"\:", ":"))
        found.append((re.compile(pattern), [line.strip().split(": ", 1) for line in lines]))
    return found


TYPES = {".mjs": "text/javascript", ".wasm": "application/wasm"}


class Host(SimpleHTTPRequestHandler):
    """As the hosts that read `_headers`: of several rules that fit, the values are joined."""

    protocol_version = "HTTP/1.1"

    def guess_type(self, path):
        return TYPES.get(Path(path).suffix) or super().guess_type(path)

    def end_headers(self):
        joined = {}
        for pattern, headers in rules(Path(self.directory)):
            if pattern.fullmatch(self.path.partition("?")[0]):
                for name, value in headers:
                    joined.setdefault(name, []).append(value)
        for name, values in joined.items():
            self.send_header(name, ", ".join(values))
        super().end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def address(site):
    """The address at which the site is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(site))) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser():
    """A Chromium."""
    program = find()
    if program is None:
        pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser):
    """A browser with nothing kept in it, that may copy."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.set_default_timeout(PATIENCE)
        yield context


@pytest.fixture
def page(context):
    """A page that fails its test on any fault that it tells of."""
    page = context.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda told: faults.append(told.text) if told.type in ("error", "warning") else None)
    page.faults = faults
    yield page
    # What a closed page was still loading is no fault.
    with suppress(Error):
        page.close()
    assert faults == []


@pytest.fixture
def bench(page, address):
    """The workbench, open with a file and ready."""

    def open_it(file="", page=page):
        page.goto(f"{address}contribute/workbench/{f'#open={file}' if file else ''}")
        ready(page)
        return page

    return open_it


def ready(page):
    """Wait for the first verdict."""
    expect(page.locator("#workbench[data-phase='ready'][data-checked]")).to_be_attached()
