"""Points, directions and frames in space, in plain Python.

The world: x to the right of a picture from the side, y away from its viewer, z up. A figure that stands upright faces
x, so that its right side is the near one. One unit is a hundredth of the body's height; angles are in degrees.
"""

import math
from dataclasses import dataclass

Vec = tuple[float, float, float]

UP: Vec = (0.0, 0.0, 1.0)


def add(*vectors: Vec) -> Vec:
    """The sum."""
    x, y, z = 0.0, 0.0, 0.0
    for a, b, c in vectors:
        x, y, z = x + a, y + b, z + c
    return (x, y, z)


def sub(a: Vec, b: Vec) -> Vec:
    """From b to a."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scaled(a: Vec, by: float) -> Vec:
    """Longer by a factor."""
    return (a[0] * by, a[1] * by, a[2] * by)


def dot(a: Vec, b: Vec) -> float:
    """The inner product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """The outer product, right-handed."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    """The length."""
    return math.sqrt(dot(a, a))


def unit(a: Vec) -> Vec:
    """The same direction with length 1; a vector without length stays as it is."""
    size = length(a)
    return scaled(a, 1 / size) if size > 1e-12 else a


def between(a: Vec, b: Vec, share: float) -> Vec:
    """The point on the way from a (0) to b (1)."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)


def turned_about(a: Vec, axis: Vec, degrees: float) -> Vec:
    """A vector turned about an axis of length 1, right-handed."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    along = scaled(axis, dot(a, axis) * (1 - c))
    return add(scaled(a, c), scaled(cross(axis, a), s), along)


@dataclass(frozen=True, slots=True)
class Frame:
    """How a bone lies: where its front, its left and its upper end point, each of length 1."""

    forward: Vec = (1.0, 0.0, 0.0)
    left: Vec = (0.0, 1.0, 0.0)
    up: Vec = UP

    def about_left(self, degrees: float) -> "Frame":
        """Tipped forward, as a nod is."""
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        forward = add(scaled(self.forward, c), scaled(self.up, -s))
        return Frame(forward, self.left, add(scaled(self.forward, s), scaled(self.up, c)))

    def about_forward(self, degrees: float) -> "Frame":
        """Tipped to the right, so that the left side comes up."""
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        left = add(scaled(self.left, c), scaled(self.up, s))
        return Frame(self.forward, left, add(scaled(self.left, -s), scaled(self.up, c)))

    def about_up(self, degrees: float) -> "Frame":
        """Turned to the left."""
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        forward = add(scaled(self.forward, c), scaled(self.left, s))
        return Frame(forward, add(scaled(self.forward, -s), scaled(self.left, c)), self.up)

    def at(self, origin: Vec, forward: float = 0.0, left: float = 0.0, up: float = 0.0) -> Vec:
        """A point given by its distances from an origin along the three directions."""
        a, b, c = self.forward, self.left, self.up
        return (
            origin[0] + a[0] * forward + b[0] * left + c[0] * up,
            origin[1] + a[1] * forward + b[1] * left + c[1] * up,
            origin[2] + a[2] * forward + b[2] * left + c[2] * up,
        )

    def seen(self, a: Vec) -> Vec:
        """A direction of the world as (forward, left, up) of this frame."""
        return (dot(a, self.forward), dot(a, self.left), dot(a, self.up))


def frame_of(up: Vec, left: Vec) -> Frame:
    """The frame whose bone points up as given and whose left is as near as can be to the one given."""
    top = unit(up)
    forward = unit(cross(left, top))
    return Frame(forward, cross(top, forward), top)
