"""The body around the bones: rows of oval slices and single ovals in space."""

import math
from dataclasses import dataclass

from figures import body
from figures.poses import SIDES
from figures.skeleton import Skeleton, on_spine, sign
from figures.vectors import UP, Frame, Vec, add, between, dot, scaled

# How many slices a bone has.
_SLICES = 9
_WAYS: tuple[Vec, ...] = (UP, (0.0, 0.0, -1.0), (1.0, 0.0, 0.0), (-1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, -1.0, 0.0))
_CORNERS = tuple((math.cos(turn * math.tau / 16), math.sin(turn * math.tau / 16)) for turn in range(16))


@dataclass(frozen=True, slots=True)
class Oval:
    """A flat slice of the flesh.

    Attributes:
        middle: its middle.
        first, second: its two half axes.
    """

    middle: Vec
    first: Vec
    second: Vec

    def rim(self) -> list[Vec]:
        """Points on its edge."""
        (x, y, z), (a, b, c), (d, e, f) = self.middle, self.first, self.second
        return [(x + a * p + d * q, y + b * p + e * q, z + c * p + f * q) for p, q in _CORNERS]


@dataclass(frozen=True, slots=True)
class Blob:
    """A round lump of flesh.

    Attributes:
        middle: its middle.
        axes: its three half axes.
    """

    middle: Vec
    axes: tuple[Vec, Vec, Vec]

    def points(self) -> list[Vec]:
        """Points all over it."""
        first, second, third = self.axes
        found = []
        for row in range(1, 8):
            high, wide = math.sin(math.pi * (row / 8 - 0.5)), math.cos(math.pi * (row / 8 - 0.5))
            found += Oval(add(self.middle, scaled(third, high)), scaled(first, wide), scaled(second, wide)).rim()
        return found

    def reach(self, way: Vec) -> float:
        """How far it reaches beyond its middle in a direction of length 1."""
        return math.sqrt(sum(dot(axis, way) ** 2 for axis in self.axes))

    def furthest(self, way: Vec) -> Vec:
        """The point of it that lies furthest in a direction of length 1."""
        size = self.reach(way)
        return add(self.middle, *(scaled(axis, dot(axis, way) / size) for axis in self.axes))


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the body with one outline.

    Attributes:
        name: such as `torso` or `left_shank`.
        rows: rows of slices; from one slice to the next, the flesh goes straight.
        blobs: what else is part of it.
        bed: how high that is on which it lies, which makes it flat below; None where nothing presses.
    """

    name: str
    rows: tuple[tuple[Oval, ...], ...]
    blobs: tuple[Blob, ...] = ()
    bed: float | None = None

    def pressed(self, point: Vec) -> Vec:
        """A point of the flesh, raised to what it lies on."""
        return point if self.bed is None or point[2] >= self.bed else (point[0], point[1], self.bed)

    def centre(self) -> Vec:
        """The middle of all slices."""
        ovals = [oval.middle for row in self.rows for oval in row] + [blob.middle for blob in self.blobs]
        return scaled(add(*ovals), 1 / len(ovals))

    def surface(self) -> list[Vec]:
        """Points on it."""
        points = [point for row in self.rows for oval in row for point in oval.rim()]
        for blob in self.blobs:
            points += [blob.furthest(way) for way in _WAYS]
        return points


def fleshed(skeleton: Skeleton) -> dict[str, Part]:
    """All parts of the body whose bones there are."""
    parts = [torso(skeleton), head(skeleton)]
    for side in SIDES:
        if f"{side}_thigh" in skeleton.frames:
            parts += [thigh(skeleton, side), shank(skeleton, side), foot(skeleton, side)]
        if f"{side}_upper_arm" in skeleton.frames:
            parts += [upper_arm(skeleton, side), forearm(skeleton, side), hand(skeleton, side)]
    return {part.name: part for part in parts}


def girth(table: tuple[body.Girth, ...], at: float) -> tuple[float, float, float]:
    """Front, back and side at a share of a bone's length, on a smooth curve through the table."""
    index = next((n for n in range(len(table) - 1) if at <= table[n + 1].at), len(table) - 2)
    p0, p1, p2, p3 = (table[min(max(index + n, 0), len(table) - 1)] for n in (-1, 0, 1, 2))
    t = min(1.0, max(0.0, (at - p1.at) / (p2.at - p1.at)))
    # A cubic whose slope at each entry of the table is that between its neighbours.
    slow, shift = (p2.at - p1.at) / (p2.at - p0.at), (p2.at - p1.at) / (p3.at - p1.at)
    a, b, c, d = 2 * t**3 - 3 * t**2 + 1, (t**3 - 2 * t**2 + t) * slow, 3 * t**2 - 2 * t**3, (t**3 - t**2) * shift
    return (
        a * p1.front + b * (p2.front - p0.front) + c * p2.front + d * (p3.front - p1.front),
        a * p1.back + b * (p2.back - p0.back) + c * p2.back + d * (p3.back - p1.back),
        a * p1.side + b * (p2.side - p0.side) + c * p2.side + d * (p3.side - p1.side),
    )


