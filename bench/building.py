"""What the plugin adds to a MkDocs build, and what the whole costs beside pages written by hand."""

from collections.abc import Iterator

from bench.cost import medians
from bench.figure import Figure
from bench.workshop import Workshop, build

COLD = Figure("plugin-cold", "site build ÷ MkDocs alone on the staged pages, first build", None, 1.25)
WARM = Figure("plugin-warm", "the same, built again", None, 1.05)
BY_HAND = Figure("build-to-by-hand", "site build ÷ the same words as hand-written pages", None, 1.0)
FIGURES = (COLD, WARM, BY_HAND)


def measured(workshop: Workshop) -> Iterator[Figure]:
    """Every figure in FIGURES."""
    guides, times = (10, 1) if workshop.quick else (50, 2)
    project = workshop.by_hand(workshop.staged(workshop.library(guides)))
    alone, whole, again, hand = medians(
        times,
        lambda: build(project, "staged"),
        lambda: build(project),
        lambda: build(project),
        lambda: build(project, "by_hand"),
    )
    real = workshop.by_hand(workshop.staged(workshop.real()))
    real_alone, real_whole, real_hand = medians(
        1 if workshop.quick else 2,
        lambda: build(real, "staged"),
        lambda: build(real),
        lambda: build(real, "by_hand"),
    )
    told = f"{guides} guides: {whole:.1f} s ÷ {alone:.1f} s; this site: {real_whole / real_alone:.2f}"
    yield Figure(COLD.name, COLD.what, whole / alone, COLD.reach, note=told)
    note = f"{again:.1f} s ÷ {alone:.1f} s; a build keeps nothing from the last one"
    yield Figure(WARM.name, WARM.what, again / alone, WARM.reach, note=note)
    told = f"{guides} guides: {whole:.1f} s ÷ {hand:.1f} s; this site: {real_whole / real_hand:.2f}"
    yield Figure(BY_HAND.name, BY_HAND.what, whole / hand, BY_HAND.reach, note=told)
