"""Titles and descriptions reach any theme harmless, as most put them into HTML as they are."""

import json
from html import escape, unescape
from random import Random

import nasty
import pytest
from markupsafe import Markup

from generator.core.markup import plain
from generator.render.front_matter import front_matter, harmless, with_front_matter


@pytest.mark.parametrize(
    "words, shown",
    [
        ("Above & Below", "Above & Below"),
        ("R&D, A&E", "R&D, A&E"),
        ("AT&T &copy 2", "AT\uff06T \uff06copy 2"),
        ("a < b > c", "a \uff1c b \uff1e c"),
        ('The "sit bone" ("ischium")', "The “sit bone” (“ischium”)"),
        ("It's 5 o'clock", "It's 5 o'clock"),
        ("C#", "C#"),
    ],
)
def test_what_a_theme_is_given(words: str, shown: str):
    assert harmless(words) == shown


@pytest.mark.long
def test_however_a_theme_writes_it_it_is_words():
    dice = Random(3)
    for _ in range(2000):
        words = harmless(plain(nasty.text(dice, lines=True)))
        for written in (words, str(Markup(words).striptags()), unescape(words), unescape(escape(words))):
            assert not set('<>"') & set(written)
            assert unescape(written) == written


def test_structured_data_is_exact_and_everything_else_is_not():
    fields = {"title": "a < b", "image": {"alt": 'a "b"'}, "hide": ["<"], "json_ld": {"name": 'a < "b"'}, "n": 3}
    lines = dict(line.split(": ", 1) for line in front_matter(fields).split("\n") if ": " in line)
    assert {key: json.loads(value) for key, value in lines.items()} == {
        "title": "a \uff1c b",
        "image": {"alt": "a “b”"},
        "hide": ["\uff1c"],
        "json_ld": {"name": 'a < "b"'},
        "n": 3,
    }


@pytest.mark.parametrize(
    "body, made",
    [
        ("# A\n", '---\ntitle: "T"\nimage: "I"\n---\n\n# A\n'),
        ("\n\n# A\n", '---\ntitle: "T"\nimage: "I"\n---\n\n# A\n'),
        ("---\n", '---\ntitle: "T"\nimage: "I"\n---\n\n---\n'),
    ],
)
def test_a_page_stands_below_its_front_matter(body: str, made: str):
    assert with_front_matter(body, {"title": "T", "image": "I"}) == made


@pytest.mark.parametrize(
    ("body", "made"), [("# A\n", "# A\n"), ("Note: a\n", "\nNote: a\n"), ("# A: b\n", "\n# A: b\n")]
)
def test_without_any_nothing_of_it_is_taken_for_that(body: str, made: str):
    assert with_front_matter(body, {}) == made
