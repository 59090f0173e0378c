"""What stands around the figure: mat, step, chair, wall, ball, belt, strap, and the clock of a hold."""

import math
from collections.abc import Iterator

from figures import flesh, paths, shapes
from figures.camera import Camera, Flat
from figures.flesh import Blob, Part
from figures.outlines import outline
from figures.placing import boxes
from figures.poses import SIDES, Ball, Props, Span
from figures.shapes import Shape
from figures.skeleton import Skeleton
from figures.vectors import Vec, between, frame_of, length, scaled, sub, unit

# SVG text and the shape that it takes up.
Piece = tuple[str, Shape]

_LINE = 'stroke="var(--sp-prop-line,#66716f)" stroke-width="11"'
_PROP = f'fill="var(--sp-prop,#d5dedb)" {_LINE}'
_MAT = f'fill="var(--sp-mat,#e8eeec)" {_LINE}'
_SOFT = f'fill="var(--sp-tendon,#eadbb8)" {_LINE}'
_FLOOR = 'fill="var(--sp-mat,#e8eeec)"'
_SHADE = 'stroke="none" fill="var(--sp-prop-line,#66716f)" fill-opacity=".16"'
_MARK = 'stroke="var(--sp-mark,#a33d12)" stroke-width="20"'
_FINE = 0.1
_CLOCK = 4.6


