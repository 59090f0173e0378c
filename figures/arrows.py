"""The arrow along the way of the part that moves."""

import math

from figures import paths, shapes
from figures.camera import Camera, Flat
from figures.poses import Arrow
from figures.shapes import Shape
from figures.skeleton import Skeleton
from figures.vectors import Vec, add, between, dot, scaled, sub, unit

# Shorter ways are drawn as long as this.
_LEAST = 11.0
# How wide the free space about an arrow is.
_FREE = 5.5
_HEAD = 3.4
# To which joint a point is joined; others go straight.
_JOINED = {
    "knee": "hip",
    "ankle": "knee",
    "heel": "ankle",
    "ball": "ankle",
    "toe": "ball",
    "elbow": "shoulder",
    "wrist": "elbow",
    "palm": "wrist",
}


def arrow_of(arrow: Arrow, start: Skeleton, move: Skeleton, eye: Camera, body: Shape) -> tuple[str, Shape]:
    """An arrow as SVG text, and the shape it takes up; one that follows the body keeps clear of it."""
    if arrow.path:
        return _drawn([eye.flat(point) for point in arrow.path], body)
    way = [eye.flat(underway(start, move, n / 8, arrow.follows or "hips")) for n in range(9)]
    return _drawn(_clear(_long_enough(way), body), body)


def underway(start: Skeleton, move: Skeleton, share: float, name: str) -> Vec:
    """Where a point is on the way from one skeleton to another, each bone turning evenly."""
    side, _, point = name.partition("_")
    joint = {"neck": "hips", "skull": "neck"}.get(name) or (f"{side}_{_JOINED[point]}" if point in _JOINED else None)
    if joint is None:
        return between(start.points[name], move.points[name], share)
    a, b = sub(start.points[name], start.points[joint]), sub(move.points[name], move.points[joint])
    return add(underway(start, move, share, joint), _swung(a, b, share))


def _swung(a: Vec, b: Vec, share: float) -> Vec:
    turn = math.acos(max(-1.0, min(1.0, dot(unit(a), unit(b)))))
    if turn < 1e-3 or turn > 3.1:
        return between(a, b, share)
    first, second = math.sin((1 - share) * turn) / math.sin(turn), math.sin(share * turn) / math.sin(turn)
    return add(scaled(a, first), scaled(b, second))


def _long_enough(way: list[Flat]) -> list[Flat]:
    (x0, y0), (x1, y1) = way[0], way[-1]
    far = math.dist(way[0], way[-1])
    if far >= _LEAST or far < 0.01:
        return way
    x, y, by = (x0 + x1) / 2, (y0 + y1) / 2, _LEAST / far
    return [(x + (a - x) * by, y + (b - y) * by) for a, b in way]


def _clear(way: list[Flat], body: Shape) -> list[Flat]:
    """The way, set off aside or along itself by as little as makes it clear of the body."""
    (x0, y0), (x1, y1) = way[0], way[-1]
    far = math.dist(way[0], way[-1]) or 1.0
    dx, dy = (x1 - x0) / far, (y1 - y0) / far
    for step in range(60):
        for x, y in ((dy, -dx), (-dy, dx), (dx, dy), (-dx, -dy)):
            moved = [(a + x * step * 0.7, b + y * step * 0.7) for a, b in way]
            if not shapes.band(moved, _FREE).intersects(body):
                return moved
    return way


def _drawn(way: list[Flat], body: Shape) -> tuple[str, Shape]:
    (x0, y0), (x1, y1) = way[-2:]
    turn = math.atan2(y1 - y0, x1 - x0)
    head = [(x1 - _HEAD * math.cos(turn + t), y1 - _HEAD * math.sin(turn + t)) for t in (0.6, -0.6)]
    data = paths.smooth_line(way) + paths.straight([head[0], way[-1], head[1]], ring=False)
    text = f'<path stroke="var(--sp-mark,#a33d12)" stroke-width="26" d="{data}"/>'
    shape = shapes.band([*way, *head], 1.3)
    if shape.intersects(body):
        # Before the body, it needs a rim to be seen.
        text = f'<path stroke="var(--md-default-bg-color,#fff)" stroke-width="58" d="{data}"/>{text}'
    return text, shape
