"""What is wrong with a pose: joints bent too far, contacts that do not touch, a body that would fall.

All is measured in space, so it holds for every view. Lengths are in hundredths of the body's height.
"""

import math
from collections.abc import Iterator
from itertools import combinations

from figures import body
from figures.flesh import Part
from figures.placing import boxes, contacts, flesh_of, ground, placed, region, soft
from figures.poses import FRAMES, SIDES, Exercise, Pose, Props, pose_of
from figures.skeleton import Skeleton
from figures.vectors import Vec, add, between, dot, length, scaled, sub

# How far a part may be off what it touches.
TOUCH = 0.6
# What is nearer than this to a surface without touching it looks as if it should touch.
NEAR = 3.0
NEAR_WALL = 6.0
# How far a hand or foot may end from where it was asked to be.
MISS = 0.3
# How far the centre of mass may be outside the base.
TOPPLE = 0.5

_THICK = {"thigh": 4.6, "shank": 2.6, "foot": 1.8, "upper_arm": 2.3, "forearm": 1.7, "hand": 1.0}
_BONES = {
    "thigh": ("hip", "knee"),
    "shank": ("knee", "ankle"),
    "foot": ("heel", "toe"),
    "upper_arm": ("shoulder", "elbow"),
    "forearm": ("elbow", "wrist"),
    "hand": ("wrist", "fingertips"),
}


def problems(exercise: Exercise) -> list[tuple[str, str]]:
    """What is wrong with an exercise, each as the frame and a sentence."""
    found = []
    for frame in FRAMES:
        pose = pose_of(exercise, frame)
        try:
            skeleton, parts = placed(pose, exercise.props)
            found += [(frame, said) for said in _said(exercise, pose, skeleton, parts)]
        except KeyError as error:
            said = f"“{error.args[0]}” is unknown here. README.md lists the parts, points and surfaces that there are."
            found.append((frame, said))
    return found


def _said(exercise: Exercise, pose: Pose, skeleton: Skeleton, parts: dict[str, Part]) -> Iterator[str]:
    props = exercise.props
    yield from _unknown_points(exercise, skeleton)
    yield from _bent_too_far(skeleton)
    yield from _out_of_reach(skeleton)
    yield from _not_touching(pose, props, skeleton, parts)
    yield from _inside_things(pose, props, parts)
    yield from _floating(pose, props, skeleton, parts)
    yield from _through_itself(skeleton)
    yield from _falling(pose, props, skeleton, parts)


def _unknown_points(exercise: Exercise, skeleton: Skeleton) -> Iterator[str]:
    through = exercise.props.strap.through if exercise.props.strap else []
    named = [point for point in through if isinstance(point, str)]
    named += [arrow.follows for arrow in exercise.arrows if arrow.follows]
    for name in named:
        if name not in skeleton.points:
            raise KeyError(name)
    for arrow in exercise.arrows:
        if (arrow.follows is None) == (arrow.path is None) or (arrow.path is not None and len(arrow.path) < 2):
            yield "An arrow either follows a point or has a path of two points or more."


def _bent_too_far(skeleton: Skeleton) -> Iterator[str]:
    for name, angle in skeleton.angles.items():
        least, most = body.LIMITS[name.removeprefix("left_").removeprefix("right_")]
        if not least - 0.5 <= angle <= most + 0.5:
            yield f"{name} is bent by {angle:.0f}°, and goes from {least:.0f}° to {most:.0f}°."


def _out_of_reach(skeleton: Skeleton) -> Iterator[str]:
    for name, miss in skeleton.misses.items():
        if miss > MISS:
            yield f"{name} ends {miss:.1f} from where it shall be: move it or the body nearer."


def _not_touching(pose: Pose, props: Props, skeleton: Skeleton, parts: dict[str, Part]) -> Iterator[str]:
    if not contacts(pose):
        yield "Nothing carries the body: name in `touches` what stands on what."
    for part, surface in contacts(pose):
        points = region(part, skeleton, parts)
        if surface == "wall" and props.wall:
            gap = props.wall.x - max(point[0] for point in points)
        elif surface == "side-wall" and props.side_wall:
            gap = props.side_wall.y - max(point[1] for point in points)
        else:
            gap = min(point[2] for point in points) - ground(props, surface)
        if not -TOUCH - soft(flesh_of(part)) <= gap <= TOUCH:
            where = "above" if gap > 0 else "below"
            if "wall" in surface:
                where = "before" if gap > 0 else "behind"
            yield f"{part} shall touch the {surface} and is {abs(gap):.1f} {where} it."


def _inside_things(pose: Pose, props: Props, parts: dict[str, Part]) -> Iterator[str]:
    for name, part in parts.items():
        give = soft(name) + TOUCH
        points = part.surface()
        low = min(point[2] for point in points)
        if low < -give:
            yield f"{name} is {-low:.1f} below the floor."
        for what, (x, y, z) in boxes(props):
            deep = max(
                min(p[0] - x[0], x[1] - p[0], p[1] - y[0], y[1] - p[1], p[2] - z[0], z[1] - p[2]) for p in points
            )
            if deep > give:
                yield f"{name} is {deep:.1f} inside the {what}."


