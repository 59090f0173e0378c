"""Computes the positions of boxes and lines, given the rows and the order within each row.

Boxes differ in size, and a line needs less room than a box. So each spot is moved as close to straight above and below
its neighbours as the spots beside it allow.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, islice, pairwise
from typing import NamedTuple

from generator.draw.order import Order, in_rows

# The gap between boxes in a row; the room for a line between boxes; the minimum and maximum gap between rows.
GAP, LINE, ROW_GAP, WIDEST_ROW_GAP = 16, 12, 32, 72
_ROUNDS = 12
# The weight of a line's straightness between boxes, compared with where it leaves or reaches a box.
_WITHIN = 24
# Lines that deviate by no more than this are straightened in a final step.
_NEARLY = 90

Size = tuple[float, float]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Band:
    """The part of a line within a row: straight down from `top` to `bottom` at `x`."""

    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions of boxes, in the order in which they were given.

    Attributes:
        corners: the upper left corner of each box.
        lines: for each edge the bands that it passes, from the bottom of one box to the top of the other.
        size: of the whole.
    """

    corners: tuple[Point, ...]
    lines: tuple[tuple[Band, ...], ...]
    size: Size


class Edge(NamedTuple):
    """An edge between two boxes, by their indexes; a greater pull makes it straighter."""

    start: int
    end: int
    pull: float = 1


def arrange(sizes: Sequence[Size], edges: Sequence[Edge], first: int = 0, head: frozenset[int] = frozenset()) -> Layout:
    """Lay out boxes in rows, so that every edge leads down.

    Args:
        sizes: width and height of each box.
        edges: without cycles; every box must have at least one.
        first: a box to place in the left half, which is the part that a phone shows.
        head: boxes above all others, to be placed at the left.
    """
    pairs = [(edge.start, edge.end) for edge in edges]
    order = in_rows(pairs)
    widths = [width for width, _ in sizes]
    onward = {start: end for start, end in order.links if start >= len(sizes)}
    firsts = _firsts(order, onward, len(sizes))
    pulls = {(edge.start, firsts[edge.start, edge.end]): edge.pull for edge in edges}
    across = _from_the_left(order, widths, _across(order, widths, pulls), first, head)
    tops, bottoms = _heights(order, [height for _, height in sizes], across)
    level = {spot: number for number, row in enumerate(order.rows) for spot in row}

    corners = tuple((across[box] - width / 2, tops[level[box]]) for box, width in enumerate(widths))
    lines = []
    for start, end in pairs:
        bands = [Band(across[start], corners[start][1] + sizes[start][1], bottoms[level[start]])]
        spot = firsts[start, end]
        while spot != end:
            bands.append(Band(across[spot], tops[level[spot]], bottoms[level[spot]]))
            spot = onward[spot]
        lines.append((*bands, Band(across[end], tops[level[end]], tops[level[end]])))
    right = max(across[spot] + _width(spot, widths) / 2 for row in order.rows for spot in row)
    return Layout(corners, tuple(lines), (right, bottoms[-1]))


def _firsts(order: Order, onward: dict[int, int], boxes: int) -> dict[tuple[int, int], int]:
    """For each edge, the first spot after its start: where it passes a row, or its end."""
    found = {}
    for start, first in order.links:
        if start < boxes:
            end = first
            while end >= boxes:
                end = onward[end]
            found[start, end] = first
    return found


def _across(order: Order, widths: Sequence[float], pulls: Mapping[tuple[int, int], float]) -> dict[int, float]:
    """The horizontal centre of each spot: as straight above and below its neighbours as there is room for."""
    above: dict[int, list[tuple[int, float]]] = {}
    below: dict[int, list[tuple[int, float]]] = {}
    for start, end in order.links:
        within = start >= len(widths) and end >= len(widths)
        pull = _WITHIN if within else pulls.get((start, end), 1)
        below.setdefault(start, []).append((end, pull))
        above.setdefault(end, []).append((start, pull))
    apart = [_apart(row, widths) for row in order.rows]
    middles: dict[int, float] = {}
    for row, steps in zip(order.rows, apart, strict=True):
        x = -sum(steps) / 2
        for spot, step in zip(row, [*steps, 0], strict=True):
            middles[spot] = x
            x += step

    offsets = [list(accumulate(steps, initial=0.0)) for steps in apart]

    def pulled_rows(*sides: Mapping[int, list[tuple[int, float]]]) -> list[_PulledRow]:
        return [
            _PulledRow(row, offset, [[pull for side in sides for pull in side.get(spot, ())] for spot in row])
            for row, offset in zip(order.rows, offsets, strict=True)
        ]

    downwards, upwards = pulled_rows(above), pulled_rows(below)[::-1]
    for _ in range(_ROUNDS - 1):
        before = list(middles.values())
        for line in chain(downwards, upwards):
            line.settle(middles)
        if before == list(middles.values()):
            break
    both = pulled_rows(above, below)
    for line in (*both, *both[::-1]):
        line.settle(middles)
    _straighten(order, apart, pulls, len(widths), middles)
    return middles


