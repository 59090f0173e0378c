"""The picture of the largest guide, as a reader with a phone meets it."""

import pytest
from lettering import FAMILIES, set_in
from real_project import library

pytestmark = pytest.mark.browser


def largest() -> str:
    trees = library().trees
    return max(trees, key=lambda id: sum(len(one.choices) for one in trees[id].questions.values()))


# For each text its own box and that of the shape around it, in the units of the drawing.
TEXTS = """() => [...document.querySelectorAll('.sp-chart text:not(.sp-chart__sign text)')].map((text) => {
  const within = text.parentElement.querySelector('.sp-chart__box').getBBox();
  const box = text.getBBox();
  return {
    words: text.textContent,
    inside: box.x >= within.x && box.x + box.width <= within.x + within.width
      && box.y >= within.y && box.y + box.height <= within.y + within.height,
  };
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_in_its_box_and_every_link_can_be_reached_by_keyboard(new_context, address, scheme):
    page = new_context(color_scheme=scheme).new_page()
    page.goto(f"{address}guides/{largest()}/whole/")
    for family in FAMILIES:
        set_in(page, family)
        texts = page.evaluate(TEXTS)
        assert len(texts) > 50
        assert [text["words"] for text in texts if not text["inside"]] == [], family

    window = page.get_by_role("region", name="Picture of the whole guide")
    window.focus()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "only the picture scrolls sideways"
    expected = page.evaluate("[...document.querySelectorAll('.sp-chart a')].map((link) => link.getAttribute('href'))")
    reached = []
    for _ in expected:
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
        # Seen, not hidden at a side, and not under the header.
        shown = page.evaluate(
            """() => {
              const box = document.activeElement.getBoundingClientRect();
              const frame = document.querySelector('.sp-picture__window').getBoundingClientRect();
              return box.width >= 24 && box.height >= 24 && box.right > frame.left && box.left < frame.right
                && box.bottom > 48 && box.top < innerHeight;
            }"""
        )
        assert shown, reached[-1]
    assert reached == expected


def test_the_picture_fits_the_screen_where_the_reader_asks_for_it(page, address):
    page.goto(f"{address}guides/{largest()}/whole/")
    wide = "document.querySelector('.sp-chart').getBoundingClientRect().width"
    assert page.evaluate(wide) > 390
    page.get_by_role("link", name="Fit it to the screen").click()
    assert page.evaluate(wide) <= 390
    page.get_by_role("link", name="Full size").click()
    assert page.evaluate(wide) > 390
