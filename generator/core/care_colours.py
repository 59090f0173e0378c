"""The colours of the care levels, in one table: for the site, drawings and the terminal.

Stylesheets cannot read it; a test checks that the custom properties of `signpost.css` and of the drawings agree with
it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.core.kinds.care_level import Card


@dataclass(frozen=True, slots=True)
class CareColours:
    """The colours of one card.

    Attributes:
        fill: the background of the card, in the light and in the dark theme.
        ink: the colour of its text.
        rim_on_dark: its border in the dark theme; in the light theme the border is `fill`.
        terminal: the colour name for click.
    """

    fill: str
    ink: str
    rim_on_dark: str
    terminal: str


CARE_COLOURS: Mapping[Card, CareColours] = MappingProxyType(
    {
        "emergency": CareColours("#8c1111", "#ffffff", "#ff9d94", "red"),
        # Yellow, because a terminal has only one reliable red: many show bold text in the bright one.
        "urgent": CareColours("#b3261e", "#ffffff", "#ff8f85", "yellow"),
        "non-urgent": CareColours("#1b5a8c", "#ffffff", "#7ab8ea", "bright_blue"),
        "self-care": CareColours("#256b46", "#ffffff", "#74c69a", "green"),
    }
)
