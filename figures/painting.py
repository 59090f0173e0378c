"""A posed body as flat shapes of one colour each, as a viewer sees it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from figures import flesh, shapes
from figures.camera import Camera, Flat
from figures.flesh import Part
from figures.heads import face, hair
from figures.muscles import patches, visible
from figures.outlines import fillets, inner_lines, joined, outline
from figures.poses import SIDES
from figures.shapes import NOTHING, Shape
from figures.skeleton import Skeleton

# Colours keep this far from the edge: half of the line that is drawn on it.
_INSET = 0.4


@dataclass(frozen=True, slots=True)
class Painted:
    """Shapes by colour, and lines.

    Attributes:
        skin: the whole outline.
        shorts, top, hair, muscle: what lies upon it.
        lines: edges inside the outline.
        marks: eyes, ear and mouth.
    """

    skin: Shape
    shorts: Shape
    top: Shape
    hair: Shape
    muscle: Shape
    lines: Shape
    marks: tuple[tuple[Flat, ...], ...]


def painted(
    skeleton: Skeleton, parts: Mapping[str, Part], eye: Camera, tinted: Mapping[str, tuple[str, ...]]
) -> Painted:
    """Paint some parts of a body.

    Args:
        skeleton: the whole body.
        parts: those to paint.
        eye: from where.
        tinted: the muscles that work, each with its sides.
    """
    order = sorted(parts, key=lambda name: eye.depth(parts[name].centre()))
    flat = {name: outline(parts[name], eye) for name in order}

    def hidden(name: str, but: Mapping[str, bool]) -> Shape:
        """What lies before a part, without the parts that are named."""
        before = order[order.index(name) + 1 :]
        return shapes.union([flat[other] for other in before if not but.get(other)])

    cap, marks = NOTHING, tuple[tuple[Flat, ...], ...]()
    if "head" in parts:
        over = hidden("head", {})
        cap = hair(skeleton, eye).difference(over)
        marks = tuple(mark for mark in face(skeleton, eye) if not _covered(mark, over))
    skin = shapes.union([*flat.values(), *fillets(skeleton, flat, eye), shapes.closed(cap, 0.3)])
    inside = shapes.smaller(skin, _INSET)
    cloths: dict[str, list[Shape]] = {"shorts": [], "top": []}
    for name, cloth, kind in _clothes(skeleton, parts):
        # Legs and trunk wear the same shorts.
        same = {other: kind == "shorts" and other.endswith(("torso", "thigh")) for other in order}
        cloths[kind].append(outline(cloth, eye).difference(hidden(name, same)))
    shorts, top = (shapes.closed(shapes.union(cloths[kind]), 0.8).intersection(inside) for kind in ("shorts", "top"))
    muscle = [
        visible(patch, eye, parts[on].pressed).difference(hidden(on, {other: joined(on, other) for other in order}))
        for name, sides in tinted.items()
        for side in sides
        for on, patch in patches(skeleton, name, side)
        if on in parts
    ]
    return Painted(
        skin=skin,
        shorts=shorts,
        top=top.difference(shorts),
        hair=cap.intersection(shapes.smaller(skin, _INSET / 2)),
        muscle=shapes.closed(shapes.opened(shapes.union(muscle), 0.6), 0.8).intersection(shapes.smaller(inside, 0.1)),
        lines=inner_lines(skeleton, order, flat, eye, skin),
        marks=marks,
    )


def _covered(mark: tuple[Flat, ...], over: Shape) -> bool:
    return any(over.intersects(shapes.disc(point, 0.2)) for point in mark)


def _clothes(skeleton: Skeleton, parts: Mapping[str, Part]) -> Iterator[tuple[str, Part, str]]:
    """What is worn: the part that wears it, the flesh with cloth on it, and which of the two it is."""
    found = []
    if "torso" in parts:
        found.append(("torso", flesh.torso(skeleton, 0.4, -0.12, 0.2), "shorts"))
        found.append(("torso", flesh.torso(skeleton, 0.4, 0.2, 0.99), "top"))
    for side in SIDES:
        if f"{side}_thigh" in parts:
            found.append((f"{side}_thigh", flesh.thigh(skeleton, side, 0.4, 0.42), "shorts"))
        if f"{side}_upper_arm" in parts:
            found.append((f"{side}_upper_arm", flesh.sleeve(skeleton, side), "top"))
    for name, cloth, kind in found:
        yield name, replace(cloth, bed=parts[name].bed), kind
