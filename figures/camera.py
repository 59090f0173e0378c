"""From where a figure is seen: parallel rays, without perspective."""

import math
from dataclasses import dataclass

from figures.flesh import Blob
from figures.poses import View
from figures.vectors import Vec, dot

# A point of the picture: to the right and downward, as in SVG.
Flat = tuple[float, float]

_NAMED = {
    "side": View(around=14, above=9),
    "side-back": View(around=-14, above=9),
    "front": View(around=84, above=8),
    "three-quarter": View(around=42, above=14),
    "above": View(around=6, above=58),
}


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the viewer is.

    Attributes:
        right, up: the directions of the picture, of length 1.
        toward: the direction to the viewer, of length 1.
    """

    right: Vec
    up: Vec
    toward: Vec

    def flat(self, point: Vec) -> Flat:
        """A point in the picture."""
        return (dot(point, self.right), -dot(point, self.up))

    def depth(self, point: Vec) -> float:
        """How near to the viewer a point is."""
        return dot(point, self.toward)

    def rim(self, blob: Blob, corners: int = 28) -> list[Flat]:
        """The outline of a blob, which is an ellipse."""
        across = [dot(axis, self.right) for axis in blob.axes]
        above = [-dot(axis, self.up) for axis in blob.axes]
        xx = sum(a * a for a in across)
        xy = sum(a * b for a, b in zip(across, above, strict=True))
        yy = sum(b * b for b in above)
        x, y = self.flat(blob.middle)
        found = []
        for number in range(corners):
            c, s = math.cos(number * math.tau / corners), math.sin(number * math.tau / corners)
            size = math.sqrt(xx * c * c + 2 * xy * c * s + yy * s * s) or 1.0
            found.append((x + (xx * c + xy * s) / size, y + (xy * c + yy * s) / size))
        return found


def camera_of(view: str | View) -> Camera:
    """The camera of a view, by its name or its two angles in degrees."""
    angles = _NAMED[view] if isinstance(view, str) else view
    c, s = math.cos(math.radians(angles.around)), math.sin(math.radians(angles.around))
    low, high = math.cos(math.radians(angles.above)), math.sin(math.radians(angles.above))
    return Camera((c, s, 0.0), (-s * high, c * high, low), (s * low, -c * low, high))
