"""The example that other people begin with, built as it is and walked."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import served
from html_pages import dead_links, read_site
from playwright.sync_api import Page, expect
from reader import Reader
from real_project import ROOT
from site_builders import with_the_plugin
from walk import Taken, walk

from generator.analyse.routes import Routes
from generator.check.run import check
from generator.core.project import Project
from generator.load.files import load

pytestmark = pytest.mark.browser

EXAMPLE = ROOT / "examples/bread"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    root = tmp_path_factory.mktemp("example") / "my-site"
    shutil.copytree(EXAMPLE, root)
    return with_the_plugin(root, root / "site")


@pytest.fixture(scope="module")
def example_address(example: Path) -> Iterator[str]:
    """Where it is served."""
    with served(example) as url:
        yield url


def test_every_path_can_be_walked(page: Page, example_address: str):
    library = check(load(Project(EXAMPLE))).survey.library
    reader, taken = Reader(page, example_address), Taken()
    for tree in library.trees:
        assert walk(reader, library, tree, taken) == list(Routes(library).paths(tree))
        reader.away()


def test_a_reader_comes_from_the_first_page_to_a_result_and_on_to_more(page: Page, example_address: str):
    page.goto(example_address)
    page.get_by_role("link", name="My dough does not rise").last.click()
    for choice in ("packet", "foams", "cool"):
        page.locator(f"a[data-choice='{choice}']:visible").click()
    expect(page.locator("h2.sp-result:visible")).to_contain_text("The dough is cold")
    page.locator("a.sp-more:visible").first.click()
    expect(page.get_by_role("heading", name="What happened")).to_be_visible()
    page.locator("article").get_by_role("link", name="dough in the fridge").click()
    expect(page.locator("h1")).to_contain_text("Can dough rise in the fridge?")


def test_links_lead_somewhere(example: Path):
    assert list(dead_links(example, read_site(example))) == []
