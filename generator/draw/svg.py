"""Writes a picture as SVG: inline for a page, or as a file of its own.

In a page it is coloured by `picture.css` and contains no styles, because a site may forbid inline styles.
"""

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from generator.core.text import printable
from generator.draw.chart import Lead, Step, Thing
from generator.draw.layout import Band
from generator.draw.picture import BOLD, LEADING, POINT, SIZES, Box, Lettered, Picture

_PACKAGE = Path(__file__).parents[1]
_ARROW = 7
_KINDS = {"question": "question", "outcome": "outcome", "tree": "tree", "gate": "question"}
_MARKS = {
    "emergency": ("M{a},{t}H{b}L{r},{c}V{d}L{b},{f}H{a}L{l},{d}V{c}Z", "!"),
    "urgent": ("M{m},{t}L{r},{f}H{l}Z", "!"),
    "non-urgent": ("", "i"),
    "self-care": ("", ""),
}

Address = Callable[[Thing], str]


def inline_svg(picture: Picture, address: Address) -> str:
    """The picture for a page, as HTML without blank lines.

    Args:
        picture: what is drawn, and where.
        address: from (kind, id) to the address of its page, relative to the page that shows the picture.
    """
    return "\n".join(_svg(picture, address, ""))


def standalone_svg(picture: Picture, address: Address) -> str:
    """The picture as a file of its own, with colours for light and dark mode."""
    style = "".join((_PACKAGE / path).read_text("utf-8") for path in ("draw/alone.css", "web/assets/picture.css"))
    lines = _svg(picture, address, ' xmlns="http://www.w3.org/2000/svg"', f"<style>\n{style}</style>")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n"


# Mirrors the whole picture for right-to-left languages, and mirrors icons and texts back about their own vertical axis.
_MIRRORED = '<g transform="matrix(-1 0 0 1 {} 0)">'
_TURNED = ' transform="matrix(-1 0 0 1 {} 0)"'


def _svg(picture: Picture, address: Address, namespace: str, *first: str) -> Iterator[str]:
    width, height = _number(picture.width), _number(picture.height)
    name = _attribute(picture.chart.name)
    way = ' direction="rtl"' if picture.chart.mirrored else ""
    yield (
        f'<svg{namespace} class="sp-chart" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' role="group" aria-label="{name}"{way}>'
    )
    yield from first
    if picture.chart.mirrored:
        yield _MIRRORED.format(width)
    yield '<g class="sp-chart__wires" aria-hidden="true">'
    for wire in picture.wires:
        yield f'<path class="sp-chart__wire" d="{_way(wire.bands)}"/>'
        if wire.arrow:
            x, y = wire.bands[-1].x, wire.bands[-1].top
            head = f"M{_number(x)},{_number(y)}l-{_ARROW - 2},-{_ARROW + 1}h{2 * _ARROW - 4}Z"
            yield f'<path class="sp-chart__arrow" d="{head}"/>'
    yield "</g>"
    for box in picture.boxes:
        if isinstance(box.holds, Lead):
            yield from _answers(box, box.holds, picture.chart.mirrored)
        else:
            yield from _step(box, box.holds, address, picture.chart.mirrored)
    yield "</g></svg>" if picture.chart.mirrored else "</svg>"


def _way(bands: tuple[Band, ...]) -> str:
    """Straight down through each row, and a curve between rows."""
    parts = [f"M{_number(bands[0].x)},{_number(bands[0].top)}"]
    for number, band in enumerate(bands):
        if number:
            before = bands[number - 1]
            middle = _number((before.bottom + band.top) / 2)
            if before.x == band.x:
                parts.append(f"V{_number(band.top)}")
            else:
                here, there = _number(before.x), _number(band.x)
                parts.append(f"C{here},{middle} {there},{middle} {there},{_number(band.top)}")
        if band.bottom > band.top:
            parts.append(f"V{_number(band.bottom)}")
    return "".join(parts)


