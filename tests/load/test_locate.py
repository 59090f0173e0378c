"""Where a value or its key begins and ends: from its first character up to the one after its last."""

import pytest

from generator.core.source import Location, SourceFile, Span, Spot
from generator.load.yaml_nodes import locate

TEXT = """\
# At the top.
title: "\U0001f600 two"  # behind it
long:
  block: |
    one

    two


  # The block has ended above.
  list:
    - x
    - [1, 2]  # behind it
    -
flow: {a: b,
  \U0001f600: [c]}
plain: one
  two  \x20
empty:
"""
VALUES = [
    (("title",), (2, 8), (2, 15), '"\U0001f600 two"'),
    (("long",), (4, 3), (14, 6), None),
    (("long", "block"), (4, 10), (7, 8), "|\n    one\n\n    two"),
    (("long", "list", 0), (12, 7), (12, 8), "x"),
    (("long", "list", 1), (13, 7), (13, 13), "[1, 2]"),
    (("long", "list", 1, 1), (13, 11), (13, 12), "2"),
    (("long", "list", 2), (14, 6), (14, 6), ""),
    (("flow",), (15, 7), (16, 10), "{a: b,\n  \U0001f600: [c]}"),
    (("flow", "\U0001f600"), (16, 6), (16, 9), "[c]"),
    (("plain",), (17, 8), (18, 6), "one\n  two"),
    (("empty",), (19, 7), (19, 7), ""),
]
KEYS = [
    (("title",), (2, 1), (2, 6), "title"),
    (("long", "block"), (4, 3), (4, 8), "block"),
    (("flow", "\U0001f600"), (16, 3), (16, 4), "\U0001f600"),
]
# What leads to nothing is shown by the nearest thing above it.
MISSING = [
    (("long", "nothing"), (3, 1), (3, 5), "long"),
    (("long", "list", 1, 7), (13, 7), (13, 13), "[1, 2]"),
    (("nothing",), (2, 1), (2, 1), ""),
]
places = pytest.mark.parametrize(
    ("location", "begin", "end", "shown"),
    [
        *((Location("f.yml", path), *rest) for path, *rest in [*VALUES, *MISSING]),
        *((Location("f.yml", path, "key"), *rest) for path, *rest in KEYS),
    ],
)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@places
def test_the_begin_and_the_end(location, begin, end, shown, line_end):
    source = SourceFile("f.yml", TEXT.replace("\n", line_end))
    span = locate(source, location)
    assert span == Span(Spot("f.yml", *begin), Spot("f.yml", *end))
    if shown is not None:
        assert text_of(source.text.replace("\r\n", "\n"), span) == shown


def test_the_whole_of_a_file():
    assert locate(SourceFile("f.yml", "- a\n- b\n"), Location("f.yml")) == Span(Spot("f.yml"), Spot("f.yml", 2, 4))


def test_a_file_that_cannot_be_read_has_the_point_where_the_parser_stumbled():
    at = Spot("f.yml", 1, 4)
    assert locate(SourceFile("f.yml", "a: [b\n"), Location("f.yml", ("a",))) == Span(at, at)


def test_a_file_of_nothing_has_a_point():
    assert locate(SourceFile("f.yml", "# a\n"), Location("f.yml", ("a",))) == Span(Spot("f.yml"), Spot("f.yml"))


def test_what_an_alias_repeats_does_not_end_before_it_begins():
    span = locate(SourceFile("f.yml", "a: &x one\nb:\n  c: two\n  d: *x\n"), Location("f.yml", ("b",)))
    assert span == Span(Spot("f.yml", 3, 3), Spot("f.yml", 3, 3))


def text_of(text: str, span: Span) -> str:
    lines = text.split("\n")
    begin, end = (sum(len(line) + 1 for line in lines[: at.line - 1]) + at.column - 1 for at in (span.begin, span.end))
    return text[begin:end]
