"""Figures with markers: drawings by the authors, inlined so that the page's style can colour them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.core.figure import drawing
from generator.core.kinds.exercise import Exercise
from generator.core.kinds.place import Marker
from generator.core.kinds.plan import Stage
from generator.core.library import Library
from generator.core.markup import plain
from generator.core.text import printable
from generator.core.wording import comma, plain_text
from generator.render.safe_markdown import in_html
from generator.render.sanitizer import only_shapes

# As fractions of a drawing's width: the margin around marks, and the minimum width of a crop. As fractions of a crop:
# its minimum height, the share of its height that counts as width if it is tall, and the radius of a mark.
_MARGIN, _LEAST, _FLAT, _NARROW, _RADIUS = 0.14, 0.64, 0.45, 0.6, 0.045
# The minimum width of a small figure, as a fraction of the drawing's width; and the shapes that are the body's outline.
_GLANCE, _BODY = 0.6, re.compile(r'<path class="fig-skin"[^>]*></path>')


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing and the places marked on it, as (place id, marker). All texts are HTML-safe.

    Attributes:
        caption: its title: the name of its file.
        label: its accessible description on the first page.
    """

    caption: str
    label: str
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
    """The figure on a place's own page: its detail if it has one, otherwise its marker on the map."""
    entry = library.places[place]
    marker = entry.detail or entry.marker
    if marker is None or marker.figure not in library.figures:
        return None
    return _figure(library, marker.figure, ((place, marker),))


@dataclass(frozen=True, slots=True)
class Frame:
    """One drawing of an exercise.

    Attributes:
        described: its accessible description, safe in an attribute.
        caption: the line under it, HTML-safe.
        hold: how long to hold the position, HTML-safe; "" if it is not held.
    """

    figure: Figure
    described: str
    caption: str
    hold: str


def frames(library: Library, exercise: Exercise) -> list[Frame]:
    """The drawings of an exercise, from the start to the end of the movement."""
    names = [name for name in exercise.figure if name in library.figures]
    words = library.site.words
    found = []
    for number, name in enumerate(names):
        first, last = number == 0, number == len(names) - 1
        caption = plain(words.start if first and len(names) > 1 else words.movement)
        said = [exercise.start if first else ""]
        said += exercise.movement if last or not first else []
        hold = f"{plain(words.hold)}: {plain(exercise.hold)}" if last and exercise.hold else ""
        described = ". ".join(plain(text).rstrip(".") for text in [*said, hold] if text)
        found.append(Frame(_figure(library, name, ()), in_html(f"{described}."), in_html(caption), in_html(hold)))
    return found


