"""Measures the waiting times of a reader with a slow phone."""

import gzip
import re
import runpy
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from statistics import median
from threading import Thread

from playwright.sync_api import Browser, Page, sync_playwright

from bench.figure import Figure
from bench.workshop import ROOT, Workshop

PAINTS = Figure("largest-paint", "largest paint of a guide, or of a step by a link, slow phone", None, 2500, " ms")
TO_PAGE = Figure("paint-to-page", "the same ÷ that of an ordinary page of the site", None, 1.1)
SHIFT = Figure("layout-shift", "layout shift of the same pages, the largest", None, 0.02)
ANSWERS = Figure("interaction", "answer to next question painted, slow phone, 95th percentile", None, 200, " ms")
TO_JUMP = Figure("next-question", "the same ÷ a jump to an anchor, stock Material, same words", None, 1.3)
SEARCH = Figure("search", "search among 300 guides: page loaded, words typed, first finding", None, 1, " s")
FIGURES = (PAINTS, TO_PAGE, SHIFT, ANSWERS, TO_JUMP, SEARCH)

# Chromium's "slow 4G", and how many times slower a cheap phone is than a desktop processor.
_SLOW_4G = {"offline": False, "latency": 562.5, "downloadThroughput": 180_000, "uploadThroughput": 84_375}
_SLOWER = 6
_LONGEST = 90  # seconds for the answers of one kind; on a very busy machine fewer answers are measured
_GUIDES_SEARCHED = 300
_SOUGHT = "sore behind the knee"
_SOUGHT_NEXT = "stiff hip at night"
_FIRST_FOUND = "a.md-search-result__link"
_ORDINARY = "about/safety/"
_STOCK = "stock/"
_WATCH = """
  globalThis.seen = { paint: 0, shift: 0 };
  new PerformanceObserver((list) => list.getEntries().forEach((one) => (seen.paint = one.startTime)))
    .observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach((one) => one.hadRecentInput || (seen.shift += one.value)))
    .observe({ type: "layout-shift", buffered: true });
"""
# The time from the tap until the next frame has been painted: the message is handled after the work of that frame. It
# does not depend on how the page changes, or on what the browser reports about it.
_ANSWER = """(dice) => new Promise((resolve) => {
  const choices = [...document.querySelectorAll("a.sp-choice")].filter((link) => link.checkVisibility());
  const isHere = ({ pathname, hash }) => pathname === location.pathname && hash !== location.hash;
  const inside = choices.filter(isHere);
  if (!inside.length) return resolve(null);
  const running = document.querySelector(".sp-running");
  const began = performance.now();
  inside[Math.floor(dice * inside.length)].click();
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(running && inside[0].checkVisibility() ? null : performance.now() - began);
    port2.postMessage(0);
  });
})"""
# Our scripts and styles, to be removed for plain Material.
_OURS = re.compile(
    r'<script[^>]*type="module"[^>]*></script>|<link[^>]*(?:signpost|site)\.css[^>]*>|<script[^>]*type=module[^>]*></script>'
)


@dataclass(frozen=True)
class _Loaded:
    """A loaded page: the time of its largest paint, in milliseconds, and its layout shift."""

    paint: float
    shift: float


def measured(workshop: Workshop) -> Iterator[Figure]:
    """Every figure in FIGURES."""
    finder = runpy.run_path(str(ROOT / "tests/browser/chromium.py"))
    chromium = finder["find"]()
    if chromium is None:
        yield from (figure.unmeasured("run `make browser` first") for figure in FIGURES)
        return
    site = workshop.site(workshop.real())
    guides = sorted(path.parent.name for path in (site / "guides").glob("*/index.html"))
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(finder["FLAGS"]))
        yield from _loading(browser, address, site, guides[:2] if workshop.quick else guides[::3])
        yield from _answering(browser, address, guides, 30 if workshop.quick else 150)
        yield _searching(browser, workshop)
        browser.close()


def _loading(browser: Browser, address: str, site: Path, guides: list[str]) -> Iterator[Figure]:
    paths = {}
    for guide in guides:
        html = (site / "guides" / guide / "index.html").read_text("utf-8")
        questions, results = (re.findall(rf'<h2 class="{kind}[^>]* id="([^"]+)"', html) for kind in _KINDS)
        paths |= {
            f"/guides/{guide}/": "a guide",
            f"/guides/{guide}/#{questions[len(questions) // 2]}": "a linked question",
            f"/guides/{guide}/#{results[len(results) // 2]}": "a linked result",
        }
    loaded = {path: _loads(browser, address + path.removeprefix("/")) for path in paths}
    ordinary = _loads(browser, address + _ORDINARY).paint
    slowest = max(loaded, key=lambda path: loaded[path].paint)
    paint = loaded[slowest].paint
    told = f"{slowest}; of each page the median of three; slow 4G, processor slowed {_SLOWER} times"
    yield PAINTS.measured(paint, told)
    yield TO_PAGE.measured(paint / ordinary, f"/{_ORDINARY} {ordinary:.0f} ms")
    moved = max(loaded, key=lambda path: loaded[path].shift)
    yield SHIFT.measured(loaded[moved].shift, moved)


