"""Lays out a chart: every box with its position, and every text with its position in its box."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.draw.chart import Chart, Lead, Step, Thing
from generator.draw.layout import Band, Edge, arrange
from generator.draw.text_width import wrapped

# With more boxes than this, a picture is too wide to scroll and takes a tenth of a second to lay out.
MOST_BOXES = 200
MARGIN = 16
# Font sizes, bold styles, and line heights.
Style = Literal["title", "text", "answer", "small", "care"]
SIZES: Mapping[Style, int] = {"title": 14, "text": 14, "answer": 13, "small": 12, "care": 13}
BOLD: frozenset[Style] = frozenset(("title", "care"))
LEADING: Mapping[Style, int] = {"title": 18, "text": 18, "answer": 17, "small": 16, "care": 17}
# The space for the icon beside a care level; the length of the point of another guide's box.
SIGN, POINT = 30, 16
# One width for all boxes, so that a single box is straight below its parent.
WIDTH = 188
_PAD, _BETWEEN = 12, 13
# Edges to questions are pulled straighter than edges to outcomes, so that the main path runs down the middle.
_MAIN, _ASIDE = 6, 1


@dataclass(frozen=True, slots=True)
class Lettered:
    """A text with its lines, its style, and the baseline of its first line relative to the corner of its box."""

    lines: tuple[str, ...]
    style: Style
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """A box with its position.

    Attributes:
        holds: the step or the answers that it shows.
        texts: its texts; for answers one for each choice, in their order.
        rules: the heights of its dividing lines, from its top.
    """

    holds: Step | Lead
    x: float
    y: float
    width: float
    height: float
    texts: tuple[Lettered, ...]
    rules: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Wire:
    """A line from one box to another. `arrow` if it ends at a step, so that each connection has one arrow."""

    bands: tuple[Band, ...]
    arrow: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A guide, ready to be written as SVG. Boxes are in reading order: row by row."""

    chart: Chart
    boxes: tuple[Box, ...]
    wires: tuple[Wire, ...]
    width: float
    height: float


def fits(chart: Chart) -> bool:
    """Whether a chart is small enough to be useful as a picture."""
    return len(chart.steps) + len(chart.leads) <= MOST_BOXES


def picture(chart: Chart) -> Picture:
    """Lay out a chart that fits."""
    shapes = [*map(_step, chart.steps.values()), *map(_answers, chart.leads)]
    place = {thing: number for number, thing in enumerate(chart.steps)}
    edges = _edges(chart, place)
    layout = arrange([(shape.width, shape.height) for shape in shapes], edges, place[chart.start], _gate(chart))
    boxes = [
        Box(shape.holds, _in(x), _in(y), shape.width, shape.height, shape.texts, shape.rules)
        for shape, (x, y) in zip(shapes, layout.corners, strict=True)
    ]
    wires = [
        Wire(tuple(Band(_in(band.x), _in(band.top), _in(band.bottom)) for band in line), arrow=edge.end < len(place))
        for edge, line in zip(edges, layout.lines, strict=True)
    ]
    boxes.sort(key=lambda box: (box.y, box.x))
    width, height = (round(side + 2 * MARGIN, 1) for side in layout.size)
    return Picture(chart, tuple(boxes), tuple(wires), width, height)


def _edges(chart: Chart, place: Mapping[Thing, int]) -> list[Edge]:
    edges = []
    for number, lead in enumerate(chart.leads, len(place)):
        pull = _MAIN if lead.to[0] == "question" else _ASIDE
        edges.append(Edge(place["question", lead.question], number, pull))
        edges.append(Edge(number, place[lead.to], pull))
    return edges


def _gate(chart: Chart) -> frozenset[int]:
    """The boxes of the red-flag questions, with their answers and cards."""
    gates = {id for (_, id), step in chart.steps.items() if step.kind == "gate"}
    leads = {number: lead for number, lead in enumerate(chart.leads, len(chart.steps)) if lead.question in gates}
    things = {("question", id) for id in gates} | {lead.to for lead in leads.values() if lead.to != chart.start}
    return frozenset([*leads, *(number for number, thing in enumerate(chart.steps) if thing in things)])


def _in(value: float) -> float:
    """A coordinate with the margin added; rounded to a tenth, so that all machines write the same."""
    return round(MARGIN + value, 1)


@dataclass(frozen=True, slots=True)
class _Shape:
    holds: Step | Lead
    width: float
    height: float
    texts: tuple[Lettered, ...]
    rules: tuple[float, ...] = ()


class _Setter:
    """Places texts below each other."""

    def __init__(self, width: float) -> None:
        self._width = width
        self.y = 0.0
        self.texts: list[Lettered] = []

    def set(self, text: str, style: Style, before: float = 0, indent: float = 0, less: float = 0) -> None:
        room = self._width - 2 * _PAD - indent - less
        lines = tuple(wrapped(text, SIZES[style], room, bold=style in BOLD))
        self.y += before
        self.texts.append(Lettered(lines, style, _PAD + indent, self.y + LEADING[style] - 4))
        self.y += LEADING[style] * len(lines)


def _step(step: Step) -> _Shape:
    text = _Setter(WIDTH)
    rules: tuple[float, ...] = ()
    match step.kind:
        case "gate":
            text.set(step.text, "title", before=_PAD - 2, indent=SIGN)
            text.set(step.note, "small", before=4, indent=SIGN)
        case "question":
            text.set(step.text, "title", before=_PAD - 2)
        case "outcome":
            if step.care:
                text.set(step.care.title, "care", before=8, indent=SIGN)
                text.y = max(text.y, 30) + 8
                rules = (text.y,)
            if not step.care or step.text != step.care.title:
                text.set(step.text, "text", before=_PAD - 3)
                text.y += _PAD
            return _Shape(step, WIDTH, text.y, tuple(text.texts), rules)
        case "tree":
            text.set(step.note, "small", before=_PAD - 4, less=POINT)
            text.set(step.text, "title", before=2, less=POINT)
    return _Shape(step, WIDTH, text.y + _PAD, tuple(text.texts), rules)


def _answers(lead: Lead) -> _Shape:
    text = _Setter(WIDTH)
    rules = []
    for number, (_, words) in enumerate(lead.choices):
        if number:
            rules.append(text.y + _BETWEEN / 2 + 1)
        text.set(words, "answer", before=_BETWEEN if number else 7)
    return _Shape(lead, WIDTH, text.y + 8, tuple(text.texts), tuple(rules))
