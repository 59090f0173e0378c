"""Which skin lies over which muscle, as patches in space."""

import itertools
import math
from collections.abc import Callable
from dataclasses import dataclass

from figures import body, shapes
from figures.camera import Camera
from figures.flesh import girth
from figures.shapes import Shape
from figures.skeleton import Skeleton, on_spine, sign
from figures.vectors import Frame, Vec, add, scaled, unit

# A point on the skin and the way that the skin faces there.
Spot = tuple[Vec, Vec]
# A patch is a grid of such points.
Patch = list[list[Spot]]

_ROWS, _COLUMNS = 10, 9


@dataclass(frozen=True, slots=True)
class _Belly:
    """On a bone: from where to where, in which direction from its middle (0 front, 90 outward), and how wide."""

    bone: str
    start: float
    end: float
    middle: float
    half: float


_BELLIES = {
    "hamstrings": _Belly("thigh", 0.12, 0.98, 180, 72),
    "quadriceps": _Belly("thigh", 0.12, 0.93, 10, 65),
    "inner-thigh": _Belly("thigh", 0.03, 0.80, -80, 62),
    "calf": _Belly("shank", 0.03, 0.62, 180, 85),
}


def patches(skeleton: Skeleton, muscle: str, side: str) -> list[tuple[str, Patch]]:
    """The patches of a muscle, each with the part of the body on which it lies."""
    if muscle in _BELLIES:
        belly = _BELLIES[muscle]
        return [(f"{side}_{belly.bone}", _belly(skeleton, belly, side))]
    if muscle == "buttock":
        return [("torso", _buttock(skeleton, side))]
    if muscle == "side-of-hip":
        return [("torso", _side_of_hip(skeleton, side))]
    if muscle == "front-of-hip":
        return [("torso", _front_of_hip(skeleton, side))]
    return [(f"{side}_shank", _achilles(skeleton, side))]


def visible(
    patch: Patch,
    eye: Camera,
    lies: Callable[[Vec], Vec] = lambda point: point,
    least: float = 0.02,
    only: Callable[[Vec], bool] | None = None,
) -> Shape:
    """The part of a patch that faces the viewer.

    Args:
        patch: points of the skin, each with the way it faces.
        eye: from where.
        lies: where a point of the skin lies, if something presses on it.
        least: how much it must face the viewer, from -1 to 1.
        only: which points count.
    """
    groups = []
    for above, below in itertools.pairwise(patch):
        for corners in zip(above, above[1:], below[1:], below, strict=False):
            if all(eye.depth(faces) > least and (only is None or only(point)) for point, faces in corners):
                groups.append([eye.flat(lies(point)) for point, _ in corners])
    return shapes.hulls(groups) if groups else shapes.NOTHING


def _belly(skeleton: Skeleton, belly: _Belly, side: str) -> Patch:
    thigh = belly.bone == "thigh"
    frame = skeleton.frames[f"{side}_{belly.bone}"]
    start = skeleton.points[f"{side}_hip" if thigh else f"{side}_knee"]
    size = body.THIGH if thigh else body.SHANK
    table = body.THIGH_GIRTHS if thigh else body.SHANK_GIRTHS
    grid = []
    for row in range(_ROWS + 1):
        share = row / _ROWS
        at = belly.start + (belly.end - belly.start) * share
        front, back, wide = girth(table, at)
        middle = frame.at(start, forward=(front - back) / 2, up=-at * size)
        half = belly.half * math.sin(math.pi * (0.04 + 0.92 * share)) ** 0.6
        grid.append(_arc(frame, middle, (front + back) / 2, wide, belly.middle, half, sign(side)))
    return grid


def _arc(frame: Frame, middle: Vec, deep: float, wide: float, toward: float, half: float, s: float) -> list[Spot]:
    found = []
    for column in range(_COLUMNS + 1):
        turn = math.radians(toward - half + 2 * half * column / _COLUMNS)
        c, d = math.cos(turn), math.sin(turn) * s
        point = frame.at(middle, forward=deep * c, left=wide * d)
        faces = unit(add(scaled(frame.forward, c / deep), scaled(frame.left, d / wide)))
        found.append((point, faces))
    return found