_KINDS = ("sp-question", "sp-result")


def _loads(browser: Browser, url: str) -> _Loaded:
    """Load a page three times: the median paint, and the largest layout shift."""
    loads = [_load(browser, url) for _ in range(3)]
    return _Loaded(median(one.paint for one in loads), max(one.shift for one in loads))


def _load(browser: Browser, url: str) -> _Loaded:
    """Load a page with an empty cache, on a slow connection."""
    page = _phone(browser)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", _SLOW_4G)
    page.add_init_script(_WATCH)
    page.goto(url, wait_until="load")
    # Long enough for the scripts to arrive and for any layout shift to happen.
    page.wait_for_timeout(1500)
    found = page.evaluate("seen")
    page.context.close()
    return _Loaded(found["paint"], found["shift"])


def _answering(browser: Browser, address: str, guides: list[str], answers: int) -> Iterator[Figure]:
    ours = _answers(browser, address, guides, answers)
    stock = _answers(browser, address + _STOCK, guides, answers)
    ninety_fifth, theirs = (taken[int(len(taken) * 0.95)] for taken in (ours, stock))
    slowed = f"median {median(ours):.0f} ms of {len(ours)} answers, processor slowed {_SLOWER} times"
    yield ANSWERS.measured(ninety_fifth, slowed)
    jump = f"a jump: median {median(stock):.0f} ms, 95th percentile {theirs:.0f} ms, of {len(stock)}"
    yield TO_JUMP.measured(median(ours) / median(stock), f"medians; {jump}")


def _answers(browser: Browser, address: str, guides: list[str], wanted: int) -> list[float]:
    dice = Random("answers")
    taken: list[float] = []
    page = _phone(browser)
    until = time.monotonic() + _LONGEST
    while len(taken) < wanted and (time.monotonic() < until or not taken):
        page.goto("about:blank")
        page.goto(f"{address}guides/{dice.choice(guides)}/", wait_until="load")
        page.evaluate("sessionStorage.clear()")
        for _ in range(12):
            milliseconds = page.evaluate(_ANSWER, dice.random())
            if milliseconds is None:
                break
            taken.append(milliseconds)
    page.context.close()
    return sorted(taken)


def _searching(browser: Browser, workshop: Workshop) -> Figure:
    """The duration of the first search in a large library, including the download of the index, and of the next one."""
    guides = workshop.sizes[-1] if workshop.quick else _GUIDES_SEARCHED
    site = workshop.site(workshop.library(guides))
    taken, again = [], []
    with _served(site) as address:
        for _ in range(5):
            page = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block").new_page()
            page.goto(address, wait_until="load")
            began = time.monotonic()
            field = page.get_by_role("textbox", name="Search")
            field.fill(_SOUGHT)
            page.locator(_FIRST_FOUND).first.wait_for()
            taken.append(time.monotonic() - began)
            page.locator(_FIRST_FOUND).evaluate_all("(all) => all.forEach((one) => (one.dataset.before = ''))")
            began = time.monotonic()
            field.fill(_SOUGHT_NEXT)
            field.press("End")  # Material reacts to key events.
            page.locator(f"{_FIRST_FOUND}:not([data-before])").first.wait_for()
            again.append(time.monotonic() - began)
            page.context.close()
    index = len(_packed(site / "search/search_index.json", stock=False)) / 1e6
    about = (
        f"{guides} guides; the next {median(again):.2f} s; an index of {index:.1f} MB, compressed, from this machine"
    )
    return SEARCH.measured(median(taken), about)


def _phone(browser: Browser) -> Page:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, reduced_motion="reduce", service_workers="block"
    )
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    return page


class _Host(SimpleHTTPRequestHandler):
    """Responds compressed, as hosts do; below `_STOCK` with the same pages without our scripts and styles."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].removeprefix("/")
        stock = path.startswith(_STOCK)
        file = Path(self.directory, path.removeprefix(_STOCK) if stock else path)
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        body = _packed(file, stock and file.suffix == ".html")
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@cache
def _packed(file: Path, stock: bool) -> bytes:
    content = file.read_bytes()
    return gzip.compress(_OURS.sub("", content.decode()).encode() if stock else content)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port; yields its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder))) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
