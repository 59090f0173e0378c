"""A library in another language: other words, and the same in all else, whatever the words are."""

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from example import EXAMPLE, KNEE, RED_FLAGS, SEE_SOMEONE, SITE, TREE, edit
from hypothesis import given
from hypothesis import strategies as st
from kettles import KETTLES

from generator.analyse.routes import Routes
from generator.analyse.survey import survey
from generator.analyse.translations import TranslationProgress, in_language, progress, progress_by_language
from generator.check.run import check
from generator.core.library import Library, texts
from generator.core.markup import plain
from generator.core.originals import originals
from generator.core.site import Serving
from generator.core.source import SourceFile
from generator.core.translation import AboutLanguage, Place, Translated, Translation, checksum, translation_of
from generator.core.word_file import words_in
from generator.emit.build import build
from generator.load.files import Loaded
from generator.load.parse import parse
from generator.render.guide_data import guide_data
from generator.render.link import link

PROJECTS = {"example": EXAMPLE, "kettles": KETTLES}
# What readers see, in the data of a guide; all else is the same in every language.
WORDS = frozenset(("title", "summary", "notice", "ask", "why", "text", "get_help_if", "try", "avoid", "act", "label"))


@cache
def library(name: str) -> Library:
    return parsed(PROJECTS[name])


def parsed(files: dict[str, str]) -> Library:
    sources = tuple(SourceFile(path, text) for path, text in files.items())
    found, problems = parse(Loaded(sources, {}, frozenset(), ()))
    assert not problems
    return found


def one(original: str, to: str, was: str = "") -> Translated:
    return Translated(**{"from": original}, to=to, was=was)


def bare(value: Any) -> Any:
    """Data without the words in it."""
    if isinstance(value, dict):
        return {key: bare(item) for key, item in value.items() if key not in WORDS}
    return [bare(item) for item in value] if isinstance(value, list) else value


def data(found: Library) -> dict[str, Any]:
    files = guide_data(link(survey(found)), Serving())
    return {file.uri: json.loads(file.content) for file in files if file.uri.endswith("guide.json")}


@st.composite
def translations(draw, name: str) -> Translation:
    """Whatever somebody may write: for any text any words, those of another text, or nothing."""
    found = {}
    for place, text in originals(library(name)).items():
        if place.path and draw(st.booleans()):
            original = draw(st.sampled_from([text, f"{text} once"]))
            found[place] = one(original, draw(st.text(max_size=12)), draw(st.sampled_from(["", "", "X"])))
    return Translation(found, about=AboutLanguage(machine=draw(st.booleans())))


@pytest.mark.long
@pytest.mark.parametrize("name", PROJECTS)
@given(drawn=st.data(), language=st.sampled_from(["de", "ar", "pl"]))
def test_no_translation_routes_otherwise(name: str, drawn, language: str):
    original = library(name)
    other = in_language(replace(original, translations={language: drawn.draw(translations(name))}), language)
    there, here = data(other), data(original)
    assert bare(there) == bare(here)
    assert [*here] == [*there]
    was, now = survey(original), survey(other)
    assert (now.proof.paths, now.proof.exhaustive) == (was.proof.paths, was.proof.exhaustive)
    for tree in original.trees:
        assert list(Routes(other).paths(tree)) == list(Routes(original).paths(tree))


@pytest.mark.long
@pytest.mark.parametrize("name", PROJECTS)
@given(drawn=st.data())
def test_words_of_another_text_are_never_shown(name: str, drawn):
    original, said = library(name), drawn.draw(translations(name))
    said = replace(
        said,
        texts={
            place: one(found.from_, f"ZZ{number}", found.was)
            for number, (place, found) in enumerate(said.texts.items())
        },
    )
    whole = replace(original, translations={"de": said})
    shown = {words for _, _, entry in in_language(whole, "de").each() for _, words in texts(entry)}
    for place in progress(whole, "de").complete:
        if place.file != SITE:
            assert said.texts[place].to in shown
    complete = set(progress(whole, "de").complete)
    assert not {found.to for place, found in said.texts.items() if place not in complete} & shown


@pytest.mark.parametrize("name", PROJECTS)
def test_every_text_that_readers_see_is_one_to_translate(name: str):
    """Words put in the place of all of them leave none of the original on any page."""
    original = library(name)
    marked = {place: one(text, f"⟦{number}⟧") for number, (place, text) in enumerate(originals(original).items())}
    other = in_language(replace(original, translations={"de": Translation(marked)}), "de")
    left = {plain(text) for text in originals(original).values()}
    for _, _, entry in other.each():
        for path, text in texts(entry):
            assert text not in left or path[-1] in ("title", "story"), (path, text)


