"""Figures with markers: a base drawing by the authors, inlined so that the page's style can colour it."""

import html
from dataclasses import dataclass

from generator.core.figure import drawing
from generator.core.kinds.place import Marker
from generator.core.library import Library
from generator.core.markup import plain
from generator.core.text import printable
from generator.render.sanitizer import only_shapes


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing and the places marked on it, as (place id, marker). All of it is safe as HTML.

    Attributes:
        caption: what it is called: the name of its file.
    """

    caption: str
    view_box: str
    drawing: str
    marks: tuple[tuple[str, Marker], ...]


def map_figures(library: Library) -> list[Figure]:
    """The figures on which places are marked, with all their markers."""
    marks: dict[str, list[tuple[str, Marker]]] = {}
    for id, place in library.places.items():
        if place.marker and place.marker.figure in library.figures:
            marks.setdefault(place.marker.figure, []).append((id, place.marker))
    return [_figure(library, name, tuple(found)) for name, found in marks.items()]


def own_figure(library: Library, place: str) -> Figure | None:
    """The figure on a place's own page: its detail if it has one, else its spot on the map."""
    entry = library.places[place]
    marker = entry.detail or entry.marker
    if marker is None or marker.figure not in library.figures:
        return None
    return _figure(library, marker.figure, ((place, marker),))


def described(library: Library, place: str) -> str:
    """A text that says what the figure of a place shows, safe inside an attribute."""
    return html.escape(f"{plain(library.site.drawing)} with a mark at: {plain(library.places[place].title)}")


def caption(library: Library, place: str) -> str:
    """The line under the figure of a place, safe as HTML."""
    return html.escape(f"The mark shows: {plain(library.places[place].title)}")


def _figure(library: Library, name: str, marks: tuple[tuple[str, Marker], ...]) -> Figure:
    drawn = drawing(library.figures[name].text)
    return Figure(html.escape(printable(name).capitalize()), drawn.view_box, only_shapes(drawn.shapes), marks)
