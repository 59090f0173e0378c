"""The colours of the levels of care, in one table: on the site, in drawings, and in a terminal.

Styles cannot read it; a test holds the custom properties of `signpost.css` and of the drawings to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.core.kinds.care_level import Card


@dataclass(frozen=True, slots=True)
class CareColours:
    """The colours of one card.

    Attributes:
        fill: the ground of the card, in light and in dark.
        ink: the words on it.
        rim_on_dark: the line around it where the page is dark; where the page is light, it is `fill`.
        terminal: as click names it.
    """

    fill: str
    ink: str
    rim_on_dark: str
    terminal: str


CARE_COLOURS: Mapping[Card, CareColours] = MappingProxyType(
    {
        "emergency": CareColours("#8c1111", "#ffffff", "#ff9d94", "red"),
        # Yellow, as a terminal has only one red to rely on: many show bold words in the bright one.
        "urgent": CareColours("#b3261e", "#ffffff", "#ff8f85", "yellow"),
        "non-urgent": CareColours("#1b5a8c", "#ffffff", "#7ab8ea", "bright_blue"),
        "self-care": CareColours("#256b46", "#ffffff", "#74c69a", "green"),
    }
)
