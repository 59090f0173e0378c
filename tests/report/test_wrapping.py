"""Lines for a terminal are broken between words, within its width, whatever their styles are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.report.wrapping import styled, wrapped


def tagged(text: str, *, fg: str = "") -> str:
    return f"<{fg}>{text}</{fg}>"


def test_a_style_goes_around_all_words_of_a_line_that_have_it():
    parts = [styled("one two"), styled("three four", fg="red"), styled(".", glued=True), styled("five")]
    assert list(wrapped(parts, tagged, 40, "- ", "  ")) == ["- one two<red> three four</red>. five"]
    assert list(wrapped(parts, tagged, 12, "- ", "  ")) == [
        "- one two",
        "  <red>three</red>",
        "  <red>four</red>. five",
    ]


def test_what_is_glued_stays_with_the_word_before():
    parts = [styled("aaaa"), styled("bbbb", fg="red"), styled(",", glued=True)]
    assert list(wrapped(parts, tagged, 9, "", "")) == ["aaaa", "<red>bbbb</red>,"]


def test_nothing_to_say_is_a_line_all_the_same():
    assert list(wrapped([], tagged, 9, "- ", "  ")) == ["- "]


words = st.text("abc", min_size=1, max_size=9)


@pytest.mark.long
@given(st.lists(st.tuples(words, st.booleans(), st.sampled_from(["", "red"])), max_size=20), st.integers(24, 60))
def test_no_line_is_longer_than_the_terminal_and_no_word_is_lost(parts: list[tuple[str, bool, str]], width: int):
    told = [styled(text, fg=colour) for text, _, colour in parts]
    lines = list(wrapped(told, lambda text, **_: text, width, "    • ", "      "))
    assert max(map(len, lines)) <= width
    assert " ".join(line[6:] for line in lines).split() == [text for text, _, _ in parts]
