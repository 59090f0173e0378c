"""A pose put on its ground: the part that carries the body is lowered until it touches."""

from collections.abc import Iterator
from dataclasses import replace

from figures.flesh import Part, cranium, fleshed
from figures.poses import SIDES, Pose, Props, Span
from figures.skeleton import Skeleton, built
from figures.vectors import UP, Vec, length, sub

# How far flesh gives way under the body's weight.
_SOFT = {
    "torso": 1.1,
    "head": 0.5,
    "thigh": 1.0,
    "shank": 0.5,
    "foot": 0.1,
    "upper_arm": 0.5,
    "forearm": 0.4,
    "hand": 0.3,
}
# What may touch something: the flesh, the point that stands for it, and how much of the flesh about it is meant.
_TRUNK = ("back", "belly", "seat", "side")
_LIMBS: dict[str, tuple[str, str, float | None]] = {
    "knee": ("shank", "knee", 5.5),
    "foot": ("foot", "ball", None),
    "heel": ("foot", "heel", 3.6),
    "ball": ("foot", "ball", 4.0),
    "toes": ("foot", "toe", 3.0),
    "forearm": ("forearm", "wrist", None),
    "hand": ("hand", "palm", None),
}
_BOTH = {"knees": "knee", "feet": "foot", "heels": "heel", "balls": "ball", "forearms": "forearm", "hands": "hand"}


def placed(pose: Pose, props: Props) -> tuple[Skeleton, dict[str, Part]]:
    """The skeleton and the flesh of a pose on its ground.

    Raises:
        KeyError: for a part, point or surface that there is not.
    """
    if pose.contact.part == "back" and "head" in pose.touches:
        pose = _head_down(pose, props)
    skeleton = built(pose, _hips(pose, props))
    return skeleton, {name: replace(part, bed=_bed(pose, props, name)) for name, part in fleshed(skeleton).items()}


def contacts(pose: Pose) -> list[tuple[str, str]]:
    """All that touches something, each with its surface: what carries the body comes first."""
    found = [] if pose.contact.part == "hips" else [(pose.contact.part, pose.contact.surface)]
    for part, surface in pose.touches.items():
        found += [(f"{side}_{_BOTH[part]}", surface) for side in SIDES] if part in _BOTH else [(part, surface)]
    return list(dict.fromkeys(found))


def flesh_of(part: str) -> str:
    """The flesh that a name in `contact` or `touches` means. Raises KeyError for an unknown one."""
    return _meaning(part)[0]


def region(part: str, skeleton: Skeleton, parts: dict[str, Part]) -> list[Vec]:
    """The points of the skin that a name in `contact` or `touches` means."""
    flesh, point, near = _meaning(part)
    points = parts[flesh].surface()
    return points if near is None else [one for one in points if length(sub(one, skeleton.points[point])) < near]


def soft(flesh: str) -> float:
    """How far a part of the flesh gives way."""
    return _SOFT[flesh.removeprefix("left_").removeprefix("right_")]


def ground(props: Props, surface: str) -> float:
    """How high a surface is. Raises KeyError where there is none of that name."""
    heights = {"floor": 0.0}
    if props.step:
        heights["step"] = props.step.height
    if props.chair:
        heights |= {"seat": props.chair.height, "chair": props.chair.height + props.chair.back}
    return heights[surface]


def boxes(props: Props) -> Iterator[tuple[str, tuple[Span, Span, Span]]]:
    """All that is solid, from the back to the front: its name, and from where to where in x, y and z."""
    if props.side_wall:
        y = props.side_wall.y
        yield "side-wall", (props.side_wall.x, (y, y + 2.5), (0.0, props.side_wall.height))
    if props.wall:
        yield "wall", ((props.wall.x, props.wall.x + 2.5), (-13.0, 13.0), (0.0, 100.0))
    if props.step:
        yield "step", (props.step.x, props.step.y, (0.0, props.step.height))
    if props.chair:
        x0, x1 = props.chair.front - props.chair.deep, props.chair.front
        (y0, y1), h = props.chair.y, props.chair.height
        for y in (y1 - 2.2, y0 + 0.6):
            for x in (x0 + 0.6, x1 - 2.2):
                yield "chair leg", ((x, x + 1.6), (y, y + 1.6), (0.0, h - 2.0))
        if props.chair.back:
            yield "chair back", ((x0, x0 + 1.6), (y0, y1), (h, h + props.chair.back))
        yield "seat", ((x0, x1), (y0, y1), (h - 2.0, h))


def _meaning(part: str) -> tuple[str, str, float | None]:
    if part == "head":
        return "head", "skull", None
    if part in _TRUNK:
        return "torso", "hips", None
    side, _, limb = part.partition("_")
    if side not in SIDES or limb not in _LIMBS:
        raise KeyError(part)
    flesh, point, near = _LIMBS[limb]
    return f"{side}_{flesh}", f"{side}_{point}", near


def _hips(pose: Pose, props: Props) -> Vec:
    x, y, *height = pose.contact.at
    if pose.contact.part == "hips":
        return (x, y, height[0] if height else 0.0)
    flesh, point, _ = _meaning(pose.contact.part)
    loose = built(pose, limbs=False)
    low = min(one[2] for one in region(pose.contact.part, loose, fleshed(loose)))
    # There is little flesh at the side of the hip.
    sunk = 0.2 if pose.contact.part == "side" else soft(flesh)
    at = loose.points[point]
    return (x - at[0], y - at[1], ground(props, pose.contact.surface) - sunk - low)


def _head_down(pose: Pose, props: Props) -> Pose:
    """The pose with the neck bent so far that the head of somebody who lies on the back rests."""
    hips = _hips(pose, props)
    least, most = -30.0, 60.0
    for _ in range(9):
        neck = (least + most) / 2
        skull = cranium(built(replace(pose, trunk=replace(pose.trunk, neck=neck)), hips, limbs=False))
        sunk = skull.middle[2] - skull.reach(UP) < -soft("head")
        least, most = (neck, most) if sunk else (least, neck)
    return replace(pose, trunk=replace(pose.trunk, neck=(least + most) / 2))


def _bed(pose: Pose, props: Props, flesh: str) -> float:
    """How high that is on which a part of the flesh lies, or would lie."""
    if flesh.endswith("thigh") and (pose.contact.part, pose.contact.surface) == ("seat", "seat"):
        return ground(props, "seat")
    touched = [surface for part, surface in contacts(pose) if flesh_of(part) == flesh and "wall" not in surface]
    return max(ground(props, surface) for surface in ["floor", *touched])