def frames_of(library: Library, stages: Iterable[Stage]) -> dict[str, list[Frame]]:
    """The drawings of all exercises of some stages, by exercise id."""
    ids = dict.fromkeys(step.exercise for stage in stages for step in stage.exercises)
    return {id: frames(library, library.exercises[id]) for id in ids}


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of a figure that shows some numbered places.

    Attributes:
        described: its accessible description, safe in an attribute.
        marks: each a number and its position (x, y).
        radius: of a mark, in units of the drawing.
    """

    figure: Figure
    view_box: str
    described: str
    marks: tuple[tuple[int, float, float], ...]
    radius: float


def choice_numbers(library: Library, choices: Iterable[tuple[str, str | None]]) -> dict[str, int]:
    """The numbers of the choices that stand for a place on a figure; empty if there is only one, which needs no number.

    Args:
        library: its places and figures.
        choices: each an id, and the place that it stands for, if any.
    """
    shown = [id for id, place in choices if place in library.places and place and _marker(library, place) is not None]
    return {id: number for number, id in enumerate(shown, start=1)} if len(shown) > 1 else {}


def choice_figures(library: Library, choices: Iterable[tuple[str, str | None]]) -> list[Crop]:
    """The figures that show the places of some choices, each cropped to these places."""
    choices = list(choices)
    numbers = choice_numbers(library, choices)
    by_figure: dict[str, list[tuple[int, str, Marker]]] = {}
    for id, place in choices:
        if id in numbers and place is not None and (marker := _marker(library, place)) is not None:
            by_figure.setdefault(marker.figure, []).append((numbers[id], place, marker))
    return [_crop(library, name, marks) for name, marks in by_figure.items()]


def _marker(library: Library, place: str) -> Marker | None:
    marker = library.places[place].marker
    return marker if marker is not None and marker.figure in library.figures else None


def _crop(library: Library, name: str, marks: list[tuple[int, str, Marker]]) -> Crop:
    figure = _figure(library, name, ())
    left, top, width, height = (float(one) for one in figure.view_box.replace(",", " ").split())
    xs, ys = [float(marker.x) for *_, marker in marks], [float(marker.y) for *_, marker in marks]
    margin = width * _MARGIN
    wide = min(width, max(max(xs) - min(xs) + 2 * margin, width * _LEAST))
    high = min(height, max(max(ys) - min(ys) + 2 * margin, wide * _FLAT))
    x = min(max(left, (min(xs) + max(xs) - wide) / 2), left + width - wide)
    y = min(max(top, (min(ys) + max(ys) - high) / 2), top + height - high)
    named = [f"{number} {plain(library.places[place].title)}" for number, place, _ in marks]
    places = comma(library.site.language).join(named)
    return Crop(
        figure,
        " ".join(f"{one:g}" for one in (x, y, wide, high)),
        in_html(f"{plain(library.site.drawing)}: {places}"),
        tuple((number, float(marker.x), float(marker.y)) for number, _, marker in marks),
        round(max(wide, high * _NARROW) * _RADIUS, 2),
    )


@dataclass(frozen=True, slots=True)
class Glance:
    """A small figure that shows at a glance where something is. All texts are HTML-safe.

    Attributes:
        outline: the body's outline, or the whole drawing if it has no shapes marked as the outline.
        described: its accessible description.
        marks: the markers of its places.
    """

    view_box: str
    outline: str
    described: str
    marks: tuple[Marker, ...]


def glance(library: Library, places: Iterable[str]) -> Glance | None:
    """The figure with the most of some places, cropped to these; None if no figure shows any."""
    found: dict[str, list[tuple[str, Marker]]] = {}
    for id in places:
        if id in library.places and (marker := _marker(library, id)) is not None:
            found.setdefault(marker.figure, []).append((id, marker))
    if not found:
        return None
    name, marks = max(found.items(), key=lambda one: len(one[1]))
    figure = _figure(library, name, tuple(marks))
    width = float(figure.view_box.replace(",", " ").split()[2])
    xs, ys = [float(mark.x) for _, mark in marks], [float(mark.y) for _, mark in marks]
    size = max(width * _GLANCE, max(xs) - min(xs) + 2 * width * _MARGIN, max(ys) - min(ys) + 2 * width * _MARGIN)
    left, top = (min(xs) + max(xs) - size) / 2, (min(ys) + max(ys) - size) / 2
    told_places = comma(library.site.language).join(plain(library.places[id].title) for id, _ in marks)
    body = "".join(found[0] for found in _BODY.finditer(figure.drawing))
    return Glance(
        f"{left:g} {top:g} {size:g} {size:g}",
        body or figure.drawing,
        in_html(plain_text(library.site.words.with_mark, drawing=plain(library.site.drawing), place=told_places)),
        tuple(mark for _, mark in marks),
    )


def described(library: Library, place: str) -> str:
    """The accessible description of a place's figure, safe in an attribute."""
    return in_html(
        plain_text(
            library.site.words.with_mark,
            drawing=plain(library.site.drawing),
            place=plain(library.places[place].title),
        )
    )


def caption(library: Library, place: str) -> str:
    """The line under the figure of a place, HTML-safe."""
    return in_html(plain_text(library.site.words.mark_shows, place=plain(library.places[place].title)))


def _figure(library: Library, name: str, marks: tuple[tuple[str, Marker], ...]) -> Figure:
    drawn = drawing(library.figures[name].text)
    called = printable(name).capitalize()
    label = in_html(plain_text(library.site.words.map, figure=called))
    return Figure(in_html(called), label, drawn.view_box, only_shapes(drawn.shapes), marks)
