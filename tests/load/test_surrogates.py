"""A character that JSON writes as two halves is read as what was meant, and every line and column stays."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.source import Location, SourceFile, Spot
from generator.load.surrogates import decode_surrogates, encode_surrogates
from generator.load.yaml_nodes import locate, read

strings = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x7f"), max_size=12)
# Rare among all characters, and here what it is about.
strings |= st.text(st.sampled_from('\U00010000\U0001f600\U0010ffffa\\"ud83\ue000\ue600'), max_size=12)


def yaml(text: str) -> object:
    value, problems = read(SourceFile("f.yml", text))
    assert not problems
    return value


@given(st.dictionaries(strings.map(lambda key: f"k{key}"), strings, max_size=3))
def test_json_is_read_as_json_reads_it(value):
    written = json.dumps(value)
    if "\\ue" in written and "\\ud" in written:
        return  # A file with such characters of its own is left to the parser, which refuses it.
    assert (yaml(written) or {}) == value


@given(strings)
def test_a_text_is_set_aside_in_as_many_signs_and_comes_back_as_it_was(text):
    written = json.dumps(text)
    aside = encode_surrogates(written)
    assert len(aside) == len(written)
    if aside != written:
        assert decode_surrogates(aside, escapes=False) == written
        assert json.loads(aside) != text
        assert decode_surrogates(json.loads(aside), escapes=True) == text


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (r'"\ud83d\ude00 fine"', "\U0001f600 fine"),
        (r'"\uD83D\uDE00"', "\U0001f600"),
        (r'"\uDBFf\uDfFF\ud800\udc00"', "\U0010ffff\U00010000"),
        (r'"\\\ud83d\ude00"', "\\\U0001f600"),
        (r'"\\ud83d\\ude00"', r"\ud83d\ude00"),
        (r"'\uD83d\uDE0A'", r"\uD83d\uDE0A"),
        (r"\uDAFf\udDb0 fine", r"\uDAFf\udDb0 fine"),
        ("|\n  \\ud83d\\ude00\n", "\\ud83d\\ude00\n"),
        (r'"\U0001F600 \u00e9"', "\U0001f600 é"),
    ],
)
def test_only_where_a_backslash_has_a_meaning_halves_are_one_character(written, read_as):
    assert yaml(f"a: {written}") == {"a": read_as}


def test_a_key_is_put_together_too_and_what_follows_stands_where_it_stood():
    source = SourceFile("f.yml", '{"\\ud83d\\ude00": "\\ud83d\\ude00", b: c}')
    assert yaml(source.text) == {"\U0001f600": "\U0001f600", "b": "c"}
    assert locate(source, Location("f.yml", ("\U0001f600",))).begin == Spot("f.yml", 1, 18)
    assert locate(source, Location("f.yml", ("b",))).begin == Spot("f.yml", 1, 37)


@pytest.mark.parametrize(
    ("written", "column"),
    [
        (r"\ud83d", 5),
        (r"\ude00", 5),
        (r"\ude00\ud83d", 5),
        (r"hurt \ud83d \ude00", 10),
        (r"\ue000\ud83d\ude00", 11),
        (r"\ud83d\ude00 \ud83d", 18),
    ],
)
def test_half_a_character_is_told_where_it_begins(written, column):
    value, [problem] = read(SourceFile("f.yml", f'a: b\nc: "{written}"\n'))
    assert value is None
    assert problem.rule == "yaml-syntax"
    assert problem.at == Spot("f.yml", 2, column)