def behind(props: Props, eye: Camera, parts: dict[str, Part]) -> Iterator[Piece]:
    """What is drawn before the figure is: the ground, and all that is solid."""
    if props.mat:
        (x0, x1), (y0, y1) = props.mat.x, props.mat.y
        flat = [eye.flat((x, y, 0.0)) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
        yield f'<path {_MAT} d="{paths.straight(flat)}"/>', shapes.polygon(flat)
    else:
        flat = _floor(props, eye, parts)
        yield f'<path {_FLOOR} d="{paths.smooth_ring(flat)}"/>', shapes.polygon(flat)
    text, seen = "", []
    for name, box in boxes(props):
        faces = list(_faces(box, eye))
        if name == "chair leg":
            # The seat hides its top, and its sides are too narrow for a shade.
            faces = [(flat, False) for flat, _ in faces[:-1]]
        text += f'<path d="{"".join(paths.straight(flat) for flat, _ in faces)}"/>'
        # A wall keeps its colour: shaded, it would be the darkest thing in the picture.
        dark = "".join(paths.straight(flat) for flat, shaded in faces if shaded and name != "wall")
        text += f'<path {_SHADE} d="{dark}"/>' if dark else ""
        seen += [shapes.polygon(flat) for flat, _ in faces]
    if seen:
        yield f"<g {_PROP}>{text}</g>", shapes.union(seen)


def before(props: Props, eye: Camera, skeleton: Skeleton, parts: dict[str, Part]) -> Iterator[Piece]:
    """What is drawn after the figure: what lies on the body or between its limbs."""
    if props.ball:
        yield _ball(props.ball, eye, skeleton, parts)
    if props.strap:
        way = [skeleton.points[point] if isinstance(point, str) else point for point in props.strap.through]
        yield _soft(shapes.band([eye.flat(point) for point in way], props.strap.width))
    if props.belt:
        yield _soft(_belt(eye, skeleton))


def clock(taken: Shape) -> Piece:
    """A small clock in a corner that is free: what is shown is held."""
    x0, y0, x1, _ = taken.bounds
    edge = _CLOCK + 0.5
    corners = [(x, y0 + edge + 2 * row) for row in range(5) for x in (x1 - edge, x0 + edge)]
    free = (spot for spot in corners if not taken.intersects(shapes.disc(spot, _CLOCK + 3.5)))
    x, y = next(free, (x1 - edge, y0 - edge - 2))
    hands = paths.straight([(x, y - 2.9), (x, y), (x + 2.0, y + 1.2)], ring=False)
    circle = f'<circle cx="{paths.units(x)}" cy="{paths.units(y)}" r="{paths.units(_CLOCK)}"/>'
    return f'<g {_MARK}>{circle}<path d="{hands}"/></g>', shapes.disc((x, y), edge)


def _floor(props: Props, eye: Camera, parts: dict[str, Part]) -> list[Flat]:
    """The ground under all that stands on it, up to a wall if there is one."""
    points = [(x, y) for part in parts.values() for x, y, z in part.surface() if z < 3]
    points += [(x, y) for name, (xs, ys, _) in boxes(props) if "wall" not in name for x in xs for y in ys]
    x0, x1 = min(x for x, _ in points) - 6, max(x for x, _ in points) + 6
    y0, y1 = min(y for _, y in points) - 5, max(y for _, y in points) + 5
    if props.wall:
        x1, y0, y1 = props.wall.x, -13.0, 13.0
    ring = []
    for n in range(24):
        c, s = math.cos(n * math.tau / 24), math.sin(n * math.tau / 24)
        # Between a round and a rectangle; square where it meets the wall.
        out = 1 / max(abs(c), abs(s)) if props.wall and c > 0 else (c**4 + s**4) ** -0.25
        ring.append(eye.flat(((x0 + x1) / 2 + (x1 - x0) / 2 * c * out, (y0 + y1) / 2 + (y1 - y0) / 2 * s * out, 0.0)))
    return ring


def _faces(box: tuple[Span, Span, Span], eye: Camera) -> Iterator[tuple[list[Flat], bool]]:
    """The faces of a box that are seen, the top last, each with whether it is shaded."""
    (x0, x1), (y0, y1), (z0, z1) = box
    x, y = (x1 if eye.toward[0] > 0 else x0), (y0 if eye.toward[1] < 0 else y1)
    across: list[Vec] = [(x, y0, z0), (x, y1, z0), (x, y1, z1), (x, y0, z1)]
    along: list[Vec] = [(x0, y, z0), (x1, y, z0), (x1, y, z1), (x0, y, z1)]
    top: list[Vec] = [(x0, y0, z1), (x1, y0, z1), (x1, y1, z1), (x0, y1, z1)]
    # Of the two sides, the one that the viewer sees less of is shaded.
    narrow = abs(eye.toward[0]) < 0.7
    for corners, shaded in ((across, narrow), (along, not narrow), (top, False)):
        yield [eye.flat(corner) for corner in corners], shaded


def _ball(ball: Ball, eye: Camera, skeleton: Skeleton, parts: dict[str, Part]) -> Piece:
    """A ball between the legs, as far as they leave it to be seen."""
    left, right = skeleton.points[f"left_{ball.between}"], skeleton.points[f"right_{ball.between}"]
    gap = min(ball.radius, length(sub(left, right)) / 2 - 2.4)
    across = unit(sub(left, right))
    lies = frame_of(across, (1.0, 0.0, 0.0) if abs(across[0]) < 0.9 else (0.0, 1.0, 0.0))
    # What it is pressed in one direction, it gains in the two others.
    wide = ball.radius * (ball.radius / gap) ** 0.5
    axes = (scaled(lies.forward, wide), scaled(lies.left, wide), scaled(across, gap))
    rim = shapes.polygon(eye.rim(Blob(between(left, right, 0.5), axes)))
    hidden = shapes.union(
        [outline(part, eye) for name, part in parts.items() if name.endswith(("thigh", "shank", "foot"))]
    )
    shown = rim.difference(shapes.smaller(hidden, 0.3))
    fill = "".join(paths.smooth_ring(shapes.simpler_ring(ring, _FINE)) for ring in shapes.rings(shown))
    lines = shapes.strokes(shapes.edge(rim, shown.buffer(0.1), hidden))
    line = "".join(paths.smooth_line(shapes.simpler_line(one, _FINE)) for one in lines)
    return f'<g {_SOFT}><path stroke="none" d="{fill}"/><path fill="none" d="{line}"/></g>', shown


def _belt(eye: Camera, skeleton: Skeleton) -> Shape:
    """A belt round both thighs, just above the knees."""
    upper, lower = [], []
    for side in SIDES:
        above, below = flesh.thigh(skeleton, side, 0.3).rows[0][-3:-1]
        upper += [eye.flat(point) for point in above.rim()]
        lower += [eye.flat(point) for point in below.rim()]
    # The end that faces the viewer is open.
    open_end = upper if eye.depth(skeleton.frames["left_thigh"].up) > 0 else lower
    return shapes.hulls([upper + lower]).difference(shapes.hulls([open_end]))


def _soft(shape: Shape) -> Piece:
    data = "".join(paths.smooth_ring(shapes.simpler_ring(ring, _FINE)) for ring in shapes.rings(shape))
    return f'<path {_SOFT} d="{data}"/>', shape
