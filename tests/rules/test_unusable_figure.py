import pytest
from example import FRONT


@pytest.mark.parametrize(
    "drawing, words",
    [
        ('<svg viewBox="0 0 9 9">\n  ▸<script>alert(1)</script>\n</svg>', "<script>"),
        ('<svg viewBox="0 0 9 9"><path d="M0 0"\n ▸onclick="alert(1)"/></svg>', "onclick="),
        ('<svg viewBox="0 0 9 9">▸<style>p {}</style></svg>', "<style>"),
        ('▸<svg width="9"></svg>', "how large"),
        ('<svg viewBox="0 0 9 9"></▸svgg>', "whole SVG"),
        ("▸no drawing", "whole SVG"),
    ],
)
def test_a_drawing_that_cannot_stand_in_a_page_is_told_where_it_fails(drawing, words, found_at_marks):
    [finding] = found_at_marks({FRONT: f"{drawing}\n"})
    assert finding.code == "S411"
    assert words in finding.message


def test_shapes_with_classes_are_fine(found_at_marks):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g class="a"><path d="M0 0"/></g></svg>'
    assert not found_at_marks({FRONT: svg})
