"""A text without words is missing wherever a text for readers can stand, in a kind that nobody thought of too."""

from typing import Annotated

import pytest
from example import EXAMPLE
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from generator.check.run import check
from generator.core.blank import blank_texts, has_words
from generator.core.kinds import IN_REGISTERS, KINDS
from generator.core.kinds.kind import Entry, RefersTo, Text, Words, fields_of
from generator.core.library import texts_for_readers
from generator.core.settings import SiteSettings
from generator.core.source import SourceFile
from generator.load.files import Loaded

BLANK = {
    "spaces": "  \t ",
    "no-break space": "\u00a0 ",
    "ideographic space": "\u3000",
    "zero-width space": "\u200b",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "right-to-left mark": "\u200f",
    "control": "\u0007",
    "an accent on nothing": "\u0301",
    "variation selector": "\ufe0f",
    "Hangul filler": "\u3164",
    "empty Braille cell": "\u2800",
    "line separator": "\u2028",
    "a citation": "[@a-study]",
    "two citations": " [@a-study; @b-study] ",
    "emphasis": "****",
    "emphasis of nothing to be seen": "**\u200b**",
    "code of a space": "` `",
    "a link without words": "[](outcome:see-someone)",
    "a link of a space to nowhere": "[ ]()",
    "a picture without words": "![](knee.png)",
    "a comment": "<!-- to be written -->",
    "an open comment": "<!-- to be written",
    "an entity": "&nbsp;",
    "a number of a character": "&#8203;",
    "a rule": "---",
    "an empty heading": "##",
    "an empty quote": "> ",
}
WORDS = ["x", "7", "?", "—", "é", "膝", "\U0001f600", "❤️", "+", "*a*", "`a`", "[a]()", "![a knee](knee.png)"]
WORDS += ["[@a-study] a", "a [@a-study]", "&amp;", "<b>", "1.", "…", "a\u200b", "<!-- b --> a", "[](care:emergency)"]


@pytest.mark.parametrize("text", BLANK.values(), ids=BLANK)
def test_what_shows_no_words_is_blank(text):
    assert not has_words(text)


@pytest.mark.parametrize("text", WORDS)
def test_what_shows_a_sign_is_not(text):
    assert has_words(text)


nothings = st.lists(st.sampled_from(list(BLANK.values())), min_size=1, max_size=4).map("\n\n".join)


# On a line of their own, a plus and a number with a full stop begin an item of a list.
@given(nothings, nothings, st.sampled_from(WORDS).filter(lambda word: word not in ("+", "1.")))
def test_nothing_and_nothing_is_nothing_and_a_word_among_it_is_a_word(before, after, word):
    assert not has_words(f"{before}\n\n{after}")
    closed = before.replace("<!-- to be written", "<!-- to be written -->")
    assert has_words(f"{closed}\n\n{word}\n\n{after}")


# ------------------------------------------------------------------------------------------- wherever a text can stand


class Part(Entry):
    said: Text = ""


class Unheard(Entry):
    """A kind that no rule knows."""

    one: Text = Field("", alias="uno")
    list_of: list[Text] = []
    by_id: dict[str, Text] = {}
    part: Part | None = None
    parts: dict[str, Part] = {}
    ids: Annotated[list[str], RefersTo("place")] = []
    switch: str = ""


def test_each_place_for_words_is_looked_at_and_no_other():
    entry = Unheard.model_validate(
        {
            "uno": " ",
            "list_of": ["a", "", " "],
            "by_id": {"x": "\u00a0", "y": "a"},
            "part": {"said": "[@a]"},
            "parts": {"said": {"said": "\u200b"}, "b": {"said": "b"}, "c": {"said": ""}},
            "ids": [" "],
            "switch": " ",
        }
    )
    assert list(blank_texts(texts_for_readers(entry))) == [
        ("uno",),
        ("list_of", 1),
        ("list_of", 2),
        ("by_id", "x"),
        ("part", "said"),
        ("parts", "said", "said"),
    ]
    assert not list(blank_texts(texts_for_readers(Unheard())))


def places_for_words(model: type[Entry], above: tuple[str, ...] = ()):
    """The keys that lead to each field with words, parts included; "{}" for an id, "[]" for an item of a list."""
    for one in fields_of(model):
        shape = str(model.model_fields[one.name].annotation)
        within = ("{}",) if shape.startswith("dict") else ("[]",) if shape.startswith("list") else ()
        if one.part is not None:
            yield from places_for_words(one.part, (*above, one.key, *within))
        elif isinstance(one.role, Words):
            yield (*above, one.key, *within)


EVERY = [
    (kind, model, path)
    for kind, model in {**{name: kind.model for name, kind in KINDS.items()}, "site": SiteSettings}.items()
    for path in places_for_words(model)
]


def flow(path: tuple[str, ...]) -> tuple[str, str]:
    """YAML that leads to a value in flow style, as what stands before it and behind it."""
    before, behind = "", ""
    for key in path:
        before += "[" if key == "[]" else "{" + ("x" if key == "{}" else key) + ": "
        behind = ("]" if key == "[]" else "}") + behind
    return before, behind


@pytest.mark.long
@pytest.mark.parametrize("kind", dict.fromkeys(kind for kind, _, _ in EVERY))
def test_a_blank_text_of_any_field_of_a_kind_is_told_at_its_value(kind):
    file = KINDS[kind].file_of("x") if kind in KINDS else "content/site.yml"
    for path in [path for name, _, path in EVERY if name == kind]:
        before, behind = flow(("x", *path) if kind in IN_REGISTERS else path)
        for blank in ('" "', '"\u200b"', '"[@a-study]"'):
            files = {**EXAMPLE, file: f"{before}{blank}{behind}\n"}
            sources = tuple(SourceFile(*one) for one in files.items())
            loaded = Loaded(files=sources, assets={}, unread=frozenset(), problems=())
            found = [one for one in check(loaded).findings if one.file == file and "blank" in one.message]
            assert [(one.line, one.column) for one in found] == [(1, len(before) + 1)], (path, blank)


def test_every_kind_has_places_for_words():
    assert {kind for kind, _, _ in EVERY} == {*KINDS, "site"}
    assert len(EVERY) > 40
