"""What a reader with a slow phone waits for."""

import runpy
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from threading import Thread

from bench.figure import Figure
from bench.workshop import ROOT, Workshop

PAINTED = Figure("next-question", "answer to next question painted, slow phone, 95th percentile", None, 50, " ms")
FIGURES = (PAINTED,)
_LONGEST = 90
# From the tap until the first frame without the old question has been handed to the screen, hence the message: it is
# read when the frame's own work is over. How the page gets there, and what the browser tells of it, does not matter.
_ANSWER = """(dice) => new Promise((resolve) => {
  const choices = [...document.querySelectorAll("a.sp-choice")].filter((link) => link.checkVisibility());
  const inside = choices.filter((link) => new URL(link.href).pathname === location.pathname);
  if (!inside.length) return resolve(null);
  const began = performance.now();
  inside[Math.floor(dice * inside.length)].click();
  const painted = () => requestAnimationFrame(() => {
    const gone = !inside[0].checkVisibility();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const taken = performance.now() - began;
      if (gone) resolve(taken);
      // An answer that leads to where the reader stands moves nothing.
      else if (taken > 5000) resolve(null);
      else painted();
    };
    port2.postMessage(0);
  });
  painted();
})"""


def measured(workshop: Workshop) -> Iterator[Figure]:
    """Every figure in FIGURES."""
    finder = runpy.run_path(str(ROOT / "tests/browser/chromium.py"))
    chromium = finder["find"]()
    if chromium is None:
        yield PAINTED.unmeasured("run `make browser` first")
        return
    site = workshop.site(workshop.real())
    with _served(site) as address:
        yield _painted(address, site, chromium, finder["FLAGS"], 40 if workshop.quick else 150)


def _painted(address: str, site: Path, chromium: str, flags: tuple[str, ...], answers: int) -> Figure:
    from playwright.sync_api import sync_playwright

    guides = sorted(path.parent.name for path in (site / "guides").glob("*/index.html"))
    dice = Random("answers")
    taken: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(flags))
        context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        until = time.monotonic() + _LONGEST
        # On a very busy machine fewer answers must do.
        while len(taken) < answers and (time.monotonic() < until or not taken):
            page.goto("about:blank")
            page.goto(f"{address}guides/{dice.choice(guides)}/")
            page.wait_for_selector(".sp-running")
            page.wait_for_load_state("load")
            page.evaluate("sessionStorage.clear()")
            while (milliseconds := page.evaluate(_ANSWER, dice.random())) is not None:
                taken.append(milliseconds)
        browser.close()
    taken.sort()
    value = taken[int(len(taken) * 0.95)]
    note = f"median {taken[len(taken) // 2]:.0f} ms of {len(taken)} answers, processor slowed 4 times"
    return PAINTED.measured(value, note)


class _Host(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port; gives its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder))) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
