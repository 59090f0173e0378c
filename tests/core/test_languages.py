"""Words of pages in each language: as many as in English, with the same names in braces, and all its plural forms."""

import re

import pytest
from example import EXAMPLE

from generator.check.run import check
from generator.core.page_words import ENGLISH
from generator.core.project import Project
from generator.core.settings import SiteSettings
from generator.core.subject import with_default_words
from generator.core.word_file import english, has_words, languages, read, usual_language, words_about, words_in
from generator.core.wording import comma, direction, is_drawn, is_language, land, locale, slots
from generator.load.files import load
from generator.load.theme import theme_language

OTHERS = tuple(language for language in languages() if language != "en")
SUBJECTS = ("health",)
# No word is counted beyond what a page can list.
COUNTED = range(200)


def test_there_are_words_in_six_languages():
    assert languages() == ("ar", "cy", "de", "en", "es", "fr")
    assert all(is_language(words_in(language).language) for language in languages())


@pytest.mark.parametrize("language", OTHERS)
def test_each_word_is_there_and_no_other(language: str):
    own = words_in(language)
    assert list(own.words) == list(english().words)
    assert {name: word.group for name, word in own.words.items()} == {
        name: word.group for name, word in english().words.items()
    }
    assert own.review.keys() == english().review.keys()
    assert all((*own.review.values(), own.unsure))
    for subject in SUBJECTS:
        assert list(words_about(subject, language)) == list(words_about(subject))


@pytest.mark.parametrize("language", OTHERS)
def test_each_has_the_names_in_braces_that_the_english_has(language: str):
    for name, word in words_in(language).words.items():
        wanted = set(slots(english().words[name].text))
        for form in word.forms.values():
            counts = {word.counts} - {None}
            assert set(slots(form)) | counts == wanted | counts, name
    for subject in SUBJECTS:
        for name, text in words_about(subject, language).items():
            assert sorted(slots(text)) == sorted(slots(words_about(subject)[name])), name


@pytest.mark.parametrize("language", languages())
def test_what_is_counted_has_every_plural_form_of_the_language(language: str):
    forms = {locale(language).plural_form(number) for number in COUNTED} | {"other"}
    for name, word in words_in(language).words.items():
        assert (word.counts is None) == (english().words[name].counts is None), name
        if word.counts is not None:
            assert set(word.forms) == forms, name


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_was_left_in_english(language: str):
    # What is the same in both: one word, names in braces with signs between them, or what English took from French.
    same = {
        name
        for name, word in words_in(language).words.items()
        if word.text == english().words[name].text and re.search(r"[a-z]", re.sub(r"\{[a-z_]+\}", "", word.text), re.I)
    }
    assert same <= {
        "tree_one",
        "tree_many",
        "sources",
        "sources_title",
        "sources_of_result",
        "faq_one",
        "faq_many",
        "plan_one",
    }
    assert language in ("fr", "es") or same <= {"plan_one"}


def test_quotation_marks_are_those_of_the_language():
    quoted = {language: words_in(language).words["quoted"].text for language in languages()}
    assert quoted == {
        "ar": "«{answer}»",
        "cy": "“{answer}”",
        "de": "„{answer}“",
        "en": "“{answer}”",
        "es": "«{answer}»",
        "fr": "«\N{NO-BREAK SPACE}{answer}\N{NO-BREAK SPACE}»",
    }


def test_lists_letters_lands_and_directions_are_those_of_the_language():
    assert [comma(language) for language in ("en-GB", "de", "ar")] == [", ", ", ", " و"]
    assert [land(language) for language in ("en-GB", "en", "de", "de-CH", "ar", "cy")] == [
        "GB",
        "US",
        "DE",
        "CH",
        "EG",
        "GB",
    ]
    assert [direction(language) for language in ("de", "ar", "he")] == ["ltr", "rtl", "rtl"]
    assert [is_drawn(language) for language in ("cy", "el", "uk", "ar", "ja")] == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("theme", "site"),
    [
        ("", "en-GB"),
        ("en", "en-GB"),
        ("en-US", "en-GB"),
        ("de", "de"),
        ("de-AT", "de-AT"),
        ("pl", "en-GB"),
        ("x", "en-GB"),
    ],
)
def test_a_site_is_in_the_language_of_its_theme(theme: str, site: str):
    assert usual_language(theme) == site
    assert with_default_words(SiteSettings(), theme).language == site


def test_what_the_site_says_itself_stands_before_all():
    site = with_default_words(
        SiteSettings(language="fr", subject="health", what_heading="X", words={"tonight": "Y"}), "de"
    )
    french, about = words_in("fr").words, words_about("health", "fr")
    assert (site.language, site.what_heading, site.words.tonight) == ("fr", "X", "Y")
    assert site.do_link == french["do_link"].text
    assert site.words.get_help_if == about["get_help_if"] != french["get_help_if"].text
    assert site.words.stages.one == french["stages"].forms["one"]
    assert site.review_words.care == list(words_in("fr").review["care"])
    assert site.unsure_words == list(words_in("fr").unsure)
    assert site.model_fields_set == {"language", "subject", "what_heading", "words"}
    assert site.words.model_fields_set == {"tonight"}
    # A language without words of ours has the English ones, and its own plural forms and days.
    assert has_words("pl") == "en"
    assert with_default_words(SiteSettings(language="pl")).words == ENGLISH


@pytest.mark.parametrize(
    ("config", "language"),
    [
        ("theme: {name: material, language: de}\n", "de"),
        ("theme:\n  name: mkdocs\n  locale: pt_BR\nurl: !ENV [A, B]\n", "pt-BR"),
        ("theme: material\nplugins: [{search: {language: de}}]\n", ""),
        ("theme: {name: material, language: [de]}\n", ""),
        ("theme: {language: de\n", ""),
        ("- language\n", ""),
        ("", ""),
    ],
)
def test_commands_that_build_no_site_read_its_theme(config: str, language: str, project):
    assert theme_language(project({"mkdocs.yml": config})) == language


def test_a_project_has_the_words_of_its_theme(project):
    library = check(
        load(Project(project({**EXAMPLE, "mkdocs.yml": "theme: {name: material, language: cy}\n"})))
    ).survey.library
    assert library.site.language == "cy"
    assert library.site.words.gate_no == words_in("cy").words["gate_no"].text != ENGLISH.gate_no


def test_a_word_that_english_has_not_got_is_refused():
    with pytest.raises(ValueError, match="fancy"):
        read('language = "de"\n[guide]\nfancy = "X"\n', english())
