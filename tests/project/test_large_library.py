"""In a large library pages stay as short as in a small one, save the lists, from which all can still be found."""

import re
from functools import cache
from pathlib import Path

import pytest
import real_project

from bench import library
from generator.check.run import check
from generator.core.project import Project
from generator.emit.build import build
from generator.load.files import load
from generator.render.link import link
from generator.render.markdown import render
from generator.render.pages import sources, whole

pytestmark = pytest.mark.long

FEW, MANY = 60, 120
_LINK = re.compile(r"\]\(([^)\s]+\.md)(?:#[^)\s]*)?\)")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory):
    """The Markdown of each page by its file, in a library with so many guides, but for the pictures of whole guides."""

    @cache
    def of(guides: int) -> dict[str, str]:
        loaded = load(Project(library.write(tmp_path_factory.mktemp("library"), guides)))
        with pytest.MonkeyPatch.context() as patch:
            # They take three quarters of the time, and are as large as their guide.
            patch.setattr(whole, "_drawn", lambda *_: "<svg></svg>")
            return {file.uri: file.content for file in build(loaded, check(loaded)).files if file.uri.endswith(".md")}

    return of


def linked(text: str, folder: str) -> list[str]:
    """The names of the pages of a kind that a page links to."""
    return [Path(target).stem for target in _LINK.findall(text) if Path(target).parent.name == folder]


@pytest.mark.parametrize("page", ["outcomes/get-it-checked.md", "outcomes/care-emergency.md", "outcomes/shared-0.md"])
def test_a_result_holds_no_more_links_than_with_half_the_guides(pages, page: str):
    few, many = (len(_LINK.findall(pages(guides)[page])) for guides in (FEW, MANY))
    assert few == many


def test_what_is_left_out_is_counted_and_one_step_away(pages):
    said = pages(MANY)
    assert "[All 120 guides](guides/index.md)" in said["index.md"]
    assert "Answers in [110 more guides](../guides/index.md) lead here too." in said["outcomes/get-it-checked.md"]
    assert "- [108 more guides](../guides/index.md)" in said["outcomes/care-emergency.md"]
    guides = [f"guide-{number:04}" for number in range(MANY)]
    assert re.findall(r"\]\((guide-\d+)\.md\)", said["guides/index.md"]) == guides


def test_a_long_list_of_guides_has_their_titles_only(pages):
    small, large = (pages(guides) for guides in (FEW, MANY))
    assert "Find out what to do." in small["guides/index.md"]
    assert "Find out what to do." not in large["guides/index.md"]


def test_of_very_many_pages_that_cite_a_source_the_first_are_named(monkeypatch: pytest.MonkeyPatch):
    def cited_by() -> str:
        links = link(real_project.report().survey)
        (page,) = sources.pages(links)
        section = render(page, links).content.split("{ #nhs-dvt .sp-source }")[1].split("\n## ")[0]
        return section.split("Cited by: ")[1].strip()

    owners = cited_by().split("; ")
    assert len(owners) > 20
    monkeypatch.setattr(sources, "_MOST", 20)
    assert cited_by() == f"{'; '.join(owners[:12])} and {len(owners) - 12} other pages"


def test_every_place_names_all_of_its_guides_on_its_own_page(pages):
    said = pages(MANY)
    places = re.findall(r"\]\((place-\d+)\.md\)", said["places/index.md"])
    assert len(set(places)) == len(places) == 24
    # They would be too many on the first page.
    assert set(linked(said["index.md"], "guides")) <= {"index"}
    guides = {guide for place in places for guide in linked(said[f"places/{place}.md"], "guides")}
    assert guides == {f"guide-{number:04}" for number in range(MANY)}


def test_a_small_library_is_all_on_the_first_page(pages):
    said = pages(20)["index.md"]
    assert "more" not in said
    assert {f"guide-{number:04}" for number in range(20)} == set(linked(said, "guides"))
