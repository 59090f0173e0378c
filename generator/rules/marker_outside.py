"""A marker outside its figure.

`x` and `y` are in the units of the drawing, as defined by its `viewBox`. A marker outside the drawing is not visible.
Often a digit or a decimal point is mistyped.

Wrong, in content/places/knee.yml:

    title: Knee
    marker: {figure: front, x: 1235, y: 20}

Right, in content/places/knee.yml:

    title: Knee
    marker: {figure: front, x: 50, y: 20}
"""

import re
from collections.abc import Iterator

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at

CODE = "S424"
_BOX = re.compile(r"\bviewBox\s*=\s*[\"']\s*([-+.\d]+)[\s,]+([-+.\d]+)[\s,]+([-+.\d]+)[\s,]+([-+.\d]+)\s*[\"']")


def check(survey: Survey) -> Iterator[Fault]:
    """Compare the markers of all places with the sizes of their figures."""
    figures = survey.library.figures
    for id, place in survey.library.places.items():
        for field, marker in (("marker", place.marker), ("detail", place.detail)):
            if marker is None or marker.figure not in figures or not {"x", "y"} <= marker.model_fields_set:
                continue
            if (size := _size(figures[marker.figure].text)) is None:
                continue
            left, top, width, height = size
            for name, value, least, most in (("x", marker.x, left, left + width), ("y", marker.y, top, top + height)):
                if not least <= value <= most:
                    bounds = f"from {least:g} to {most:g}"
                    message = f'The marker is outside the figure "{marker.figure}", whose {name} goes {bounds}.'
                    yield Fault(CODE, at("place", id, field, name), message, f"Write a number {bounds}.")


def _size(text: str) -> tuple[float, float, float, float] | None:
    """Left, top, width and height of a drawing; None if it has no usable `viewBox`."""
    found = _BOX.search(text)
    if found is None:
        return None
    try:
        left, top, width, height = map(float, found.groups())
    except ValueError:
        return None
    return left, top, width, height
