"""Assigns the boxes of a picture to rows, and orders each row so that few lines cross.

The method of Sugiyama, Tagawa and Toda (1981): rows by the longest path from a start, a spot in each row that a line
passes, then sweeps down and up that move each spot near its neighbours in the row before. Between sweeps, adjacent
spots are swapped if that removes crossings (Gansner et al., "A Technique for Drawing Directed Graphs", 1993).
"""

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from statistics import fmean
from typing import NamedTuple

# The number of sweeps without fewer crossings after which a trial ends.
_PATIENCE = 2

_Row = list[int]
_Near = list[list[int]]


class Order(NamedTuple):
    """Boxes, and the spots at which lines pass a row, as numbers; those of boxes come first.

    `rows` holds them from left to right; `links` are the connections to spots in the next row.
    """

    rows: list[_Row]
    links: list[tuple[int, int]]


def in_rows(edges: Sequence[tuple[int, int]]) -> Order:
    """Assign boxes to rows so that every edge leads down, and order each row. The result is deterministic.

    Args:
        edges: from box to box, by numbers from 0; without cycles, and every box must have at least one.
    """
    rows, above, below = _rows(edges)
    trials = [
        _sweeps(rows if way > 0 else [row[::-1] for row in rows], above, below, middle)
        for way in (1, -1)
        for middle in (fmean, _median)
    ]
    best = min(trials, key=lambda trial: _crossings(trial, below))
    place = _places(best)
    return Order(
        best, [(spot, to) for row in best for spot in row for to in sorted(below[spot], key=place.__getitem__)]
    )


def _rows(edges: Sequence[tuple[int, int]]) -> tuple[list[_Row], _Near, _Near]:
    """The rows in the order of a depth-first walk from the first box, with each spot's neighbours above and below."""
    boxes = 1 + max(max(edge) for edge in edges)
    level = _levels(edges, boxes)
    above: _Near = [[] for _ in range(boxes)]
    below: _Near = [[] for _ in range(boxes)]

    def join(start: int, end: int) -> None:
        below[start].append(end)
        above[end].append(start)

    levels = list(level)
    for start, end in edges:
        spot = start
        for row in range(level[start] + 1, level[end]):
            above.append([])
            below.append([])
            levels.append(row)
            join(spot, len(levels) - 1)
            spot = len(levels) - 1
        join(spot, end)

    rows: list[_Row] = [[] for _ in range(1 + max(levels))]
    met = [False] * len(levels)
    for box in range(boxes):
        ahead = [] if above[box] else [box]
        while ahead:
            spot = ahead.pop()
            if not met[spot]:
                met[spot] = True
                rows[levels[spot]].append(spot)
                ahead += reversed(below[spot])
    return rows, above, below


def _levels(edges: Sequence[tuple[int, int]], boxes: int) -> list[int]:
    """The row of each box: the number of edges on the longest path to it."""
    ends: _Near = [[] for _ in range(boxes)]
    open_ways = [0] * boxes
    for start, end in edges:
        ends[start].append(end)
        open_ways[end] += 1
    level = [0] * boxes
    ready = [box for box in range(boxes) if not open_ways[box]]
    for box in ready:
        for end in ends[box]:
            level[end] = max(level[end], level[box] + 1)
            open_ways[end] -= 1
            if not open_ways[end]:
                ready.append(end)
    return level


def _sweeps(rows: list[_Row], above: _Near, below: _Near, middle: Callable[[Sequence[int]], float]) -> list[_Row]:
    """The best order that sweeps down and up find, with each spot placed at the middle of its neighbours."""
    rows = [list(row) for row in rows]
    best, fewest = [list(row) for row in rows], _crossings(rows, below)
    waited, down = 0, True
    while fewest and waited < _PATIENCE:
        near = above if down else below
        place = _places(rows)
        for row in rows if down else rows[::-1]:
            wanted = {spot: middle([place[one] for one in near[spot]]) if near[spot] else place[spot] for spot in row}
            row.sort(key=wanted.__getitem__)
            place |= {spot: number for number, spot in enumerate(row)}
        _exchange(rows, above, below)
        crossings = _crossings(rows, below)
        waited += 1
        if crossings < fewest:
            best, fewest, waited = [list(row) for row in rows], crossings, 0
        down = not down
    return best


def _exchange(rows: list[_Row], above: _Near, below: _Near) -> None:
    """Swap adjacent spots where that removes crossings."""
    place = _places(rows)
    for row in rows:
        sides = {spot: [sorted([place[one] for one in near[spot]]) for near in (above, below)] for spot in row}
        for left, right in pairwise(range(len(row))):
            one, other = row[left], row[right]
            pairs = [(a, b) for a, b in zip(sides[one], sides[other], strict=True) if a and b]
            # A cheap test: most lines do not cross.
            crossings = sum([_over(a, b) for a, b in pairs if a[-1] > b[0]])
            if crossings and crossings > sum([_over(b, a) for a, b in pairs]):
                row[left], row[right] = other, one
        place |= {spot: number for number, spot in enumerate(row)}


def _over(ones: Sequence[int], others: Sequence[int]) -> int:
    """The number of crossings between the lines of a spot and those of its right neighbour; both sorted by target."""
    crossings = at = 0
    for one in ones:
        while at < len(others) and others[at] < one:
            at += 1
        crossings += at
    return crossings


def _crossings(rows: Iterable[_Row], below: _Near) -> int:
    """The number of line crossings."""
    rows = list(rows)
    place = _places(rows)
    crossings = 0
    for row in rows:
        passed: list[int] = []
        for spot in row:
            ends = sorted(place[one] for one in below[spot])
            crossings += sum(len(passed) - bisect_right(passed, end) for end in ends)
            for end in ends:
                insort(passed, end)
    return crossings


def _places(rows: Iterable[_Row]) -> dict[int, int]:
    return {spot: number for row in rows for number, spot in enumerate(row)}


def _median(places: Sequence[int]) -> float:
    """The median; for an even number, weighted towards the side where the values are closer together."""
    ordered = sorted(places)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    if len(ordered) == 2:
        return (ordered[0] + ordered[1]) / 2
    left, right = ordered[half - 1] - ordered[0], ordered[-1] - ordered[half]
    if left + right == 0:
        return (ordered[half - 1] + ordered[half]) / 2
    return (ordered[half - 1] * right + ordered[half] * left) / (left + right)
