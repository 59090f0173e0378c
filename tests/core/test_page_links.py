"""No link that a builder finds on a page is missed, however the page is written."""

from html import unescape
from urllib.parse import unquote

import pytest
from deep import examples
from fuzz.mutations import PIECES
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.core import page_links as module
from generator.core.as_built import as_built
from generator.core.kinds import LINK_KINDS
from generator.core.page_fields import parts
from generator.core.page_links import page_links
from generator.core.page_text import line_ends, page_pieces

words = st.sampled_from(["Words ", " and words.", "\n\n", "\n", "- ", "    ", "> ", "# ", "| ", "1. "])
pages = st.lists(st.sampled_from(PIECES) | words, min_size=1, max_size=8).map("".join)


@pytest.mark.long
@settings(max_examples=examples(600))
@given(pages)
def test_what_python_markdown_takes_for_a_link_is_among_them(page):
    text = line_ends(page)
    slips = {text[name.offset :] for piece in page_pieces(text) if piece.kind == "malformed" for name in piece.names}
    found = {(link.kind, unquote(unescape(link.target))) for link in page_links(text)}
    for link in as_built(parts(text).body).links:
        is_slip = any(rest.startswith(link.target) for rest in slips)
        is_of_a_kind = link.target.partition(":")[0] in LINK_KINDS
        if not is_slip and not is_of_a_kind:
            assert (link.kind, unquote(unescape(link.target))) in found


@pytest.mark.parametrize(
    "page",
    [
        "# A\n\n[a](b.md) ![c](d.png) [g](https://h.i)\n",
        "---\ntitle: A\n---\n\n- [a](b.md)\n\n> 49 % and R&D, 1 < 2 > 0\n",
        "<div data-offline markdown>\nWords.\n</div>\n",
        "## What to write\n\nA `<name>` in code, and\n\n```\n<b>\n```\n",
    ],
)
def test_most_pages_are_not_read_twice(page, monkeypatch):
    monkeypatch.setattr(module, "as_built", lambda body: pytest.fail("read with Python-Markdown"))
    page_links.cache_clear()
    page_links(page)


@pytest.mark.parametrize(
    ("page", "target"),
    [
        ("# A\n\nSee [a](b.md).", "b.md"),
        ("See ![a](b.png 'c').", "b.png"),
        ("> - See [a\n>   b](c.md).", "c.md"),
        ("[a](<b c.md>)", "b c.md"),
        ("[[a](b.md)](c.md) é😀 [x](d.md)", "d.md"),
        ("!!! note\n    [a](b.md)", "b.md"),
    ],
)
def test_each_stands_where_its_address_is_written(page, target):
    assert any(page[link.offset :].startswith(target) for link in page_links(page))
