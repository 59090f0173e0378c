"""Hair and face."""

import itertools
import math
from collections.abc import Iterator

from figures import shapes
from figures.camera import Camera, Flat
from figures.muscles import Patch, visible
from figures.shapes import Shape
from figures.skeleton import Skeleton
from figures.vectors import Frame, Vec, add, scaled, sub, unit

_ROWS, _COLUMNS = 14, 24
# The middle of the hair above the skull's base, and its half axes: forward, left and up.
_MIDDLE = (-0.2, 0.0, 7.8)
_AXES = (6.1, 5.0, 5.7)
# The hair's lower edge: forward of the skull's base, and how high.
_EDGE = ((-9.0, 2.6), (-2.2, 3.2), (-0.9, 5.4), (1.0, 6.6), (2.4, 8.9), (4.0, 9.9), (9.0, 10.3))
_EAR = ((0.2, 6.4), (-1.0, 7.0), (-1.6, 5.8), (-0.9, 4.3), (0.0, 4.4))
_MOUTH = ((4.15, 1.35, 2.75), (4.75, 0.7, 2.35), (4.9, 0.0, 2.25), (4.75, -0.7, 2.35), (4.15, -1.35, 2.75))


def hair(skeleton: Skeleton, eye: Camera) -> Shape:
    """The hair that is seen."""
    frame, skull = skeleton.frames["head"], skeleton.points["skull"]
    grid = _cap(frame, skull)

    def is_hair(point: Vec) -> bool:
        forward, left, up = frame.seen(sub(point, skull))
        # It comes down further at the temples than at the forehead.
        up += max(0.0, abs(left) - 2.2) * 0.75 if forward > 1.0 else 0.0
        for (x0, y0), (x1, y1) in itertools.pairwise(_EDGE):
            if forward <= x1:
                return up > y0 + (y1 - y0) * (forward - x0) / (x1 - x0)
        return False

    seen = visible(grid, eye, least=-0.1, only=is_hair)
    return shapes.opened(shapes.closed(seen, 0.8), 0.6)


def _cap(frame: Frame, skull: Vec) -> Patch:
    grid = []
    for row in range(_ROWS + 1):
        high = math.pi * (0.5 - row / _ROWS)
        line = []
        for column in range(_COLUMNS + 1):
            turn = math.tau * column / _COLUMNS
            out = (math.cos(high) * math.cos(turn), math.cos(high) * math.sin(turn), math.sin(high))
            point = frame.at(skull, *(_MIDDLE[n] + _AXES[n] * out[n] for n in range(3)))
            bones = (frame.forward, frame.left, frame.up)
            line.append((point, unit(add(*(scaled(bones[n], out[n] / _AXES[n]) for n in range(3))))))
        grid.append(line)
    return grid


def face(skeleton: Skeleton, eye: Camera) -> Iterator[tuple[Flat, ...]]:
    """Eyes, ear and mouth as far as they are seen, each as a line or a dot."""
    frame, skull = skeleton.frames["head"], skeleton.points["skull"]
    ahead, aside, above = frame.seen(eye.toward)
    for s in (1.0, -1.0):
        if ahead * 0.75 + aside * s * 0.66 > 0.25:
            # From the side, an eye is further from the nose than it looks from the front.
            wide = 1.8 + 1.2 * min(1.0, abs(aside))
            yield (eye.flat(frame.at(skull, 0.75 + 4.25 * (1 - (wide / 4.1) ** 2) ** 0.5, wide * s, 6.3)),)
        if aside * s > 0.35:
            yield tuple(eye.flat(frame.at(skull, forward, 4.4 * s, up)) for forward, up in _EAR)
    shown = [point for point in _MOUTH if ahead * 0.8 + aside * point[1] * 0.45 > 0.05]
    # Seen from below or above, a smile would look like its opposite.
    if len(shown) > 1 and abs(above) < 0.55:
        yield tuple(eye.flat(frame.at(skull, *point)) for point in shown)
