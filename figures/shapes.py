"""Flat shapes: united, cut and rounded off. The only module that knows the geometry library."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import numpy
import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

from figures.camera import Flat

Shape: TypeAlias = BaseGeometry

NOTHING: Shape = Polygon()


def hulls(groups: Sequence[Sequence[Flat]]) -> Shape:
    """The shapes without dents that each hold the points of one group, as one."""
    points = numpy.array([point for group in groups for point in group])
    owner = numpy.repeat(numpy.arange(len(groups)), [len(group) for group in groups])
    shape: Shape = shapely.union_all(shapely.convex_hull(shapely.multipoints(points, indices=owner)))
    # Points that change nothing would only make everything after this slower.
    return shape.buffer(0.01, quad_segs=1).simplify(0.02)


def polygon(points: Iterable[Flat]) -> Shape:
    """A shape by its corners."""
    return Polygon(list(points)).buffer(0)


def disc(middle: Flat, radius: float) -> Shape:
    """A round shape."""
    return Point(middle).buffer(radius, quad_segs=12)


def band(points: Iterable[Flat], width: float) -> Shape:
    """A line of a width, with round ends."""
    return LineString(list(points)).buffer(width / 2, quad_segs=6)


def union(shapes: Iterable[Shape]) -> Shape:
    """All shapes as one; of none, nothing."""
    shape: Shape = shapely.union_all([NOTHING, *shapes])
    return shape


def closed(shape: Shape, by: float) -> Shape:
    """With narrow dents filled."""
    return shape.buffer(by, quad_segs=4).buffer(-by, quad_segs=4)


def opened(shape: Shape, by: float) -> Shape:
    """Without narrow tips."""
    return shape.buffer(-by, quad_segs=4).buffer(by, quad_segs=4)


def smaller(shape: Shape, by: float) -> Shape:
    """With the edge drawn in."""
    return shape.buffer(-by, quad_segs=3)


def edge(shape: Shape, within: Shape, but: Shape) -> Shape:
    """The parts of a shape's edge that lie in one shape and outside another."""
    return shape.boundary.intersection(within).difference(but)


def rings(shape: Shape, least: float = 0.6, least_hole: float = 2.5) -> list[list[Flat]]:
    """The outlines of all pieces and holes that are large enough, each without its last point."""
    found = []
    for piece in _pieces(shape, "Polygon"):
        if piece.area > least:
            found.append(list(piece.exterior.coords)[:-1])
            found += [list(hole.coords)[:-1] for hole in piece.interiors if Polygon(hole).area > least_hole]
    return found


def strokes(shape: Shape, least: float = 1.2) -> list[list[Flat]]:
    """All lines that are long enough, joined where they meet."""
    lines = _pieces(shape, "LineString")
    merged = linemerge(lines) if len(lines) > 1 else union(lines)
    return [list(line.coords) for line in _pieces(merged, "LineString") if line.length > least]


def simpler_ring(points: list[Flat], by: float) -> list[Flat]:
    """Fewer corners of an outline, off by no more than a length."""
    # From its left end on, so that the same shape is always written in the same way.
    first = min(range(len(points)), key=lambda n: (round(points[n][0], 3), points[n][1]))
    ring = Polygon(points[first:] + points[:first]).exterior.simplify(by)
    return [(x, y) for x, y in ring.coords][:-1]


def simpler_line(points: list[Flat], by: float) -> list[Flat]:
    """Fewer points of a line, off by no more than a length."""
    return [(x, y) for x, y in LineString(points).simplify(by).coords]


def _pieces(shape: Shape, kind: str) -> list[Any]:
    if shape.geom_type == "LinearRing":
        return _pieces(LineString(shape.coords), kind)
    if shape.geom_type == kind:
        return [] if shape.is_empty else [shape]
    return [piece for one in getattr(shape, "geoms", ()) for piece in _pieces(one, kind)]
