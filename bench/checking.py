"""Measures the speed of `signpost check`, and that its cost grows no faster than the library."""

import json
from collections.abc import Iterator
from pathlib import Path

from bench.cost import Cost, cost, medians
from bench.figure import Figure
from bench.growth import grown, growth_figures
from bench.workshop import Workshop

HERE = Figure("check-to-imports", "check of this site ÷ starting Python with click, yaml, pydantic", None, 3.5)
MANY = Figure("check-to-compose", "check of many guides ÷ their YAML composed and no more", None, 2.2)
DEEP = Figure("deep-proof", "a guide with 2^60 paths proved", None, 1, " s")
GROWTH = growth_figures("check", "check")
FIGURES = (HERE, MANY, DEEP, *GROWTH)


def measured(workshop: Workshop) -> Iterator[Figure]:
    """Every figure in FIGURES."""
    guides, times = (80, 1) if workshop.quick else (1000, 5)
    real, library = workshop.real(), workshop.library(guides)
    imports, here, compose, many = medians(
        times,
        lambda: cost(["bench.imports"], Path.cwd()),
        lambda: _check(real),
        lambda: cost(["bench.compose", library], Path.cwd()),
        lambda: _check(library),
    )
    yield HERE.measured(here / imports, f"{here:.2f} s ÷ {imports:.2f} s")
    yield MANY.measured(many / compose, f"{guides:,} guides: {many:.2f} s ÷ {compose:.2f} s")
    yield _deep(workshop)
    yield from grown(GROWTH, workshop, _check)


def _deep(workshop: Workshop) -> Figure:
    folder = workshop.folder / "deep"
    for path, text in deep(60).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    runs = [_check(folder, "--format", "json") for _ in range(1 if workshop.quick else 5)]
    told = json.loads(runs[0].output)
    if not (told["ok"] and told["exhaustive"] and told["paths"] == 2**60):
        raise ValueError(f"not proved: {told}")
    return DEEP.measured(sorted(run.seconds for run in runs)[len(runs) // 2], "start-up included")


def deep(questions: int) -> dict[str, str]:
    """A library with one guide of the given number of questions, each with two choices that lead to the next."""
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


def _check(folder: Path, *options: str) -> Cost:
    return cost(["generator", "check", "--project", folder, *options], Path.cwd())
