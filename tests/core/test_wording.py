"""Texts in the place of names, plural forms, numbers and days as a language writes them."""

from datetime import date

import pytest

from generator.core.page_words import ENGLISH, Forms, PageWords, of_kind
from generator.core.wording import counted, day, filled, in_digits, is_language, plain_text, slots

POLISH = Forms(one="{number} krok", few="{number} kroki", many="{number} kroków", other="{number} kroku")


@pytest.mark.parametrize(
    ("number", "language", "forms", "text"),
    [
        (1, "en-GB", ENGLISH.stages, "1 stage"),
        (2, "en-GB", ENGLISH.stages, "2 stages"),
        (0, "en-GB", ENGLISH.stages, "0 stages"),
        (1204, "en-GB", ENGLISH.stages, "1,204 stages"),
        (1204, "de", ENGLISH.stages, "1.204 stages"),
        (1, "pl", POLISH, "1 krok"),
        (3, "pl", POLISH, "3 kroki"),
        (5, "pl", POLISH, "5 kroków"),
        (22, "pl", POLISH, "22 kroki"),
        # A form that is not given is that of all other numbers.
        (3, "pl", ENGLISH.stages, "3 stages"),
        (1, "ja", ENGLISH.stages, "1 stages"),
    ],
)
def test_the_form_is_that_of_the_language_and_its_number_written_so(number, language, forms, text):
    assert counted(forms, number, language) == text


def test_a_number_may_stand_under_another_name_or_not_at_all():
    assert counted(ENGLISH.tested_all, 1, "en", "cases").startswith("1 story")
    assert counted(ENGLISH.spot, 1, "en") == "{place}. Guide: {guides}"
    assert in_digits(54875, "en-GB") == "54,875"


@pytest.mark.parametrize(
    ("language", "text"), [("en-GB", "2 November 2026"), ("en-US", "November 2, 2026"), ("de", "2. November 2026")]
)
def test_a_day_is_written_as_the_language_writes_it(language, text):
    assert day(date(2026, 11, 2), language) == text


def test_values_are_put_in_the_place_of_names_and_are_not_looked_at_again():
    assert filled("{a}, {b} and {c}", a="{b}", b="2") == "{b}, 2 and {c}"
    assert plain_text("*{a}*: {b}", a="*x*", b="[y](z)") == "*x*: [y](z)"
    assert slots("{b}, {a}, {b}, { a }, {A} and {1}") == ["b", "a"]


@pytest.mark.parametrize(
    ("tag", "known"), [("en-GB", True), ("el", True), ("en_GB", False), ("english", False), ("", False)]
)
def test_a_language_is_known_by_its_tag(tag, known):
    assert is_language(tag) == known


def test_a_text_alone_stands_for_all_plural_forms():
    words = PageWords(stages="{number} steps")
    assert words.stages == Forms(other="{number} steps")
    assert words.model_fields_set == {"stages"}
    assert words.tonight == ENGLISH.tonight
    assert counted(words.stages, 1, "en") == "1 steps"


def test_the_words_never_change():
    with pytest.raises(ValueError, match="frozen"):
        ENGLISH.tonight = "Now"
    with pytest.raises(ValueError, match="frozen"):
        ENGLISH.stages.one = "Now"


def test_the_pages_of_a_kind_are_called_by_its_name():
    assert of_kind(ENGLISH, "faq", "many") == "Questions"