def _lump(frame: Frame, middle: Vec, axes: tuple[float, float, float], way: Vec, half: float, long: float) -> Patch:
    """A patch on a round lump, about a direction of the frame: half its width and length in degrees."""
    grid = []
    out = unit(way)
    level = unit((-out[1], out[0], 0.0)) if abs(out[2]) < 0.99 else (0.0, 1.0, 0.0)
    tall = (
        out[1] * level[2] - out[2] * level[1],
        out[2] * level[0] - out[0] * level[2],
        out[0] * level[1] - out[1] * level[0],
    )
    for row in range(_ROWS + 1):
        up = -1 + 2 * row / _ROWS
        line = []
        for column in range(_COLUMNS + 1):
            aside = (-1 + 2 * column / _COLUMNS) * math.sqrt(max(0.0, 1 - up * up))
            a, b = math.tan(math.radians(half)) * aside, math.tan(math.radians(long)) * up
            n = unit(add(out, scaled(level, a), scaled(tall, b)))
            point = frame.at(middle, n[0] * axes[0], n[1] * axes[1], n[2] * axes[2])
            bones = (frame.forward, frame.left, frame.up)
            faces = unit(add(*(scaled(bone, n[axis] / axes[axis]) for axis, bone in enumerate(bones))))
            line.append((point, faces))
        grid.append(line)
    return grid


def _buttock(skeleton: Skeleton, side: str) -> Patch:
    pelvis, s = skeleton.frames["pelvis"], sign(side)
    middle = pelvis.at(skeleton.points["hips"], forward=-1.7, left=4.1 * s, up=-0.6)
    return _lump(pelvis, middle, (5.4, 4.7, 6.2), (-1.0, 0.55 * s, 0.12), 52, 50)


def _side_of_hip(skeleton: Skeleton, side: str) -> Patch:
    pelvis, s = skeleton.frames["pelvis"], sign(side)
    middle = pelvis.at(skeleton.points["hips"], left=3.6 * s, up=2.6)
    return _lump(pelvis, middle, (6.2, 5.8, 7.6), (0.2, 1.0 * s, 0.0), 52, 50)


def _front_of_hip(skeleton: Skeleton, side: str) -> Patch:
    s = sign(side)
    frame, hip = skeleton.frames[f"{side}_thigh"], skeleton.points[f"{side}_hip"]
    grid = []
    for row in range(_ROWS + 1):
        share = row / _ROWS
        half = 48 * math.sin(math.pi * (0.05 + 0.9 * share)) ** 0.6
        if share < 0.5:
            at = 0.26 - 0.48 * share
            point, lies = on_spine(skeleton, at)
            front, back, wide = girth(body.TORSO_GIRTHS, at)
            middle = lies.at(point, forward=(front - back) / 2, left=0.25 * wide * s)
            grid.append(_arc(lies, middle, (front + back) / 2, wide * 0.62, 18, half, s))
        else:
            at = -0.02 + 0.48 * (share - 0.5)
            front, back, wide = girth(body.THIGH_GIRTHS, at)
            middle = frame.at(hip, forward=(front - back) / 2, up=-at * body.THIGH)
            grid.append(_arc(frame, middle, (front + back) / 2, wide, 5, half, s))
    return grid


def _achilles(skeleton: Skeleton, side: str) -> Patch:
    frame, knee = skeleton.frames[f"{side}_shank"], skeleton.points[f"{side}_knee"]
    foot, ankle = skeleton.frames[f"{side}_foot"], skeleton.points[f"{side}_ankle"]
    grid = []
    for row in range(_ROWS + 1):
        at = 0.58 + 0.42 * row / _ROWS
        front, back, wide = girth(body.SHANK_GIRTHS, at)
        middle = frame.at(knee, forward=(front - back) / 2, up=-at * body.SHANK)
        grid.append(_arc(frame, middle, (front + back) / 2, wide, 180, 62, sign(side)))
    heel = foot.at(ankle, forward=-2.0, up=-1.6)
    grid.append(_arc(foot, heel, 2.2, 2.0, 180, 62, sign(side)))
    return grid
