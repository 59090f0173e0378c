"""Figures: an author's SVG, parsed as XML and rebuilt from allowed shapes only, so that a page can embed it safely."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from xml.parsers import expat

from generator.core.errors import SignpostError

_SVG = "http://www.w3.org/2000/svg"
_SHAPES = ("circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect")
_TEXTS = ("desc", "title")
ELEMENTS = frozenset((*_SHAPES, *_TEXTS))
# Attributes for geometry and style. Their values are words and numbers, so they cannot load anything.
_LOOKS = """
class clip-rule color cx cy d fill fill-opacity fill-rule height opacity pathLength points r rx ry stroke
stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
transform vector-effect width x x1 x2 y y1 y2
"""
ATTRIBUTES = frozenset(_LOOKS.split())
# Attributes that drawing programs add and readers never see; dropped without a message.
_NOTES = frozenset(("id", "version", "baseProfile", "role", "viewBox", "preserveAspectRatio"))
_IN_VALUES = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#%.,+-_() \t\r\n")
_KEEP_TO_SHAPES = "Keep to shapes, and colour them with classes."
_NUMBERS = frozenset("0123456789.,+- \t\r\n")


@dataclass(frozen=True, slots=True)
class Unusable:
    """Why a figure cannot be embedded, what to do, and where: line and column count from 1."""

    message: str
    help: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A parsed figure.

    Attributes:
        view_box: its size, as the four numbers of `viewBox`.
        shapes: its content as HTML; empty if there are faults.
        faults: why it cannot be embedded.
    """

    view_box: str
    shapes: str
    faults: tuple[Unusable, ...]


@lru_cache(maxsize=512)
def drawing(text: str) -> Drawing:
    """Parse a figure, keeping only allowed shapes; cached by its text."""
    return _Reader(text).read()


class _Stop(SignpostError):  # noqa: N818 - a signal out of the parser's callbacks, caught in `read`, and no error
    """Raised to stop parsing."""


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._document_type
        self._parser.ProcessingInstructionHandler = lambda target, _: self._refuse(f"<?{target}")
        self._open: list[str] = []
        self._view_box = ""
        self._written: list[str] = []
        self._faults: list[Unusable] = []

    def read(self) -> Drawing:
        """Parse the text."""
        with suppress(_Stop):
            try:
                self._parser.Parse(self._text, True)
            except expat.ExpatError as error:
                fault = Unusable("This is not a whole SVG drawing.", "Export it again.", error.lineno, error.offset + 1)
                self._faults.append(fault)
        return Drawing(self._view_box, "".join(self._written) if not self._faults else "", tuple(self._faults))

    def _document_type(self, _name: str, _system: str | None, _public: str | None, has_declarations: bool) -> None:
        # A document type can declare entities, a few characters of which can expand to any length.
        if has_declarations:
            before, _, _ = self._text.partition("<!DOCTYPE")
            line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
            self._faults.append(Unusable('"<!DOCTYPE [" may not stand in a figure.', _KEEP_TO_SHAPES, line, column))
            raise _Stop

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if not self._open:
            self._take_size(space, tag, attributes)
        elif space not in ("", _SVG) or tag not in ELEMENTS or self._open[-1] in _TEXTS:
            self._refuse(f"<{tag}>", f"<{tag}")
        kept = {key: value for key, value in attributes.items() if self._is_kept(key, value)}
        if self._open:
            said = "".join(f' {key}="{escape(" ".join(value.split()))}"' for key, value in kept.items())
            self._written.append(f"<{tag}{said}>")
        self._open.append(tag)

    def _take_size(self, space: str, tag: str, attributes: Mapping[str, str]) -> None:
        box = attributes.get("viewBox", "")
        if tag != "svg" or space not in ("", _SVG) or len(box.replace(",", " ").split()) != 4 or set(box) - _NUMBERS:
            help = 'Give its <svg> a viewBox, such as viewBox="0 0 200 480".'
            self._fault("This drawing does not say how large it is.", help)
            return
        self._view_box = " ".join(box.split())

    def _is_kept(self, name: str, value: str) -> bool:
        if " " in name or name in _NOTES or name.startswith("aria-"):
            return False
        if name not in ATTRIBUTES:
            self._refuse(f"{name}=", name)
            return False
        if set(value) - _IN_VALUES or "url" in value.lower():
            self._refuse(f"{name}={value}", name)
            return False
        return True

    def _end(self, _: str) -> None:
        tag = self._open.pop()
        if self._open:
            self._written.append(f"</{tag}>")

    def _characters(self, words: str) -> None:
        # SVG shows no text outside these elements.
        if self._open[-1] in _TEXTS:
            self._written.append(escape(" ".join(words.split()), quote=False))

    def _refuse(self, what: str, sought: str = "") -> None:
        self._fault(f'"{what}" may not stand in a figure.', _KEEP_TO_SHAPES, sought)

    def _fault(self, message: str, help: str, sought: str = "") -> None:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber
        # The parser reports where an element begins; what is refused may be further on in it.
        lines = self._text.split("\n")[line - 1 :]
        for number, one in enumerate(lines):
            found = one.find(sought, column if not number else 0)
            if found >= 0:
                line, column = line + number, found
                break
        self._faults.append(Unusable(message, help, line, column + 1))
