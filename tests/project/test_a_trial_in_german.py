"""The part of this site that is there in German: for a trial, made by a machine, and not published."""

import pytest
from real_project import ROOT

from generator.analyse.survey import survey
from generator.analyse.translations import in_language, progress
from generator.check.result import Report
from generator.check.run import check
from generator.core.project import Project
from generator.core.word_file import words_in
from generator.emit.build import build
from generator.load.files import load

pytestmark = pytest.mark.long

# Signs and levels, and the guide on pain in many places with what its results ask for.
WHOLE = {"decision_trees/red_flags.yml", "decision_trees/care_levels.yml", "decision_trees/many-places.yml"}
NOTE = words_in("de").words["by_machine"].text


@pytest.fixture(scope="module")
def loaded():
    return load(Project(ROOT))


@pytest.fixture(scope="module")
def library(loaded):
    return check(loaded).survey.library


@pytest.mark.long
def test_it_is_not_published_and_says_what_it_is(library):
    assert library.site.languages == []
    assert library.translations["de"].about.machine
    assert in_language(library, "de").site.attribution.startswith(NOTE)


def test_signs_levels_and_one_guide_with_its_results_are_whole(library):
    told = progress(library, "de")
    assert [place for place in (*told.stale, *told.missing) if place.file in WHOLE] == []
    results = {
        choice.outcome
        for question in library.trees["many-places"].questions.values()
        for choice in question.choices.values()
        if choice.outcome
    }
    acted_on = {"title", "summary", "try", "avoid", "get_help_if"}
    files = {f"content/outcomes/{id}.yml" for id in results}
    assert [place for place in told.missing if place.file in files and place.path[0] in acted_on] == []
    assert told.stale == ()


def test_every_page_says_that_nobody_has_read_it(loaded, library):
    made = build(loaded, Report(survey(in_language(library, "de")), ()))
    own = {*library.pages}
    pages = {file.uri: file.content for file in made.files if file.uri.endswith(".md") and file.uri not in own}
    pages = {uri: text for uri, text in pages.items() if not uri.startswith("contribute/rules")}
    assert [uri for uri, text in pages.items() if NOTE not in text] == []
    guide = pages["guides/many-places.md"]
    assert words_in("de").words["gate_no"].text in guide
    # What no translation has is marked, and none of the questions of this guide is.
    assert "(Englisch)" in pages["guides/knee.md"]
    assert "(Englisch)" not in guide[: guide.index(".sp-result")].rpartition("\n")[0]
