"""Measures what the plugin adds to a MkDocs build of the same pages."""

import shutil
from collections.abc import Iterator

from bench.cost import Cost, medians
from bench.figure import Figure
from bench.growth import grown, growth_figures
from bench.workshop import Workshop, build

COLD = Figure("plugin-cold", "this site's first build ÷ MkDocs alone on the staged pages", None, 1.5)
WARM = Figure("plugin-warm", "the same, built again", None, 0.9)
GROWTH = growth_figures("build", "a first build")
FIGURES = (*GROWTH, COLD, WARM)


def measured(workshop: Workshop) -> Iterator[Figure]:
    """Every figure in FIGURES."""
    yield from grown(GROWTH, workshop, build)
    project = workshop.staged(workshop.real())
    kept = project / "kept"

    def first() -> Cost:
        shutil.rmtree(kept, ignore_errors=True)
        return build(project, cache=kept)

    times = 1 if workshop.quick else 3
    alone, cold, warm = medians(times, lambda: build(project, "staged"), first, lambda: build(project, cache=kept))
    yield COLD.measured(cold / alone, f"{cold:.1f} s ÷ {alone:.1f} s")
    yield WARM.measured(warm / alone, f"{warm:.1f} s ÷ {alone:.1f} s")
