"""Measures the waiting times of somebody who edits a file in the browser."""

import runpy
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from math import ceil
from pathlib import Path
from statistics import median
from threading import Thread

from playwright.sync_api import Page, sync_playwright

from bench.cost import cost
from bench.figure import Figure
from bench.workshop import ROOT, Workshop
from workbench.build import READY
from workbench.install import FILES, PAGE, NotBuiltError, install, refuse_old

FIRST = Figure("workbench-first", "workbench: verdict on an open file, nothing in the browser's cache", None, 10, " s")
AGAIN = Figure("workbench-again", "workbench: verdict on an open file, on a second visit", None, 4, " s")
START_FIRST = Figure("workbench-start-first", "workbench: checker started, nothing in the cache", None, 10, " s")
START_AGAIN = Figure("workbench-start-again", "workbench: checker started, on a second visit", None, 4, " s")
KEY = Figure("workbench-key", "workbench: a key to the verdict on the text with it", None, 0.5, " s")
FIGURES = (FIRST, AGAIN, START_FIRST, START_AGAIN, KEY)

_GUIDE = "decision_trees/knee.yml"
_LONGEST = 120_000  # milliseconds
_DONE = "#workbench[data-phase='ready'][data-checked]"


def measured(workshop: Workshop) -> Iterator[Figure]:
    """Every figure in FIGURES."""
    finder = runpy.run_path(str(ROOT / "tests/browser/chromium.py"))
    chromium = finder["find"]()
    try:
        refuse_old()
    except NotBuiltError:
        chromium = None
    if chromium is None:
        yield from (figure.unmeasured("run `make browser workbench` first") for figure in FIGURES)
        return
    site = _site(workshop)
    size = sum(path.stat().st_size for path in (site / FILES).rglob("*") if path.is_file()) / 1e6
    with _served(site) as address, sync_playwright() as playwright:
        # A profile folder that persists, as in a browser in daily use: compiled code is cached in it.
        folder = workshop.folder / "profile"
        arguments = list(finder["FLAGS"])
        times = []
        for _ in range(2 if workshop.quick else 4):
            browser = playwright.chromium.launch_persistent_context(folder, executable_path=chromium, args=arguments)
            page = browser.new_page()
            times.append(_opened(page, address))
            keys = _keys(page, 4 if workshop.quick else 20)
            browser.close()
    (verdict, start), *again = times
    verdicts, starts = zip(*again, strict=True)
    yield FIRST.measured(verdict, "what is published was checked when the site was built")
    yield AGAIN.measured(median(verdicts), f"the median of {len(again)}")
    yield START_FIRST.measured(start, f"{size:.1f} MB from this machine; until then no verdict on what somebody types")
    yield START_AGAIN.measured(median(starts), f"the median of {len(again)}")
    yield KEY.measured(
        sorted(keys)[ceil(len(keys) * 0.95) - 1], f"95th percentile of {len(keys)}; median {median(keys):.2f} s"
    )


def _site(workshop: Workshop) -> Path:
    """This site with the workbench installed."""
    target = workshop.folder / "with-workbench"
    environment = {"STRICT": "false", "WORKBENCH": READY.read_text("utf-8")}
    cost(["mkdocs", "build", "-q", "-d", target], workshop.real(), environment)
    install(target, "")
    return target


def _opened(page: Page, address: str) -> tuple[float, float]:
    """Seconds until the open file has a verdict, and until the checker has started and can check any change."""
    page.goto(f"{address}{PAGE}#open={_GUIDE}")
    page.wait_for_selector(_DONE, state="attached", timeout=_LONGEST)
    verdict, started = (
        float(page.evaluate(f"performance.getEntriesByName('workbench-{mark}')[0].startTime")) / 1000
        for mark in ("verdict", "ready")
    )
    return verdict, started


def _keys(page: Page, number: int) -> list[float]:
    """Seconds from a key to the verdict, including the pause that waits for further keys."""
    page.get_by_role("textbox", name="Text of").press("Control+End")
    page.evaluate(
        """() => {
            const place = document.querySelector("#workbench");
            globalThis.taken = [];
            addEventListener("keydown", () => (globalThis.began = performance.now()), true);
            new MutationObserver(() => taken.push((performance.now() - began) / 1000))
                .observe(place, { attributes: true, attributeFilter: ["data-checked"] });
        }"""
    )
    for count in range(1, number + 1):
        page.keyboard.type("#" if count == 1 else "x")
        page.wait_for_selector(f"#workbench[data-checked='{count}']", state="attached", timeout=_LONGEST)
    # The next visit must find the published version of the file.
    page.evaluate("localStorage.clear()")
    return list(page.evaluate("taken"))


_TYPES = {".mjs": "text/javascript", ".wasm": "application/wasm"}


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def guess_type(self, path: str) -> str:
        """The media type of a file, independent of this machine's settings."""
        return _TYPES.get(Path(path).suffix) or super().guess_type(path)

    def end_headers(self) -> None:
        """Let the browser cache files that are named by their checksum."""
        kept = "public, max-age=31536000, immutable" if f"/{FILES}" in self.path else "no-cache"
        self.send_header("Cache-Control", kept)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Do not log."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
