"""The outlines of the body's parts in the picture, how they join, and the edges that lie inside."""

import itertools
from collections.abc import Mapping

from figures import shapes
from figures.camera import Camera, Flat
from figures.flesh import Part
from figures.poses import SIDES
from figures.shapes import Shape
from figures.skeleton import Skeleton
from figures.vectors import UP

# Where two parts meet: the joint, the parts, and how far from it their edges are one.
_JOINTS = (
    ("hip", ("torso", "thigh"), 7.2),
    ("knee", ("thigh", "shank"), 4.4),
    ("ankle", ("shank", "foot"), 4.6),
    ("shoulder", ("torso", "upper_arm"), 4.3),
    ("elbow", ("upper_arm", "forearm"), 2.9),
    ("wrist", ("forearm", "hand"), 2.4),
)
_NECK = 5.6
# An edge this near to another one is the same.
_SAME = 0.3


def outline(part: Part, eye: Camera) -> Shape:
    """The outline of a part of the body."""
    groups = []
    for row in part.rows:
        rims = [[eye.flat(part.pressed(point)) for point in oval.rim()] for oval in row]
        groups += [a + b for a, b in itertools.pairwise(rims)]
    for blob in part.blobs:
        lies = part.bed is not None and blob.middle[2] - blob.reach(UP) < part.bed
        groups.append([eye.flat(part.pressed(point)) for point in blob.points()] if lies else eye.rim(blob))
    return shapes.hulls(groups)


def joined(one: str, other: str) -> bool:
    """Whether two parts share a joint."""
    kinds = {_kind(one), _kind(other)}
    if kinds == {"head", "torso"}:
        return True
    same_side = "torso" in kinds or one.partition("_")[0] == other.partition("_")[0]
    return same_side and any(set(pair) == kinds for _, pair, _ in _JOINTS)


def fillets(skeleton: Skeleton, flat: Mapping[str, Shape], eye: Camera) -> list[Shape]:
    """What rounds off the corners where two parts meet, and nothing more: limbs stay apart from what they pass."""
    found = []
    for joint, pair, radius in _JOINTS:
        for side in SIDES:
            names = [name if name in flat else f"{side}_{name}" for name in pair]
            if all(name in flat for name in names):
                at = eye.flat(skeleton.points[f"{side}_{joint}"])
                found.append(_fillet([flat[name] for name in names], at, radius * 1.5))
    if "head" in flat and "torso" in flat:
        found.append(_fillet([flat["head"], flat["torso"]], eye.flat(skeleton.points["neck"]), 6.0))
    return found


def inner_lines(skeleton: Skeleton, order: list[str], flat: Mapping[str, Shape], eye: Camera, whole: Shape) -> Shape:
    """The edges of parts that lie before other parts; near a joint that two parts share, there is none.

    Args:
        skeleton: the whole body.
        order: names of the parts, from far to near.
        flat: their outlines.
        eye: from where.
        whole: the outline of all.
    """
    found = []
    inside = shapes.smaller(whole, 0.35)
    for place, name in enumerate(order[1:], start=1):
        edge = shapes.edge(flat[name], inside, shapes.union([flat[other] for other in order[place + 1 :]]))
        behind = order[:place]
        apart = shapes.union([flat[other] for other in behind if not joined(name, other)])
        if edge.intersects(apart):
            next_to = shapes.union([flat[other] for other in order if joined(name, other)])
            found.append(edge.intersection(shapes.smaller(apart, _SAME)).difference(shapes.smaller(next_to, _SAME)))
        meets = shapes.union([flat[other] for other in behind if joined(name, other)])
        rest = edge.difference(_around_joints(skeleton, name, eye)).intersection(meets)
        if not rest.is_empty:
            found.append(rest.intersection(shapes.smaller(meets, _SAME)))
    return shapes.union(found)


def _kind(part: str) -> str:
    return part.removeprefix("left_").removeprefix("right_")


def _fillet(parts: list[Shape], at: Flat, radius: float) -> Shape:
    # What is far from the corner is left away first: it would only cost time.
    around = shapes.disc(at, radius + 3)
    near = shapes.union([part.intersection(around) for part in parts])
    return shapes.closed(near, 1.2).intersection(shapes.disc(at, radius))


def _around_joints(skeleton: Skeleton, name: str, eye: Camera) -> Shape:
    kind = _kind(name)
    sides = SIDES if kind == name else (name.removesuffix(f"_{kind}"),)
    discs = [
        shapes.disc(eye.flat(skeleton.points[f"{side}_{joint}"]), radius)
        for joint, pair, radius in _JOINTS
        for side in sides
        if kind in pair
    ]
    if kind in ("head", "torso"):
        discs.append(shapes.disc(eye.flat(skeleton.points["neck"]), _NECK))
    return shapes.union(discs)
