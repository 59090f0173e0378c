"""Measures how a cost grows with the size of the library."""

from collections.abc import Callable, Iterator
from math import log
from pathlib import Path

from bench.cost import Cost
from bench.figure import Figure
from bench.workshop import Workshop

_OF = {"time": ("seconds", "s"), "memory": ("megabytes", "MB")}


def growth_figures(name: str, told: str) -> tuple[Figure, ...]:
    """Unmeasured figures for the growth of time and memory, as exponents: 1 is linear, 2 is quadratic."""
    return tuple(Figure(f"{name}-{of}-growth", f"{of} of {told}: exponent of its growth", None, 1.1) for of in _OF)


def grown(figures: tuple[Figure, ...], workshop: Workshop, measure: Callable[[Path], Cost]) -> Iterator[Figure]:
    """The same figures, measured on three libraries."""
    least, few, many = workshop.sizes
    costs = {guides: measure(workshop.library(guides)) for guides in workshop.sizes}
    for figure, (of, unit) in zip(figures, _OF.values(), strict=True):
        base, small, large = (getattr(cost, of) for cost in costs.values())
        # The cost of the smallest library is subtracted, because start-up would hide the growth. On a busy machine the
        # smallest may cost the most; a difference of zero or less counts as a very small one.
        grown_small, grown_large = (max(cost - base, 0.01) for cost in (small, large))
        exponent = log(grown_large / grown_small) / log((many - least) / (few - least))
        told = ", ".join(f"{guides:,} guides {getattr(used, of):,.1f} {unit}" for guides, used in costs.items())
        yield figure.measured(exponent, told)
