"""How fast `signpost check` is, and that its cost grows no faster than the library."""

import json
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.cost import Cost, cost, medians
from bench.figure import Figure
from bench.growth import grown, growth_figures
from bench.workshop import Workshop

FLOOR = Figure("check-to-compose", "check ÷ YAML composed and no more", None, 1.5)
AGAIN = Figure("check-again", "check after editing one file ÷ the first check", None, 0.15)
DEEP = Figure("deep-proof", "a guide with 2^60 paths proved", None, 1, " s")
GROWTH = growth_figures("check", "check")
FIGURES = (FLOOR, AGAIN, DEEP, *GROWTH)


def measured(workshop: Workshop) -> Iterator[Figure]:
    """Every figure in FIGURES."""
    yield from _ratios(workshop)
    yield _deep(workshop)
    yield from grown(GROWTH, workshop, lambda folder: _check(folder, "--no-cache"))


def _ratios(workshop: Workshop) -> Iterator[Figure]:
    guides, times = (80, 1) if workshop.quick else (1000, 5)
    folder = workshop.library(guides)
    edited = next((folder / "decision_trees").glob("guide-*.yml"))
    text = edited.read_text(encoding="utf-8")
    memory = workshop.folder / "memory"
    edits = iter(range(times))

    def first() -> Cost:
        shutil.rmtree(memory, ignore_errors=True)
        return _check(folder, SIGNPOST_CACHE=str(memory))

    def again() -> Cost:
        edited.write_text(text.replace("title: ", f"title: Edit {next(edits)} of "), encoding="utf-8")
        return _check(folder, SIGNPOST_CACHE=str(memory))

    compose = partial(cost, ["bench.compose", folder], Path.cwd())
    composed, whole, second = medians(times, compose, first, again, waited=True)
    edited.write_text(text, encoding="utf-8")
    yield _with(FLOOR, whole / composed, f"{guides:,} guides: {whole:.2f} s ÷ {composed:.2f} s")
    yield _with(AGAIN, second / whole, f"{second:.2f} s ÷ {whole:.2f} s")


def _deep(workshop: Workshop) -> Figure:
    folder = workshop.folder / "deep"
    for path, text in deep(60).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    runs = [_check(folder, "--format", "json") for _ in range(1 if workshop.quick else 5)]
    told = json.loads(runs[0].output)
    if not (told["ok"] and told["exhaustive"] and told["paths"] == 2**60):
        raise ValueError(f"not proved: {told}")
    return _with(DEEP, sorted(run.seconds for run in runs)[len(runs) // 2], "start-up included")


def deep(questions: int) -> dict[str, str]:
    """A library with one guide, in which each of so many questions has two ways to the next."""
    tree = "title: Deep\nsummary: Find out.\nstart: q-0\nreviewed: 2026-11-22\nquestions:\n"
    for n in range(questions):
        last = n + 1 == questions
        ways = ("outcome: one", "outcome: other") if last else (f"question: q-{n + 1}",) * 2
        tree += f"  q-{n}:\n    ask: Is it the one or the other?\n    choices:\n"
        tree += f"      a: {{text: The one, {ways[0]}}}\n      b: {{text: The other, {ways[1]}}}\n"
    ends = {
        f"content/outcomes/{id}.yml": f"title: {id}\nsummary: It is.\nget_help_if: [It lasts 2 weeks]\nsources: [a]\n"
        "reviewed: 2026-11-22\n"
        for id in ("one", "other")
    }
    return {"decision_trees/deep.yml": tree, "content/sources.yml": "a: {title: A study}\n", **ends}


def _check(folder: Path, *options: str, **environment: str) -> Cost:
    return cost(
        ["generator", "check", "--project", folder, *options], Path.cwd(), {"SIGNPOST_CACHE": "", **environment}
    )


def _with(figure: Figure, value: float, note: str) -> Figure:
    return Figure(figure.name, figure.what, value, figure.reach, figure.unit, note, figure.least)
