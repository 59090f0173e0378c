"""The example in four languages: walked in German, and in Arabic, where everything is mirrored."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import served
from html_pages import dead_links, read_site
from once import once
from playwright.sync_api import Page, expect
from reader import Reader
from real_project import ROOT
from site_builders import with_the_plugin
from walk import Taken, walk

from generator.analyse.routes import Routes
from generator.analyse.translations import in_language
from generator.check.run import check
from generator.core.project import Project
from generator.core.word_file import words_in
from generator.load.files import load

pytestmark = pytest.mark.browser

EXAMPLE = ROOT / "examples/bread"
LIBRARY = check(load(Project(EXAMPLE))).survey.library
# Which way the two borders of a chevron point once they are turned: 1 to the right, -1 to the left.
POINTS = """(element, [pseudo, corner]) => {
  const { rotate } = getComputedStyle(element, pseudo);
  const turn = ((parseFloat(rotate) + corner) * Math.PI) / 180;
  return Math.sign(Math.round(Math.cos(turn) * 10));
}"""
# Where the corner of its borders is before that, in degrees clockwise from the right: top right, bottom left.
TOP_RIGHT, BOTTOM_LEFT = -45, 135


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""

    def build(target: Path) -> None:
        root = tmp_path_factory.mktemp("languages") / "my-site"
        shutil.copytree(EXAMPLE, root)
        with_the_plugin(root, target)

    return once(tmp_path_factory, "example-in-languages", build)


@pytest.fixture(scope="module")
def example_address(example: Path) -> Iterator[str]:
    """Where it is served."""
    with served(example, searchable=True) as url:
        yield url


@pytest.mark.parametrize("language", ["de", "ar"])
def test_every_path_can_be_walked_to_the_same_end(language: str, page: Page, example_address: str):
    reader, taken = Reader(page, f"{example_address}{language}/"), Taken()
    library = in_language(LIBRARY, language)
    for tree in library.trees:
        # The walk holds each question, answer and result to the words in this language.
        assert walk(reader, library, tree, taken) == list(Routes(LIBRARY).paths(tree))
        page.goto(f"{example_address}robots.txt")


def test_an_arabic_guide_is_mirrored(page: Page, example_address: str):
    page.goto(f"{example_address}ar/guides/dough/")
    words = words_in("ar").words
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator("body")).to_have_attribute("dir", "rtl")
    choice = page.locator("a[data-choice='packet']:visible")
    assert choice.evaluate(POINTS, ["::after", TOP_RIGHT]) == -1
    borders = choice.evaluate(
        "(a) => ['Left', 'Right'].map((side) => parseFloat(getComputedStyle(a)[`border${side}Width`]))"
    )
    assert borders[1] > borders[0]
    # The chevron stands at the end of the line, which is on the left.
    box = choice.bounding_box()
    expect(page.get_by_text(words["left"].forms["two"])).to_be_visible()
    choice.click()
    back = page.locator(".sp-back:visible")
    expect(back).to_have_text(words["guide_back"].text)
    assert back.evaluate(POINTS, ["::before", BOTTOM_LEFT]) == 1
    there = back.bounding_box()
    assert there["x"] + there["width"] >= box["x"] + box["width"] - 1
    for one in ("foams", "cool"):
        page.locator(f"a[data-choice='{one}']:visible").click()
    summary = page.locator(".sp-trail > summary")
    expect(summary).to_contain_text(words["guide_answers"].text)
    assert summary.evaluate(POINTS, ["::before", TOP_RIGHT]) == -1


def test_a_german_one_is_not(page: Page, example_address: str):
    page.goto(f"{example_address}de/guides/dough/")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    choice = page.locator("a[data-choice='packet']:visible")
    assert choice.evaluate(POINTS, ["::after", TOP_RIGHT]) == 1
    choice.click()
    assert page.locator(".sp-back:visible").evaluate(POINTS, ["::before", BOTTOM_LEFT]) == -1


@pytest.mark.parametrize(("language", "first"), [("ar", 1), ("de", -1)])
def test_the_picture_of_a_guide_is_read_as_the_language_is(language: str, first: int, page: Page, example_address: str):
    page.goto(f"{example_address}{language}/guides/dough/whole/")
    answers = page.locator(".sp-chart__answers")
    places = {
        choice: page.locator(f".sp-chart__answers:has([data-choice='{choice}'])").first.bounding_box()["x"]
        for choice in ("packet", "starter")
    }
    assert (places["packet"] > places["starter"]) == (first == 1)
    # No text leaves the box that it stands in.
    for box in (*answers.all(), *page.locator(".sp-chart__step").all()):
        outer = box.locator(".sp-chart__box").bounding_box()
        for text in box.locator("text").all():
            inner = text.bounding_box()
            assert inner["x"] >= outer["x"] - 1
            assert inner["x"] + inner["width"] <= outer["x"] + outer["width"] + 1
    # In the list, lines of the tree stand where lines of text begin, and arrows point to where they end.
    expect(page.locator(".sp-outline")).to_contain_text(words_in(language).words["arrow"].text)
    borders = page.locator(".sp-outline ul ul").first.evaluate(
        "(a) => ['Left', 'Right'].map((side) => parseFloat(getComputedStyle(a)[`border${side}Width`]))"
    )
    assert (borders[1] > borders[0]) == (first == 1)


def test_a_menu_leads_to_the_same_page_in_each_language(page: Page, example_address: str):
    page.goto(f"{example_address}guides/loaf/")
    for language, title in (("ar", "العربية"), ("de", "Deutsch"), ("fr", "Français"), ("en-GB", "English")):
        page.locator(".md-header .md-select > button").focus()
        page.get_by_role("link", name=title, exact=True).click()
        folder = "" if language == "en-GB" else f"{language}/"
        page.wait_for_url(f"{example_address}{folder}guides/loaf/")
        expect(page.locator("html")).to_have_attribute("lang", language.split("-")[0])


def test_each_language_has_a_search_of_its_own(page: Page, example_address: str, example: Path):
    page.goto(f"{example_address}de/")
    field = page.locator(".md-search__input")
    field.fill("")
    field.press("End")
    # It says so once it is ready; what is put there before, it may not hear of.
    expect(page.locator(".md-search-result__meta")).to_have_text("Suchbegriff eingeben")
    field.fill("Hefe")
    field.press("End")
    found = page.locator(".md-search-result__link")
    expect(found.first).to_be_visible()
    assert all("/de/" in link for link in found.evaluate_all("all => all.map((a) => a.href)"))
    index = json.loads((example / "de/search/search_index.json").read_text("utf-8"))
    assert index["config"]["lang"] == ["de"]
    said = " ".join(doc["text"] for doc in index["docs"])
    assert "Hefe" in said
    assert "east" not in said


def test_every_link_leads_somewhere(example: Path):
    pages = read_site(example)
    assert list(dead_links(example, pages)) == []
    assert {path.split("/")[0] for path in pages} >= {"de", "fr", "ar"}