def _slice(point: Vec, frame: Frame, front: float, back: float, side: float) -> Oval:
    middle = frame.at(point, forward=(front - back) / 2)
    return Oval(middle, scaled(frame.forward, (front + back) / 2), scaled(frame.left, side))


def _bone(frame: Frame, start: Vec, size: float, table: tuple[body.Girth, ...], wide: float = 0.0) -> tuple[Oval, ...]:
    first, last = table[0].at, table[-1].at
    found = []
    for number in range(_SLICES + 1):
        at = first + (last - first) * number / _SLICES
        front, back, side = girth(table, at)
        found.append(_slice(frame.at(start, up=-at * size), frame, front + wide, back + wide, side + wide))
    return tuple(found)


def _ball(frame: Frame, middle: Vec, front: float, side: float, tall: float) -> Blob:
    return Blob(middle, (scaled(frame.forward, front), scaled(frame.left, side), scaled(frame.up, tall)))


def torso(skeleton: Skeleton, wide: float = 0.0, first: float = -0.12, last: float = 1.10) -> Part:
    """The trunk, or the slices of it between two shares of its length."""
    row = []
    count = max(3, round((last - first) * 14))
    for number in range(count + 1):
        at = first + (last - first) * number / count
        point, frame = on_spine(skeleton, at)
        front, back, aside = girth(body.TORSO_GIRTHS, at)
        row.append(_slice(point, frame, front + wide, back + wide, aside + wide))
    blobs = []
    if first < 0:
        pelvis = skeleton.frames["pelvis"]
        for side in SIDES:
            s = sign(side)
            middle = pelvis.at(skeleton.points["hips"], forward=-1.7, left=4.1 * s, up=-0.6)
            blobs.append(_ball(pelvis, middle, 5.4 + wide, 4.7 + wide, 6.2 + wide))
    return Part("torso", (tuple(row),), tuple(blobs))


def head(skeleton: Skeleton) -> Part:
    """Head and neck."""
    frame, skull = skeleton.frames["head"], skeleton.points["skull"]
    neck, low = skeleton.frames["neck"], skeleton.points["neck"]
    row = []
    for at, thick in ((-0.35, 3.9), (0.0, 3.5), (0.4, 3.05), (1.0, 2.95), (1.5, 2.9)):
        point = between(low, skull, at)
        row.append(_slice(point, neck, thick, thick, thick))
    jaw = (
        _slice(frame.at(skull, up=5.5), frame, 5.0, 3.5, 4.1),
        _slice(frame.at(skull, up=3.0), frame, 4.9, 2.0, 3.7),
        _slice(frame.at(skull, up=1.2), frame, 4.6, -1.0, 2.6),
        _slice(frame.at(skull, up=0.1), frame, 4.0, -2.2, 1.5),
    )
    nose = (
        _slice(frame.at(skull, up=6.4), frame, 5.2, -3.5, 0.6),
        _slice(frame.at(skull, up=4.5), frame, 6.4, -3.5, 0.75),
        _slice(frame.at(skull, up=4.0), frame, 5.9, -3.5, 0.8),
    )
    return Part("head", (tuple(row), jaw, nose), (cranium(skeleton),))


def cranium(skeleton: Skeleton, wide: float = 0.0) -> Blob:
    """The round of the skull; wider, it is the hair."""
    frame, skull = skeleton.frames["head"], skeleton.points["skull"]
    return _ball(frame, frame.at(skull, forward=-0.2, up=7.7), 5.7 + wide, 4.6 + wide, 5.3 + wide)


def thigh(skeleton: Skeleton, side: str, wide: float = 0.0, last: float = 1.0) -> Part:
    """A thigh, down to a share of its length."""
    frame, hip = skeleton.frames[f"{side}_thigh"], skeleton.points[f"{side}_hip"]
    row = _bone(frame, hip, body.THIGH, body.THIGH_GIRTHS, wide)
    if last < 1.0:
        front, back, aside = girth(body.THIGH_GIRTHS, last)
        end = _slice(frame.at(hip, up=-last * body.THIGH), frame, front + wide, back + wide, aside + wide)
        kept = [oval for n, oval in enumerate(row) if -0.06 + 1.06 * n / _SLICES < last - 0.03]
        row = (*kept, end)
    blobs = [_ball(frame, hip, 5.0 + wide, 4.2 + wide, 5.0 + wide)]
    if last == 1.0:
        blobs.append(_ball(frame, skeleton.points[f"{side}_knee"], 3.35, 3.1, 3.3))
    return Part(f"{side}_thigh", (row,), tuple(blobs))


