"""A text has one meaning: the words, the links and the citations that CommonMark and our two rules give it."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import nasty
import pytest
from deep import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from nasty import Read, each, one_line, rendered

from generator.core import grammar, markup
from generator.core.blocks import is_allowed, visible_text
from generator.core.markup import literal, mentions, parse, pieces, plain, web_address

pieces_of_texts = st.lists(st.sampled_from([piece for group in nasty.ONE_LINE for piece in group]), max_size=8)
texts = pieces_of_texts.map("".join)
SIMPLE = [
    "[@a]",
    "[@a; @b-c_]",
    "[@",
    "[",
    "]",
    "@a",
    ";",
    " ",
    "  ",
    "a",
    "Word",
    "\n",
    "\n\n",
    "#",
    "-",
    "1. ",
    ">",
    "!",
]
SIMPLE += [
    '"',
    "(",
    "\u00a0",
    "\u00e9",
    "\n  ",
    "...",
    "~~~",
    "=",
    "---",
    "|",
    ":",
    "{",
    "+",
    "[@ a]",
    "[@a ]",
    "&",
    ";",
    "[w](tree:b)",
    "[Two words, it's-so](page:a/b-2.md)",
    "[w](",
    "](tree:b)",
    "[w](bad:c)",
    "[w](care:)",
    "[a.](faq:b)",
    "[(w)](tree:b)",
    "[1](source:b-2020)",
    ")",
]


@pytest.mark.long
@settings(max_examples=examples(1000))
@given(st.lists(st.sampled_from(SIMPLE), max_size=8).map("".join))
def test_a_text_of_words_citations_and_links_means_without_the_parser_what_it_means_with_it(text: str):
    bare = visible_text(text).strip(" \n\t")
    simple = markup.simply_parsed(bare)
    assert simple is None or simple == (grammar.read(bare) if bare else ())


@pytest.mark.long
@settings(max_examples=examples(500))
@given(texts)
def test_the_words_of_a_line_are_those_that_the_parser_shows(text: str):
    text = text.replace("![](tree", "").replace("![w", "")
    assert plain(text) == one_line(Read(rendered(text)).words)


@pytest.mark.long
@settings(max_examples=examples(500))
@given(texts)
def test_literal_words_stay_themselves_whatever_they_are(words: str):
    assert plain(f"a{literal(words)}b") == one_line(f"a{words}b")


@pytest.mark.parametrize(
    "text, named",
    [
        ("[@a]", ["source:a"]),
        ("see [@a; @b-2]!", ["source:a", "source:b-2"]),
        ("[w](tree:b) and [@a]", ["tree:b", "source:a"]),
        ("[w [@a]](tree:b)", ["tree:b", "source:a"]),
        ("![w](outcome:b)", ["outcome:b"]),
        ("[*w*](<faq:b> 'title')", ["faq:b"]),
        ("[w](page:about/index.md)", ["page:about/index.md"]),
        ("[w]\n\n[w]: place:b", ["place:b"]),
        ("> - [w](tree:b)\n>   [@a]", ["tree:b", "source:a"]),
        ("`[@a]` and `[w](tree:b)`", []),
        ("text\n\n    [@a]\n\n```\n[@b]\n```", []),
        ("\\[@a] [\\@a] [@a&#93;", []),
        ("[@a[@b]]", ["source:b"]),
        ("<tree:b> <https://example.org>", []),
        ("[w](https://example.org) [w](#x) [w](../b.txt) [w](tel:999) [w](mailto:a@b.c)", []),
    ],
)
def test_what_a_text_names(text: str, named: list[str]):
    assert [f"{one.kind}:{one.id}" for one in mentions(text)] == named


@given(st.lists(st.sampled_from(["[@a]", "[w](tree:b)", "x", " ", "\n", "\n> ", "- ", "[w](bad:c)"]), max_size=8))
def test_where_a_name_stands_is_where_it_is_told(parts: list[str]):
    text = "".join(parts)
    for one in mentions(text):
        assert text.startswith({"source": "@a", "tree": "tree:b", "link-kind": "bad"}[one.kind], one.offset)


@pytest.mark.parametrize(
    "text",
    [
        "[w](javascript:alert(1))",
        "[w](JavaScript:alert(1))",
        "[w](java&#115;cript:alert(1))",
        "[w](java&Tab;script:alert(1))",
        "[w](java\nscript:alert(1))",
        "[w](\x01javascript:alert(1))",
        "[w](`javascript:alert(1)`)",
        "[w](<javascript:alert(1)>)",
        "[w](javascript:alert(1) and more)",
        "![w](javascript:alert(1))",
        "[w]\n\n[w]: javascript:alert(1)",
        "> [w]\n>\n> [w]: javascript:alert(1)",
        "- [w]\n\n  [w]: javascript:alert(1)",
        "[w](data:text/html,x)",
        "[w](file:///etc/passwd)",
        "[w](outcome: b)",
        "[w](outcomes:b)",
        "[w](http://[::1)",
        "[w](https:b)",
    ],
)
def test_a_link_that_leads_nowhere_good_is_told_of_and_is_none(text: str):
    assert [one.kind for one in mentions(text)] == ["link-kind"]
    assert not [piece for piece in pieces(text) if piece.kind in ("link", "image")]


@pytest.mark.parametrize(
    "url",
    each(
        "https://a.b HTTP://a.b/c?d#e mailto:a@b.c tel:+44-999 //a.b/c a/b.md ../a.md#b #c ?a:b tree:a a/b:c http://[::1]/"
    ),
)
def test_an_address_that_is_allowed(url: str):
    assert is_allowed(url)


@pytest.mark.parametrize(
    "url", each("javascript:a java%09script:a tree: data:a x: https: http:///a http://[::1 http://a:b/ //[ %60a:b")
)
def test_an_address_that_is_not(url: str):
    assert not is_allowed(url)


@pytest.mark.parametrize(
    "url, address",
    [
        ("https://a.b/c d", "https://a.b/c%20d"),
        (' https://a.b/"x" ', "https://a.b/%22x%22"),
        ("https://a.b/<script>", "https://a.b/%3Cscript%3E"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)//https://a.b", ""),
        ("a.b", ""),
        ("//a.b", ""),
        ("http://[::1", ""),
        ("ftp://a.b", ""),
    ],
)
def test_the_address_of_a_source_is_on_the_web_or_none(url: str, address: str):
    assert web_address(url) == address


def test_a_line_is_a_line_whatever_it_begins_with():
    for text in ["- a", "1. a", "# a", "> a", "    a", "---", "[w]: x", "```a"]:
        [paragraph] = parse(text)
        assert (paragraph.kind, plain(text)) == ("paragraph", text.strip())


def test_spaces_that_do_not_break_and_signs_that_are_joined_stay():
    assert plain("10\u00a0mg,  \u202f*20*\u2007ml") == "10\u00a0mg, \u202f20\u2007ml"
    assert plain("\U0001f469\u200d\u2695\ufe0f") == "\U0001f469\u200d\u2695\ufe0f"


def test_what_no_reader_sees_is_shown():
    assert plain("a\x00b\x1bc\ud800d\uffffe\x85f\u2028g") == "a\ufffdb\ufffdc\ufffdd\ufffde f g"


def test_quotes_within_quotes_lose_no_word():
    deep = "> " * 40 + "- " * 40 + "at last\nand more"
    assert "at last" in plain(deep)
    assert "and more" in plain(deep)


# Sixty thousand letters of each took the pattern-based reading up to half a minute.
LONG = [
    "*a ",
    "_a",
    "**a",
    "*",
    "[[]",
    "[",
    "![",
    "](",
    "[a](",
    "`",
    "``a",
    "<a",
    "<http://a",
    "&",
    "&amp;",
    "\\",
    "> ",
    "- ",
]
LONG += [
    "\n> ",
    "> - ",
    "# ",
    "```\n",
    "[a]: b\n",
    "[@a",
    "[@a; ",
    "[a](<b",
    "*[a*",
    "a\n",
    "- a\n  ",
    '[a](b "',
    "~~~\n> ",
]


@pytest.mark.long
@pytest.mark.parametrize("piece", LONG)
def test_the_time_grows_with_the_length(piece: str):
    grammar.read("- *a*\n")  # builds the tables of the parser
    short, long = ((piece * length)[:length] for length in (1500, 3000))
    assert _calls(lambda: grammar.read(long)) < 2.5 * _calls(lambda: grammar.read(short)) + 1000


def _calls(work: Callable[[], object]) -> int:
    """How many functions are called, those of the interpreter included: the same on any machine."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls
