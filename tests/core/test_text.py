"""Nothing that an author wrote can steer a terminal or a build log."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from on_github import nasty

from generator.core.text import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain · “words” é 漢", "plain · “words” é 漢"),
        ("two\nlines\r\tand a tab", "two\\nlines\\r\\tand a tab"),
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("a\u202eb\u200bc\u2028d\ufeff", "a\\u202eb\\u200bc\\u2028d\\ufeff"),
        ("half \ud800 \udcff", "half \\ud800 \\udcff"),
        ("\U000e0001", "\\U000e0001"),
        ("no\u00a0break\u202fspace", "no\u00a0break\u202fspace"),
        ("::error::x", "\\x3a:error::x"),
        ("a ::set-env name=x::y", "a \\x3a:set-env name=x::y"),
        ("generator::check, 12::30", "generator::check, 12::30"),
        ("a ##[error]b", "a #\\x23[error]b"),
        ("##vso[task.setvariable]x", "#\\x23vso[task.setvariable]x"),
        ("## A heading [with a link]", "## A heading [with a link]"),
        ("", ""),
    ],
)
def test_what_cannot_be_seen_and_what_is_a_command_is_written_out(text: str, shown: str):
    assert visible(text) == shown


@given(st.one_of(nasty, st.text(), st.text(":#[ \n\x1berror")))
def test_it_is_one_line_of_what_can_be_seen(text: str):
    shown = visible(text)
    assert all(
        char.isprintable() or char in "\u00a0\u1680\u202f\u205f\u3000" or "\u2000" <= char <= "\u200a" for char in shown
    )
    assert shown.splitlines() in ([], [shown])
    assert not re.search(r"(^|\s)::\w|##\w*\[", shown)
    assert visible(shown) == shown
    if text.isprintable() and "::" not in text and "##" not in text:
        assert shown == text