def test_what_is_translated_is_said_and_all_else_is_marked():
    said = {
        TREE: "title: {from: Sore knee, to: Schmerzen am Knie}\n"
        "questions: {rest: {ask: {from: Does it?, to: Tut es?}}}\n",
        RED_FLAGS: "swelling: {text: {from: Your knee is hot and swollen, was: Old, to: Alt}}\n",
    }
    files = EXAMPLE | {translation_of(path, "de"): text for path, text in said.items()}
    other = in_language(parsed(files), "de")
    tree = other.trees["example"]
    assert tree.title == "Schmerzen am Knie"
    assert tree.questions["rest"].ask == "Does it hurt at rest? (Englisch)"
    assert tree.questions["rest"].choices["a-lot"].text == "A lot (Englisch)"
    assert other.red_flags["swelling"].text == "Your knee is hot and swollen (Englisch)"
    assert other.sources["a-study"] == parsed(EXAMPLE).sources["a-study"]
    assert other.site.language == "de"
    assert other.site.words.gate_no == words_in("de").words["gate_no"].text
    assert other.translations == {}


def test_a_mark_stands_above_a_text_of_several_lines():
    files = edit(SEE_SOMEONE, "summary: Show it to somebody.", "summary: |\n  - One\n  - Two")
    other = in_language(replace(parsed(files), translations={"fr": Translation()}), "fr")
    assert other.outcomes["see-someone"].summary == "(anglais)\n\n- One\n- Two"


def test_words_of_the_site_are_ours_where_nobody_has_translated_them():
    site = "subject: health\ntitle: Knees\nwhere_heading: Where?\nattribution: By us.\n"
    site += "words: {tonight: Tonight, sooner: Go if}\n"
    said = (
        "title: {from: Knees, to: Knie}\nwords: {tonight: {from: Tonight, to: Heute}, sooner: {from: Old, to: Alt}}\n"
    )
    found = in_language(parsed({**EXAMPLE, SITE: site, translation_of(SITE, "de"): said}), "de").site
    german = words_in("de").words
    assert (found.title, found.attribution, found.where_heading) == (
        "Knie",
        "By us. (Englisch)",
        german["where_heading"].text,
    )
    assert (found.words.tonight, found.words.get_help_if) == ("Heute", "Holen Sie Hilfe, wenn:")
    assert found.words.sooner == "Holen Sie früher Hilfe, wenn"


def test_what_a_machine_wrote_says_so_at_the_foot_whatever_else_is_stale():
    said = Translation(about=AboutLanguage(machine=True))
    bare = replace(parsed(EXAMPLE), translations={"de": said})
    note = words_in("de").words["by_machine"].text
    assert in_language(bare, "de").site.attribution == note
    signed = replace(parsed({**EXAMPLE, SITE: "subject: health\nattribution: By us.\n"}), translations={"de": said})
    assert in_language(signed, "de").site.attribution == f"{note}\n\nBy us. (Englisch)"


def test_a_page_is_known_by_the_checksum_of_its_original():
    page = SourceFile("content/about.md", "# About\n")
    fresh = f"---\ntranslates: {checksum(page)}\ntitle: Über uns\n---\n# Über\n"
    for text, uri in (
        (fresh, "content/translations/de/about.md"),
        (fresh.replace("translates: ", "translates: x"), page.path),
    ):
        library = parsed({**EXAMPLE, page.path: page.text, "content/translations/de/about.md": text})
        assert in_language(library, "de").pages["about.md"].path == uri
    assert library.pages.keys() == {"about.md"}
    assert progress(library, "de").stale == (Place(page.path, ()),)


def test_how_far_a_translation_is():
    place = Place(KNEE, ("title",))
    library = replace(
        parsed(EXAMPLE), translations={"de": Translation({place: one("Knee", "Knie")}), "fr": Translation()}
    )
    texts = originals(library)
    assert progress_by_language(library) == {
        "de": TranslationProgress((place,), (), tuple(one for one in texts if one != place)),
        "fr": TranslationProgress((), (), tuple(texts)),
    }
    for said in (one("Knees", "Knie"), one("Knee", "Knie", "Old")):
        assert progress(replace(library, translations={"de": Translation({place: said})}), "de").stale == (place,)
    # What shows no words is none.
    for said in (one("Knee", " "), one("Knee", "****")):
        assert place in progress(replace(library, translations={"de": Translation({place: said})}), "de").missing


@pytest.mark.long
def test_the_pages_in_another_language_name_no_word_of_the_original(project, checked):
    texts_of = originals(parsed(KETTLES))
    said = Translation({place: one(text, f"Wort {number}") for number, (place, text) in enumerate(texts_of.items())})
    library = replace(parsed(KETTLES), translations={"de": said})
    report = replace(check(Loaded((), {}, frozenset(), ())), survey=survey(in_language(library, "de")), findings=())
    pages = {file.uri: file.content for file in build(Loaded((), {}, frozenset(), ()), report).files}
    for uri in ("guides/kettle.md", "outcomes/descale.md", "guides/kettle/whole/index.md", "outcomes/care-unplug.md"):
        for text in texts_of.values():
            assert f" {plain(text)} " not in pages[uri], (uri, text)
        assert "(Englisch)" not in pages[uri]