def _from_the_left(
    order: Order, widths: Sequence[float], middles: dict[int, float], first: int, head: frozenset[int]
) -> dict[int, float]:
    def left(spots: Iterable[int]) -> float:
        return min(middles[spot] - _width(spot, widths) / 2 for spot in spots)

    right = max(middle + _width(spot, widths) / 2 for spot, middle in middles.items())
    if middles[first] > (left(middles) + right) / 2:
        middles = {spot: -middle for spot, middle in middles.items()}
    body = middles.keys() - head
    # Head boxes in a row with others must be left of these, or the line to the next question would cross them.
    beside = [left(head.intersection(row)) > left(body.intersection(row)) for row in order.rows if _mixed(row, head)]
    for turn in ((-1, 1) if any(beside) else (1, -1)) if head and body else ():
        turned = {spot: turn * middles[spot] for spot in head}
        shift = left(body) - min(middle - _width(spot, widths) / 2 for spot, middle in turned.items())
        moved = middles | {spot: middle + shift for spot, middle in turned.items()}
        if _stand_apart(order, widths, moved):
            middles = moved
            break
    start = left(middles)
    return {spot: middle - start for spot, middle in middles.items()}


class _PulledRow:
    """A row with the pulls on its spots, computed once because the row is settled many times.

    Args:
        row: its spots.
        offsets: the distance of each spot from the first if all are as close together as allowed.
        pulls: for each spot, the spots that pull it, and how strongly.
    """

    def __init__(self, row: list[int], offsets: list[float], pulls: list[list[tuple[int, float]]]) -> None:
        self._offsets = offsets
        self._row = row
        self._spots = [
            (spot, offset, pull, sum(weight for _, weight in pull) or 0.01)
            for spot, offset, pull in zip(row, offsets, pulls, strict=True)
        ]

    def settle(self, middles: dict[int, float]) -> None:
        """Move the spots to where they are pulled, as closely as the room allows, by isotonic regression."""
        blocks: list[tuple[float, float, int]] = []  # wanted position of the first spot, strength, number of spots
        for spot, offset, pull, strength in self._spots:
            if len(pull) == 1:
                ((other, weight),) = pull
                wanted = middles[other] * weight / strength
            elif pull:
                wanted = sum([middles[other] * weight for other, weight in pull]) / strength
            else:
                wanted = middles[spot]
            where, together, number = wanted - offset, strength, 1
            while blocks and blocks[-1][0] > where:
                before, weight, several = blocks.pop()
                where = (before * weight + where * together) / (weight + together)
                together, number = weight + together, number + several
            blocks.append((where, together, number))
        spots = zip(self._row, self._offsets, strict=True)
        for where, _, number in blocks:
            for spot, offset in islice(spots, number):
                middles[spot] = where + offset


def _mixed(row: Iterable[int], head: frozenset[int]) -> bool:
    return not head.isdisjoint(row) and not head.issuperset(row)


def _stand_apart(order: Order, widths: Sequence[float], middles: Mapping[int, float]) -> bool:
    """Whether no boxes or lines of a row overlap."""
    rows = (sorted(row, key=lambda spot: middles[spot]) for row in order.rows)
    return all(
        middles[other] - middles[one] > apart - 0.01
        for row in rows
        for (one, other), apart in zip(pairwise(row), _apart(row, widths), strict=True)
    )


def _straighten(
    order: Order,
    apart: list[list[float]],
    pulls: Mapping[tuple[int, int], float],
    boxes: int,
    middles: dict[int, float],
) -> None:
    """Straighten nearly straight lines where there is room, those with the strongest pull first."""
    beside: dict[tuple[int, int], tuple[int, float]] = {}  # (spot, -1 or 1): neighbour there, minimum distance
    for row, steps in zip(order.rows, apart, strict=True):
        for (one, other), step in zip(pairwise(row), steps, strict=True):
            beside[one, 1], beside[other, -1] = (other, step), (one, step)

    def moved(spot: int, x: float) -> bool:
        """Move a spot, and what it pushes; or nothing, where it would push something settled."""
        way = 1 if x > middles[spot] else -1
        places = {spot: x}
        while (spot, way) in beside:
            after, step = beside[spot, way]
            x += way * step
            if way * (middles[after] - x) >= 0:
                break
            if after in settled:
                return False
            places[after] = x
            spot = after
        middles.update(places)
        return True

    def pull(link: tuple[int, int]) -> float:
        return _WITHIN if min(link) >= boxes else pulls.get(link, 1)

    settled: set[int] = set()
    for start, end in sorted(order.links, key=lambda link: -pull(link)):
        if abs(middles[start] - middles[end]) > _NEARLY:
            continue
        for one, other in ((end, start), (start, end)):
            if one not in settled and moved(one, middles[other]):
                settled |= {one, other}
                break


def _heights(order: Order, heights: Sequence[float], across: dict[int, float]) -> tuple[list[float], list[float]]:
    """Top and bottom of each row. The further a line goes sideways between two rows, the larger the gap between
    them."""
    level = {spot: number for number, row in enumerate(order.rows) for spot in row}
    sideways = [0.0] * len(order.rows)
    for start, end in order.links:
        sideways[level[start]] = max(sideways[level[start]], abs(across[start] - across[end]))
    tops, bottoms, y = [], [], 0.0
    for row, far in zip(order.rows, sideways, strict=True):
        tops.append(y)
        y += max((heights[spot] for spot in row if spot < len(heights)), default=0)
        bottoms.append(y)
        y += min(ROW_GAP + far / 12, WIDEST_ROW_GAP)
    return tops, bottoms


def _apart(row: Iterable[int], widths: Sequence[float]) -> list[float]:
    """The distances between the centres of neighbouring spots in a row."""
    return [(_width(one, widths) + _width(other, widths)) / 2 + GAP for one, other in pairwise(row)]


def _width(spot: int, widths: Sequence[float]) -> float:
    return widths[spot] if spot < len(widths) else LINE
