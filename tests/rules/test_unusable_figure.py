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
        ('<svg viewBox="0 0 9 9"><!--><script>alert(1)</script>--><path ▸href="x"/></svg>', "href="),
        ('▸<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 9 9"><title>&a;</title></svg>', "<!DOCTYPE"),
        ('<svg viewBox="0 0 9 9">▸<?php x?></svg>', "<?php"),
        ('<svg viewBox="0 0 9 9"><path ▸fill="url(https://example.org/x)"/></svg>', "fill="),
        ('<svg viewBox="0 0 9 9"><path\n   ▸fill="u\\72l(x)"/></svg>', "fill="),
        ('<svg viewBox="0 0 9 9"><title>▸<b>x</b></title></svg>', "<b>"),
        ('<svg viewBox="0 0 9 9">▸<text>x</text></svg>', "<text>"),
        ('<svg viewBox="0 0 9 9">▸<x:path xmlns:x="urn:x"/></svg>', "<path>"),
        ('▸<svg viewBox="0 0 9 9&quot; onload=&quot;x"></svg>', "how large"),
    ],
)
def test_a_drawing_that_cannot_stand_in_a_page_is_told_where_it_fails(drawing, words, found_at_marks):
    [finding] = found_at_marks({FRONT: f"{drawing}\n"})
    assert finding.code == "S411"
    assert words in finding.message


def test_shapes_with_classes_are_fine(found_at_marks):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g class="a"><path d="M0 0"/></g></svg>'
    assert not found_at_marks({FRONT: svg})
