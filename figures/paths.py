"""Outlines as SVG path data, in whole units and as short as can be."""

import itertools

from figures.camera import Flat

# Units of a drawing in a hundredth of the body's height.
SCALE = 20


def units(length: float) -> int:
    """A length of the body in units of the drawing."""
    # The small addition keeps exact halves from wavering.
    return round(length * SCALE + 1e-4)


def smooth_ring(points: list[Flat]) -> str:
    """A closed curve through the middle of each side, bent toward the corners; nothing for fewer than three."""
    corners = [_whole(point) for point in points]
    corners = [corner for n, corner in enumerate(corners) if corner != corners[n - 1]]
    if len(corners) < 3:
        return ""
    ends = [_half_way(a, b) for a, b in zip(corners, corners[1:] + corners[:1], strict=True)]
    return f"{_move(ends[-1])}q{_curves(ends[-1], corners, ends)}z"


def smooth_line(points: list[Flat]) -> str:
    """An open curve from the first point to the last, bent toward those between."""
    first, *corners, last = [_whole(point) for point in points]
    if not corners:
        return straight([points[0], points[-1]], ring=False)
    ends = [_half_way(a, b) for a, b in itertools.pairwise(corners)]
    return f"{_move(first)}q{_curves(first, corners, [*ends, last])}"


def straight(points: list[Flat], ring: bool = True) -> str:
    """Straight lines through the points, and back to the first one."""
    corners = [_whole(point) for point in points]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(corners)]
    return f"{_move(corners[0])}l{_listed([number for step in steps for number in step])}{'z' if ring else ''}"


def _curves(start: tuple[int, int], corners: list[tuple[int, int]], ends: list[tuple[int, int]]) -> str:
    numbers: list[int] = []
    x, y = start
    for corner, end in zip(corners, ends, strict=True):
        numbers += [corner[0] - x, corner[1] - y, end[0] - x, end[1] - y]
        x, y = end
    return _listed(numbers)


def _whole(point: Flat) -> tuple[int, int]:
    return units(point[0]), units(point[1])


def _half_way(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
    return (a[0] + b[0]) // 2, (a[1] + b[1]) // 2


def _move(point: tuple[int, int]) -> str:
    return f"M{_listed([*point])}"


def _listed(numbers: list[int]) -> str:
    """Numbers with a blank between them only where it is needed."""
    return "".join(f" {number}" if n and number >= 0 else str(number) for n, number in enumerate(numbers))