def _floating(pose: Pose, props: Props, skeleton: Skeleton, parts: dict[str, Part]) -> Iterator[str]:
    named = {flesh_of(part) for part, _ in contacts(pose)}
    for side in SIDES:
        for limb in ("foot", "hand", "forearm", "knee"):
            name = f"{side}_{limb}"
            points = region(name, skeleton, parts)
            straight = limb == "knee" and skeleton.angles[f"{side}_knee"] < 25
            if flesh_of(name) in named or straight:
                continue
            for gap in _gaps_below(points, props):
                if TOUCH < gap < NEAR:
                    yield f"{name} floats {gap:.1f} above what is below it: let it touch, or lift it to {NEAR:.0f}."
                    break
            if limb == "hand" and props.wall:
                gap = props.wall.x - max(point[0] for point in points)
                if TOUCH < gap < NEAR_WALL:
                    yield f"{name} floats {gap:.1f} before the wall."
    if pose.contact.part in ("back", "belly", "side") and "head" not in named:
        gap = min(point[2] for point in parts["head"].surface())
        if TOUCH < gap < NEAR:
            yield f"head floats {gap:.1f} above the floor."


def _gaps_below(points: list[Vec], props: Props) -> Iterator[float]:
    yield min(point[2] for point in points)
    for _, (x, y, z) in boxes(props):
        over = [p[2] - z[1] for p in points if x[0] < p[0] < x[1] and y[0] < p[1] < y[1] and p[2] > z[1] - 0.5]
        if over:
            yield min(over)


def _through_itself(skeleton: Skeleton) -> Iterator[str]:
    bones = [
        (side, kind, skeleton.points[f"{side}_{a}"], skeleton.points[f"{side}_{b}"])
        for side in SIDES
        for kind, (a, b) in _BONES.items()
    ]
    for (side, kind, a, b), (other_side, other, c, d) in combinations(bones, 2):
        legs = ("thigh", "shank", "foot")
        if side == other_side and (kind in legs) == (other in legs):
            continue
        near = _apart(a, b, c, d)
        if near < 0.55 * (_THICK[kind] + _THICK[other]) and {kind, other} != {"thigh"}:
            yield f"{side}_{kind} goes through {other_side}_{other}."


def _apart(a: Vec, b: Vec, c: Vec, d: Vec) -> float:
    """The distance of two lines' nearest points, found by trying."""
    steps = 12
    return min(
        length(sub(between(a, b, n / steps), _nearest(between(a, b, n / steps), c, d))) for n in range(steps + 1)
    )


def _nearest(point: Vec, c: Vec, d: Vec) -> Vec:
    way = sub(d, c)
    return between(c, d, max(0.0, min(1.0, dot(sub(point, c), way) / (dot(way, way) or 1.0))))


def centre_of_mass(skeleton: Skeleton) -> Vec:
    """Where the body's centre of mass is."""
    p = skeleton.points
    ends = [("head", p["neck"], add(p["skull"], scaled(skeleton.frames["head"].up, 13)))]
    ends.append(("trunk", p["hips"], p["neck"]))
    for side in SIDES:
        ends += [(kind, p[f"{side}_{a}"], p[f"{side}_{b}"]) for kind, (a, b) in _BONES.items()]
    total = sum(body.MASSES[kind][0] for kind, _, _ in ends)
    return scaled(
        add(*(scaled(between(a, b, body.MASSES[kind][1]), body.MASSES[kind][0]) for kind, a, b in ends)), 1 / total
    )


def _falling(pose: Pose, props: Props, skeleton: Skeleton, parts: dict[str, Part]) -> Iterator[str]:
    if (
        pose.held
        or not contacts(pose)
        or any(surface in ("wall", "side-wall", "chair") for _, surface in contacts(pose))
    ):
        return
    base = []
    for part, surface in contacts(pose):
        level = ground(props, surface)
        base += [(p[0], p[1]) for p in region(part, skeleton, parts) if p[2] < level + TOUCH]
    x, y, _ = centre_of_mass(skeleton)
    out = outside((x, y), base)
    if out > TOPPLE:
        yield f"The body would fall: its weight is {out:.1f} outside what it stands on."


def outside(point: tuple[float, float], base: list[tuple[float, float]]) -> float:
    """How far a point is outside the smallest area without dents round other points; 0 within it."""
    corners = sorted(set(base))
    if len(corners) < 3:
        return min((math.dist(point, corner) for corner in corners), default=math.inf)
    ring = _half(corners) + _half(corners[::-1])
    inside = True
    nearest = math.inf
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        side = (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])
        inside = inside and side >= 0
        foot = _nearest((*point, 0.0), (*a, 0.0), (*b, 0.0))
        nearest = min(nearest, math.dist(point, foot[:2]))
    return 0.0 if inside else nearest


def _half(corners: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """One half of the ring round points that are in order, against the clock, without its last point."""
    ring: list[tuple[float, float]] = []
    for p in corners:
        while len(ring) > 1 and (
            (ring[-1][0] - ring[-2][0]) * (p[1] - ring[-2][1]) - (ring[-1][1] - ring[-2][1]) * (p[0] - ring[-2][0]) <= 0
        ):
            ring.pop()
        ring.append(p)
    return ring[:-1]
