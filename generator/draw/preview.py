"""Draws the image that forums and messengers show with a link to a page."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.core.care_colours import CARE_COLOURS

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
_EDGE = 72
_PAPER, _INK, _SOFT, _TEAL, _CLAY = "#fdfbf7", "#22302f", "#4a5856", "#1d4b4f", "#9a3b12"
_LINE, _WHITE = "#d9d3c7", "#ffffff"
_CARDS: dict[str, str] = {card: colours.fill for card, colours in CARE_COLOURS.items()}
_FONT = Path(__file__).parent / "fonts" / "SourceSerifPro-Semibold.ttf"
# The number of shades between the background and a letter.
_SHADES = 7


@dataclass(frozen=True, slots=True)
class Preview:
    """The content of one image.

    Attributes:
        kind: the kind of page, in a word; "" for the site's own image.
        title: the large text.
        card: the card of the care level; "" if there is none.
        act: the text in the band of the care level.
        note: the small text at the bottom.
        slogan: the text at the bottom of the site's own image.
        look: "question" for the colour of reader questions, which have no care level.
    """

    site: str
    kind: str
    title: str
    note: str = ""
    card: str = ""
    act: str = ""
    slogan: str = ""
    look: str = ""


def draw(preview: Preview) -> bytes:
    """One image as PNG; the same content gives the same bytes."""
    colour = _CARDS.get(preview.card) or (_CLAY if preview.look == "question" else _TEAL)
    sheet = _Sheet()
    foot = HEIGHT - 104
    sheet.pen.rectangle((0, 0, WIDTH, 15), fill=sheet.ink(colour))
    _signpost(sheet, WIDTH - _EDGE, 62, colour)
    sheet.write(preview.kind or preview.site, _EDGE, 92, _font(38), colour)
    top = 128
    bottom = foot - (134 if preview.act else 36)
    font, lines, step = _fitted(preview.title, WIDTH - 2 * _EDGE, bottom - top, 84 if preview.kind else 64)
    # Slightly above the middle, where it looks centred.
    y = top + max(0, (bottom - top - step * len(lines)) * 0.42)
    for line in lines:
        sheet.write(line, _EDGE - 2, y + step * 0.8, font, _INK)
        y += step
    if preview.act:
        _care(sheet, preview, foot - 100, colour)
    sheet.pen.line((_EDGE, foot, WIDTH - _EDGE, foot), fill=sheet.ink(_LINE), width=2)
    left = preview.site if preview.kind else preview.slogan
    sheet.write(left, _EDGE, foot + 62, _font(34), _TEAL)
    sheet.write(preview.note, WIDTH - _EDGE, foot + 62, _font(28), _SOFT, anchor="rs")
    return sheet.png()


class _Sheet:
    """An image with a small palette: that makes small files, and takes a third of the time of a full-colour image."""

    def __init__(self) -> None:
        from PIL import Image, ImageDraw

        self._inks: dict[tuple[int, int, int], int] = {}
        # One byte per pixel: the index of its colour in the palette.
        self._image = Image.new("L", (WIDTH, HEIGHT), self.ink(_PAPER))
        self.pen = ImageDraw.Draw(self._image)

    def ink(self, colour: str, under: str = _PAPER, share: float = 1) -> int:
        """The palette index of a colour, or of a mixture with another colour."""
        over, below = (bytes.fromhex(code[1:]) for code in (colour, under))
        red, green, blue = (round(low + (high - low) * share) for high, low in zip(over, below, strict=True))
        return self._inks.setdefault((red, green, blue), len(self._inks))

    def write(
        self, words: str, x: float, y: float, font: "FreeTypeFont", colour: str, under: str = _PAPER, anchor: str = "ls"
    ) -> None:
        """Draw a line of text with smoothed edges; `y` is the baseline."""
        from PIL import Image, ImageDraw

        left, top, right, bottom = (round(side) for side in font.getbbox(words, anchor=anchor))
        if right <= left or bottom <= top:
            return
        letters = Image.new("L", (right - left, bottom - top))
        ImageDraw.Draw(letters).text((-left, -top), words, font=font, fill=255, anchor=anchor)
        steps = [self.ink(colour, under, step / _SHADES) for step in range(_SHADES + 1)]
        inked = letters.point([steps[round(value / 255 * _SHADES)] for value in range(256)])
        self._image.paste(inked, (round(x) + left, round(y) + top), letters.point([0] + [255] * 255))

    def png(self) -> bytes:
        """The image as PNG."""
        from io import BytesIO

        self._image.putpalette([part for colour in self._inks for part in colour])
        file = BytesIO()
        self._image.save(file, "png", optimize=False, compress_level=5)
        return file.getvalue()


def _care(sheet: _Sheet, preview: Preview, top: int, colour: str) -> None:
    """The care level as a band in its colour, with an icon for people who do not see colours."""
    font = _font(34)
    words = _shortened(preview.act, font, WIDTH - 2 * _EDGE - 110)
    right = _EDGE + 78 + font.getlength(words) + 30
    pen, white = sheet.pen, sheet.ink(_WHITE)
    pen.rounded_rectangle((_EDGE, top, right, top + 68), 10, fill=sheet.ink(colour))
    x, y = _EDGE + 42, top + 34
    if preview.card == "self-care":
        pen.line([(x - 15, y + 1), (x - 4, y + 12), (x + 16, y - 11)], fill=white, width=6, joint="curve")
    elif preview.card == "non-urgent":
        pen.ellipse((x - 17, y - 17, x + 17, y + 17), outline=white, width=4)
        pen.line([(x, y - 9), (x, y), (x + 8, y + 5)], fill=white, width=4, joint="curve")
    else:
        pen.polygon([(x, y - 19), (x + 21, y + 17), (x - 21, y + 17)], fill=white)
        sheet.write("!", x, y + 13, _font(30), colour, _WHITE, anchor="ms")
    sheet.write(words, _EDGE + 78, top + 46, font, _WHITE, colour)


def _signpost(sheet: _Sheet, right: int, top: int, colour: str) -> None:
    """A post with two arms: the logo."""
    post, ink = right - 46, sheet.ink(colour)
    sheet.pen.rectangle((post - 4, top - 10, post + 4, top + 70), fill=ink)
    for side, y in ((1, top), (-1, top + 30)):
        corners = [(-34, 0), (28, 0), (42, 11), (28, 22), (-34, 22)]
        sheet.pen.polygon(
            [(post + side * along - (0 if side > 0 else 2), y + down) for along, down in corners], fill=ink
        )


def _fitted(title: str, width: int, height: int, largest: int) -> tuple["FreeTypeFont", list[str], float]:
    """The largest font in which a title fits, its lines, and the line height."""
    for size in range(largest, 39, -4):
        font = _font(size)
        lines = _lines(title, font, width)
        step = size * 1.16
        if len(lines) * step <= height and len(lines) <= 4:
            break
    room = max(1, int(height // step))
    if len(lines) > room:
        lines = [*lines[: room - 1], _shortened(" ".join(lines[room - 1 :]), font, width)]
    return font, lines, step


def _lines(text: str, font: "FreeTypeFont", width: int) -> list[str]:
    lines = [""]
    for word in filter(None, text.split(" ")):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return [_shortened(line, font, width) for line in lines]


def _shortened(text: str, font: "FreeTypeFont", width: int) -> str:
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


@cache
def _font(size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    # The basic layout engine gives the same result on every machine, whatever libraries it has.
    return ImageFont.truetype(_FONT, size, layout_engine=ImageFont.Layout.BASIC)
