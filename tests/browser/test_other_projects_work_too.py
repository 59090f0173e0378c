"""Nothing in the guide's script knows one site: other projects, other addresses, other settings of MkDocs."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import served
from deep import first_of
from html_pages import dead_links, read_site
from playwright.sync_api import Page, expect
from reader import Reader
from screens import DESK, PHONE
from site_builders import with_the_plugin
from under_policy import settled
from walk import walk

from generator.analyse.routes import Routes
from generator.check.run import check
from generator.core.library import Library
from generator.core.project import Project
from generator.load.files import load

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).parents[1] / "golden"
CONFIG = """\
site_name: Example
site_url: !ENV SITE_URL
docs_dir: content
theme: {{name: material, font: false, features: [{features}]}}
use_directory_urls: {folders}
plugins: [search, signpost]
validation: {{links: {{anchors: warn}}}}
"""


@dataclass(frozen=True)
class Other:
    """A built project and where it is served."""

    library: Library
    folder: Path
    address: str
    ending: str


@contextmanager
def built(root: Path, case: str, folders: bool = True, features: str = "") -> Iterator[Other]:
    """Build one of the golden projects with settings of its own, and serve it under its own address."""
    shutil.copytree(GOLDEN / case / "input", root, dirs_exist_ok=True)
    config = CONFIG.format(features=features, folders=str(folders).lower())
    (root / "mkdocs.yml").write_text(config, "utf-8")
    report = check(load(Project(root)))
    assert report.ok, report.findings
    folder = root / "site"
    folder.mkdir()
    with served(folder) as address:
        with_the_plugin(root, folder, SITE_URL=address)
        yield Other(report.survey.library, folder, address, "/" if folders else ".html")


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(("plain", True), id="no red flags", marks=pytest.mark.deep),
        pytest.param(("plain", False), id="no red flags, no folders in addresses"),
        pytest.param(("everything", True), id="every field"),
    ],
)
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Other]:
    """Projects unlike the real one."""
    case, folders = request.param
    with built(tmp_path_factory.mktemp("other"), case, folders) as project:
        yield project


@pytest.fixture
def reader(page, other: Other) -> Reader:
    """A reader of the other project."""
    return Reader(page, other.address, other.ending)


def test_every_path_can_be_walked(reader: Reader, other: Other):
    for tree in other.library.trees:
        assert walk(reader, other.library, tree) == list(Routes(other.library).paths(tree))
        reader.away()


def test_a_guide_opened_from_another_page_begins(reader: Reader, other: Other):
    for tree in other.library.trees:
        reader.page.goto(f"{other.address}{'' if other.ending == '/' else 'index.html'}")
        reader.page.locator(f"a.sp-choice[href*='guides/{tree}']").click()
        seen = reader.handed_to(tree)
        entered = Routes(other.library).enter(tree)
        assert (seen.step, seen.answers, seen.notice) == (entered.question, (), "")
        assert len(reader.choose(seen.choices[-1] if entered.gate else seen.choices[0]).answers) == 1


def test_links_lead_somewhere(other: Other):
    assert list(dead_links(other.folder, read_site(other.folder))) == []


def test_change_and_start_again_lead_back_to_the_guide_before(reader: Reader, other: Other):
    first, second, answers = _handover(other.library)
    seen = [reader.open(first)]
    for choice in answers[:-1]:
        seen.append(reader.choose(choice))
    reader.choose(answers[-1], second)
    reader.page.locator(".sp-trail > summary").click()
    reader.page.locator(".sp-trail li:last-child a").click()
    back = reader.handed_to(first)
    assert (back.step, back.answers, back.notice) == (seen[-1].step, seen[-1].answers, "")

    reader.choose(answers[-1], second)
    reader.page.locator(".sp-over").click()
    assert reader.handed_to(first).without_focus() == seen[0].without_focus()


def test_forward_finds_the_answers_again_across_guides(reader: Reader, other: Other):
    first, second, answers = _handover(other.library)
    seen = [reader.open(first)]
    for choice in answers[:-1]:
        seen.append(reader.choose(choice))
    there = reader.choose(answers[-1], second)
    for before in reversed(seen):
        reader.back(to=before)
    for after in [*seen[1:], there]:
        assert reader.forward(to=after).without_focus() == after.without_focus()


def _handover(library: Library) -> tuple[str, str, list[str]]:
    """The first way that leads from one guide into another: both guides, and the choices up to the handover."""
    for tree in library.trees:
        for path in Routes(library).paths(tree):
            standing = Routes(library).enter(tree)
            choices = []
            for _, choice in path.answers[:-1]:
                choices.append(choice)
                standing = dict(Routes(library).choices(standing))[choice]
                if standing.tree != tree:
                    return tree, standing.tree, choices
    raise AssertionError("No guide hands over to another.")


def test_an_id_that_a_question_had_before_still_leads_to_it(reader: Reader, other: Other):
    aliases = [
        (tree_id, id, alias)
        for tree_id, tree in other.library.trees.items()
        for id, question in tree.questions.items()
        for alias in question.aliases
    ]
    assert aliases
    for tree, id, alias in aliases:
        assert reader.open(tree, f"#{alias}").step == id
        reader.away()


def test_who_comes_to_the_middle_hears_of_warning_signs_only_where_there_are_some(reader: Reader, other: Other):
    tree = next(iter(other.library.trees))
    last = list(other.library.trees[tree].questions.values())[-1]
    outcome = next(choice.outcome for choice in last.choices.values() if choice.outcome)
    notice = reader.open(tree, f"#{outcome}").notice
    assert "not answered the questions before" in notice
    assert ("warning signs" in notice) == bool(other.library.red_flags)


@pytest.fixture(scope="module")
def theirs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Other]:
    """A project with features of Material that take a hand in addresses."""
    with built(tmp_path_factory.mktemp("theirs"), "everything", features=request.param) as project:
        yield project


@pytest.mark.parametrize("theirs", ["navigation.instant"], indirect=True)
def test_a_guide_works_where_pages_are_swapped_without_loading(page: Page, theirs: Other):
    # Material's instant navigation, at its own pace: it fetches a page again at the first move within it.
    # Not from the first page: Material stumbles over the links of its drawing.
    page.goto(f"{theirs.address}guides/")
    page.locator("a.sp-choice[href*='wobble']").click()
    for question, choice in [("red-flags-stop", "no"), ("which-wheel", "back")]:
        expect(page.locator("h2.sp-question:visible")).to_have_attribute("id", question)
        page.locator(f"a[data-choice='{choice}']:visible").click()
    # The handed-over guide asks only what the first did not.
    expect(page.locator("h2.sp-question:visible")).to_have_attribute("id", "red-flags-today")
    expect(page.locator(".sp-trail li")).to_have_count(2)
    page.locator("a[data-choice='no']:visible").click()
    page.locator("a[data-choice='none']:visible").click()
    expect(page.locator("h2.sp-result:visible")).to_have_attribute("id", "true-the-wheel")
    expect(page.locator(".sp-trail li")).to_have_count(4)
    page.go_back()
    expect(page.locator("h2.sp-question:visible")).to_have_attribute("id", "sound")
    page.locator(".sp-trail > summary").click()
    page.locator(".sp-trail li:first-child a").click()
    expect(page.locator("h1")).to_have_attribute("data-tree", "wobble")
    expect(page.locator("h2.sp-question:visible")).to_have_attribute("id", "red-flags-stop")


@pytest.mark.parametrize("theirs", ["navigation.instant"], indirect=True)
def test_the_first_answer_moves_the_focus_where_pages_are_swapped_without_loading(page: Page, theirs: Other):
    """Told of a new address, Material would fetch the page once more, and the focus would be lost with the old one."""
    for choice, there in [("no", "which-wheel"), ("unsure", "care-stop")]:
        page.goto(f"{theirs.address}guides/wobble/")
        page.evaluate("document.querySelector('h1').dataset.first = true")
        page.locator(f"a[data-choice='{choice}']:visible").click()
        expect(page.locator(f"#{there}")).to_be_focused()
        settled(page)
        expect(page.locator(f"#{there}")).to_be_focused()
        expect(page.locator("h1.sp-guide[data-first]")).to_have_count(1)
        # Not on the page that is opened next, which is read from its top.
        page.goto(f"{theirs.address}guides/")


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    "theirs", first_of(["navigation.instant, navigation.tracking", "navigation.tracking"]), indirect=True
)
def test_scrolling_leaves_the_address_alone(new_context, theirs: Other, screen: dict[str, int]):
    """Material would write the part of the page that is scrolled to in the place of the reader's."""
    page = new_context(viewport={**screen, "height": 300}).new_page()
    page.clock.install()
    for start in ("guides/wobble/", "guides/"):
        page.goto(theirs.address + start)
        if start == "guides/":
            page.locator("a.sp-choice[href*='wobble']").click()
        expect(page.locator(".sp-running")).to_have_count(1)
        page.locator("a[data-choice='no']:visible").click()
        expect(page.locator("#which-wheel")).to_be_focused()
        assert _scrolled(page) == "#which-wheel"
        page.reload()
        assert Reader(page, theirs.address).arrived().step == "which-wheel"


def _scrolled(page: Page) -> str:
    """The addresses that a page has had while it was scrolled to and fro, each time until nothing is left to come."""
    seen = {page.evaluate("location.hash")}
    for y in (120, 400, 10_000, 0, 60):
        page.evaluate(_SCROLL, y)
        page.clock.run_for(2000)
        seen.add(page.evaluate("location.hash"))
    return " ".join(sorted(seen))


_SCROLL = """(y) => new Promise((go) => {
  addEventListener("scroll", go, { once: true });
  scrollTo(0, y);
})"""
