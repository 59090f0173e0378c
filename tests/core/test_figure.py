"""A figure is written anew from its shapes: nothing else that stands in the file reaches a page."""

import pytest

from generator.core.figure import drawing
from generator.render.sanitizer import only_shapes

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


@pytest.mark.parametrize(
    "inside, shapes",
    [
        ('<g class="a">\n <path d="M0 0\n L1 1"/>\n</g>', '<g class="a"><path d="M0 0 L1 1"></path></g>'),
        ("<title>a &lt;b&gt; &amp;amp;</title>", "<title>a &lt;b&gt; &amp;amp;</title>"),
        ("<title><![CDATA[</title><script>]]></title>", "<title>&lt;/title&gt;&lt;script&gt;</title>"),
        ("<!--><script>alert(1)</script>--><g/>", "<g></g>"),
        ('<g id="q1" xml:space="preserve" role="img" aria-label="x"/>', "<g></g>"),
        ("<g>words that nothing shows</g>", "<g></g>"),
        ('<rect fill="rgb(1, 2, 3)" stroke="var(--sp)" transform="rotate(45 1 1)"/>', None),
        ('<polygon points="0,0 1,1" clip-rule="evenodd" pathLength="3"/>', None),
    ],
)
def test_what_a_page_gets(inside: str, shapes: str | None):
    drawn = drawing(SVG.format(inside))
    assert not drawn.faults
    assert drawn.view_box == "0 0 9 9"
    assert drawn.shapes == (
        shapes if shapes is not None else inside.replace("/>", f"></{inside[1:].split(maxsplit=1)[0]}>")
    )
    assert only_shapes(drawn.shapes) == drawn.shapes


def test_the_document_type_of_drawing_programs_is_no_fault():
    head = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">\n'
    assert not drawing(head + SVG.format("<g/>")).faults


@pytest.mark.parametrize(
    "inside",
    [
        "<script>x</script>",
        "<g onclick='x'/>",
        "<g style='x'/>",
        "<a href='x'/>",
        "<image href='x'/>",
        "<use href='#x'/>",
    ],
)
def test_of_a_figure_with_a_fault_nothing_is_shown(inside: str):
    drawn = drawing(SVG.format(f"<g/>{inside}"))
    assert drawn.faults
    assert drawn.shapes == ""


def test_entities_are_not_counted_out():
    laughs = "".join(f"<!ENTITY a{n} '&a{n - 1};&a{n - 1};&a{n - 1};&a{n - 1};'>" for n in range(1, 40))
    drawn = drawing(f"<!DOCTYPE svg [<!ENTITY a0 'ha'>{laughs}]>{SVG.format('<title>&a39;</title>')}")
    assert [fault.message for fault in drawn.faults] == ['"<!DOCTYPE [" may not stand in a figure.']


@pytest.mark.parametrize("html", ["<script>x</script><g></g>", "<g onclick='x'></g>", "<g></g><a href='x'></a>"])
def test_the_second_wall_takes_out_what_is_no_shape(html: str):
    assert only_shapes(html) == "<g></g>"
