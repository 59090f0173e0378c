"""What the plugin adds to a MkDocs build, and what the whole costs beside pages written by hand."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.cost import Cost, medians
from bench.figure import Figure
from bench.growth import grown, growth_figures
from bench.workshop import Workshop, build

COLD = Figure("plugin-cold", "site build ÷ MkDocs alone on the staged pages, first build", None, 1.25)
WARM = Figure("plugin-warm", "the same, built again", None, 1.05)
BY_HAND = Figure("build-to-by-hand", "site build ÷ the same words as hand-written pages", None, 1.0)
GROWTH = growth_figures("build", "a first build")
FIGURES = (*GROWTH, COLD, WARM, BY_HAND)


def measured(workshop: Workshop) -> Iterator[Figure]:
    """Every figure in FIGURES. Ratios are those of this repository's own site, with a generated one in the notes."""
    yield from grown(GROWTH, workshop, build)
    guides, times = (10, 1) if workshop.quick else (50, 3)
    real = _seconds(workshop, workshop.real(), times)
    made = _seconds(workshop, workshop.library(guides), times)
    for figure, name in ((COLD, "first"), (WARM, "again")):
        whole, alone = real[name], real["alone"]
        note = f"this site: {whole:.1f} s ÷ {alone:.1f} s; {guides} guides: {made[name] / made['alone']:.2f}"
        yield Figure(figure.name, figure.what, whole / alone, figure.reach, note=note)
    ratio = real["again"] / real["by hand"]
    note = f"this site, built again; first build {real['first'] / real['by hand']:.2f}; {guides} guides: "
    note += f"{made['again'] / made['by hand']:.2f}, {made['first'] / made['by hand']:.2f}"
    yield Figure(BY_HAND.name, BY_HAND.what, ratio, BY_HAND.reach, note=note)


def _seconds(workshop: Workshop, project: Path, times: int) -> dict[str, float]:
    """How long a person waits for each way to build a project: by the clock, as a first build has a helper."""
    workshop.by_hand(workshop.staged(project))
    memory = project / "memory"

    def first() -> Cost:
        shutil.rmtree(memory, ignore_errors=True)
        return build(project, memory=memory)

    ways = {
        "alone": lambda: build(project, "staged"),
        "first": first,
        "again": lambda: build(project, memory=memory),
        "by hand": lambda: build(project, "by_hand"),
    }
    return dict(zip(ways, medians(times, *ways.values(), waited=True), strict=True))
