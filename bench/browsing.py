"""What a reader with a slow phone waits for, and what Lighthouse says."""

import json
import os
import runpy
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from bench.figure import Figure, unmeasured
from bench.serving import served
from bench.workshop import ROOT, Workshop

PAINTED = Figure("next-question", "answer to next question painted, slow phone, 95th percentile", None, 50, " ms")
LIGHTHOUSE = (
    Figure("lighthouse-accessibility", "Lighthouse, phone: accessibility", None, 100, least=True),
    Figure("lighthouse-best-practices", "Lighthouse, phone: best practices", None, 100, least=True),
    Figure("lighthouse-seo", "Lighthouse, phone: search engines", None, 100, least=True),
    Figure("lighthouse-performance", "Lighthouse, phone: performance", None, 95, least=True),
)
FIGURES = (PAINTED, *LIGHTHOUSE)
_LONGEST = 90
_HOW = "install it with `npm install --prefix build lighthouse`"
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
        yield from (unmeasured(figure, "run `make browser` first") for figure in FIGURES)
        return
    site = workshop.site(workshop.real())
    with served(site) as address:
        yield _painted(address, site, chromium, finder["FLAGS"], 40 if workshop.quick else 150)
        yield from _lighthouse(address, site, chromium, finder["FLAGS"], workshop.quick)


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
    return Figure(PAINTED.name, PAINTED.what, value, PAINTED.reach, PAINTED.unit, note)


def _lighthouse(address: str, site: Path, chromium: str, flags: tuple[str, ...], quick: bool) -> Iterator[Figure]:
    program = shutil.which("lighthouse") or shutil.which("lighthouse", path=str(ROOT / "build/node_modules/.bin"))
    if program is None or quick:
        yield from (unmeasured(figure, "not in a quick run" if program else _HOW) for figure in LIGHTHOUSE)
        return
    pages = ["", *(_one_of(site, kind) for kind in ("guides", "outcomes", "questions"))]
    categories = [figure.name.removeprefix("lighthouse-") for figure in LIGHTHOUSE]
    scores: dict[str, dict[str, float]] = {category: {} for category in categories}
    for page in pages:
        command = [program, f"{address}{page}", "--quiet", "--output=json", "--output-path=stdout"]
        command += [f"--only-categories={','.join(categories)}", f"--chrome-flags=--headless=new {' '.join(flags)}"]
        environment = {**os.environ, "CHROME_PATH": chromium}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        try:
            report = json.loads(done.stdout)
        except ValueError:
            why = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
            yield from (unmeasured(figure, f"Lighthouse failed: {why}") for figure in LIGHTHOUSE)
            return
        for category in categories:
            scores[category][f"/{page}"] = 100 * (report["categories"][category]["score"] or 0)
    for figure, category in zip(LIGHTHOUSE, categories, strict=True):
        note = ", ".join(f"{page} {score:.0f}" for page, score in scores[category].items())
        yield Figure(figure.name, figure.what, min(scores[category].values()), figure.reach, note=note, least=True)


def _one_of(site: Path, kind: str) -> str:
    return min(path.parent.relative_to(site).as_posix() for path in (site / kind).glob("*/index.html")) + "/"
