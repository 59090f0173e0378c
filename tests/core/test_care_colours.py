"""The levels of care have one table of colours, and the styles of the site and of the drawings agree with it."""

import re
from pathlib import Path
from typing import get_args

import pytest

from generator.core.care_colours import CARE_COLOURS
from generator.core.kinds.care_level import Card

PACKAGE = Path(__file__).parents[2] / "generator"
SITE = PACKAGE / "web/assets/signpost.css"
IN_PAGES = PACKAGE / "web/assets/picture.css"
ALONE = PACKAGE / "draw/alone.css"
CARDS = get_args(Card)
cards = pytest.mark.parametrize("card", CARDS)


def values(file: Path, name: str) -> list[str]:
    """What a custom property is set to, each time that it is."""
    return re.findall(rf"{name}:\s*([^;]+);", file.read_text("utf-8"))


def fallbacks(file: Path, name: str) -> set[str]:
    """What stands in for a custom property that is not set."""
    return set(re.findall(rf"var\({name}, ([^()]+)\)", file.read_text("utf-8")))


def test_every_card_has_colours():
    assert tuple(CARE_COLOURS) == CARDS


@cards
def test_the_site_has_the_colours_of_the_table(card):
    assert values(SITE, f"--sp-{card}") == [CARE_COLOURS[card].fill]


@cards
def test_drawings_have_them_in_light_and_in_dark(card):
    colours = CARE_COLOURS[card]
    assert fallbacks(IN_PAGES, f"--sp-{card}") == fallbacks(IN_PAGES, f"--sp-chart-{card}") == {colours.fill}
    for file in (IN_PAGES, ALONE):
        assert values(file, f"--sp-chart-{card}") == [colours.rim_on_dark]


@cards
def test_words_on_a_card_can_be_read(card):
    # WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1.
    ground, words = luminance(CARE_COLOURS[card].fill), luminance(CARE_COLOURS[card].ink)
    assert (max(ground, words) + 0.05) / (min(ground, words) + 0.05) >= 4.5


def test_no_other_module_has_a_table_of_its_own():
    fills = {colours.fill for colours in CARE_COLOURS.values()} | {
        colours.rim_on_dark for colours in CARE_COLOURS.values()
    }
    holders = {
        path.name
        for path in PACKAGE.rglob("*.py")
        if any(colour in path.read_text("utf-8").lower() for colour in fills)
    }
    assert holders == {"care_colours.py"}


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