def _step(box: Box, step: Step, address: Address, turned: bool) -> Iterator[str]:
    thing = (_KINDS[step.kind], step.id)
    kinds = f"sp-chart__step sp-chart__step--{step.kind}"
    if step.care:
        kinds += f" sp-chart__step--{step.care.card}"
    yield f'<a class="{kinds}" href="{_attribute(address(thing))}" data-{thing[0]}="{_attribute(step.id)}">'
    x, y, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    if step.kind == "tree":
        middle, neck = (y + bottom) / 2, right - POINT
        points = [(x, y), (neck, y), (right, middle), (neck, bottom), (x, bottom)]
        yield f'<path class="sp-chart__box" d="M{"L".join(f"{_number(a)},{_number(b)}" for a, b in points)}Z"/>'
    else:
        yield f'<rect class="sp-chart__box" {_place(x, y, box.width, box.height)} rx="6"/>'
    if step.kind == "gate":
        yield f'<path class="sp-chart__bar" d="M{_number(x + 4)},{_number(y + 6)}V{_number(bottom - 6)}"/>'
        yield from _sign("urgent", x + 22, y + 21, turned)
    if step.care:
        [foot] = box.rules
        if foot == box.height:
            yield f'<rect class="sp-chart__band" {_place(x, y, box.width, box.height)} rx="6"/>'
        else:
            head = f"M{_number(x)},{_number(y + foot)}v-{_number(foot - 6)}q0,-6 6,-6h{_number(box.width - 12)}q6,0 6,6"
            yield f'<path class="sp-chart__band" d="{head}v{_number(foot - 6)}Z"/>'
        yield from _sign(step.care.card, x + 24, y + foot / 2, turned)
    for text in box.texts:
        yield _text(box, text, turned)
    yield "</a>"


def _answers(box: Box, lead: Lead, turned: bool) -> Iterator[str]:
    kind, to = lead.to
    yield f'<g class="sp-chart__answers" data-from="{_attribute(lead.question)}" data-to="{kind}:{_attribute(to)}">'
    yield f'<rect class="sp-chart__box" {_place(box.x, box.y, box.width, box.height)} rx="12"/>'
    for rule in box.rules:
        start, y = _number(box.x + 10), _number(box.y + rule)
        yield f'<path class="sp-chart__rule" d="M{start},{y}h{_number(box.width - 20)}"/>'
    for (choice, _), text in zip(lead.choices, box.texts, strict=True):
        yield _text(box, text, turned, f' data-choice="{_attribute(choice)}"')
    yield "</g>"


def _sign(card: str, x: float, y: float, turned: bool) -> Iterator[str]:
    """The icon of a care card: an octagon, a triangle, a circle with an i, or a circle with a tick."""
    outline, mark = _MARKS[card]
    radius = 10
    yield f'<g class="sp-chart__sign" aria-hidden="true"{_TURNED.format(_number(2 * x)) if turned else ""}>'
    if outline:
        near, far = radius * 0.42, radius
        corners = {"l": x - far, "a": x - near, "m": x, "b": x + near, "r": x + far}
        heights = {"t": y - far, "c": y - near, "d": y + near, "f": y + far}
        if card == "urgent":
            heights["f"] = y + far - 2
        values = {name: _number(value) for name, value in {**corners, **heights}.items()}
        yield f'<path d="{outline.format(**values)}"/>'
    else:
        yield f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{radius}"/>'
    if not mark:
        # Drawn as a path, because not every font has a tick.
        yield f'<path class="sp-chart__tick" d="M{_number(x - 4.8)},{_number(y + 0.4)}l3.4,3.6l6.2,-7.6"/></g>'
        return
    foot = y + (6.5 if card == "urgent" else 5)
    yield (
        f'<text x="{_number(x)}" y="{_number(foot)}" font-size="14" font-weight="800" text-anchor="middle">{mark}'
        "</text></g>"
    )


def _text(box: Box, text: Lettered, turned: bool, more: str = "") -> str:
    x, y = _number(box.x + text.x), box.y + text.y
    bold = ' font-weight="700"' if text.style in BOLD else ""
    more += _TURNED.format(_number(2 * (box.x + text.x))) if turned else ""
    lines = [
        f'<tspan x="{x}" y="{_number(y + number * LEADING[text.style])}">{_content(line)}</tspan>'
        for number, line in enumerate(text.lines)
    ]
    # A space between lines, so that a screen reader does not join their words.
    return f'<text class="sp-chart__{text.style}" font-size="{SIZES[text.style]}"{bold}{more}>{" ".join(lines)}</text>'


def _place(x: float, y: float, width: float, height: float) -> str:
    return f'x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}"'


def _number(value: float) -> str:
    return f"{round(value, 1):g}" if abs(value) < 100_000 else f"{value:.0f}"


def _content(text: str) -> str:
    return escape(printable(text), quote=False)


def _attribute(text: str) -> str:
    return escape(printable(text))