def shank(skeleton: Skeleton, side: str) -> Part:
    """A lower leg without its foot."""
    frame, knee = skeleton.frames[f"{side}_shank"], skeleton.points[f"{side}_knee"]
    ankle = skeleton.points[f"{side}_ankle"]
    blobs = (_ball(frame, knee, 3.3, 3.05, 3.3), _ball(frame, ankle, 2.0, 2.1, 2.0))
    return Part(f"{side}_shank", (_bone(frame, knee, body.SHANK, body.SHANK_GIRTHS),), blobs)


def foot(skeleton: Skeleton, side: str) -> Part:
    """A foot with its toes."""
    frame, ankle = skeleton.frames[f"{side}_foot"], skeleton.points[f"{side}_ankle"]
    toes, ball = skeleton.frames[f"{side}_toes"], skeleton.points[f"{side}_ball"]
    row = tuple(_foot_slice(frame, ankle, ahead, wide, high, body.ANKLE) for ahead, wide, high in body.FOOT)
    tip = tuple(_foot_slice(toes, ball, ahead, wide, high, 1.1) for ahead, wide, high in body.TOES)
    return Part(f"{side}_foot", (row, tip), (_ball(toes, ball, 1.2, 2.8, 1.1),))


def _foot_slice(frame: Frame, at: Vec, ahead: float, wide: float, high: float, above: float) -> Oval:
    middle = frame.at(at, forward=ahead, up=high / 2 - above)
    return Oval(middle, scaled(frame.up, high / 2), scaled(frame.left, wide))


def upper_arm(skeleton: Skeleton, side: str) -> Part:
    """An upper arm with the round of the shoulder."""
    frame, shoulder = skeleton.frames[f"{side}_upper_arm"], skeleton.points[f"{side}_shoulder"]
    blobs = (
        _ball(frame, shoulder, 3.0, 2.9, 3.0),
        _ball(frame, skeleton.points[f"{side}_elbow"], 1.95, 2.0, 1.95),
    )
    return Part(f"{side}_upper_arm", (_bone(frame, shoulder, body.UPPER_ARM, body.UPPER_ARM_GIRTHS),), blobs)


def sleeve(skeleton: Skeleton, side: str) -> Part:
    """A short sleeve."""
    frame, shoulder = skeleton.frames[f"{side}_upper_arm"], skeleton.points[f"{side}_shoulder"]
    row = _bone(frame, shoulder, body.UPPER_ARM, body.UPPER_ARM_GIRTHS, 0.35)[: round(_SLICES * 0.5)]
    return Part(f"{side}_upper_arm", (row,), (_ball(frame, shoulder, 3.5, 3.4, 3.5),))


def forearm(skeleton: Skeleton, side: str) -> Part:
    """A forearm without its hand."""
    frame, elbow = skeleton.frames[f"{side}_forearm"], skeleton.points[f"{side}_elbow"]
    blobs = (
        _ball(frame, elbow, 1.95, 2.0, 1.95),
        _ball(frame, skeleton.points[f"{side}_wrist"], 1.2, 1.3, 1.2),
    )
    return Part(f"{side}_forearm", (_bone(frame, elbow, body.FOREARM, body.FOREARM_GIRTHS),), blobs)


def hand(skeleton: Skeleton, side: str) -> Part:
    """A hand with its thumb."""
    frame, wrist = skeleton.frames[f"{side}_hand"], skeleton.points[f"{side}_wrist"]
    row = []
    for at, wide, thick in body.PALM_AND_FINGERS:
        # Fingers are a little bent when nothing asks otherwise.
        middle = frame.at(wrist, left=0.5 * at**2, up=-at * body.HAND)
        row.append(Oval(middle, scaled(frame.forward, wide), scaled(frame.left, thick)))
    thumb = []
    for at, out, thick in ((0.12, 0.9, 0.9), (0.32, 1.9, 0.85), (0.52, 2.5, 0.65)):
        middle = frame.at(wrist, forward=out, left=0.3, up=-at * body.HAND)
        thumb.append(Oval(middle, scaled(frame.forward, thick), scaled(frame.left, thick)))
    return Part(f"{side}_hand", (tuple(row), tuple(thumb)))
