"""Links that were given away keep working: whatever was renamed, they arrive where they did before."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import served
from html_pages import HtmlPage
from playwright.sync_api import Page, expect
from real_project import report
from site_builders import with_the_plugin
from test_other_projects_work_too import CONFIG, GOLDEN

from generator.cli.main import main

pytestmark = pytest.mark.browser

WOBBLE = "decision_trees/wobble.yml"
BACK = "decision_trees/back-wheel.yml"
SHAKE = "decision_trees/shake.yml"
TRUE = "content/outcomes/true-the-wheel.yml"
MEND = "content/outcomes/mend-the-wheel.yml"


def test_what_is_promised_is_what_the_built_pages_hold(html_pages: dict[str, HtmlPage]):
    addresses = report().survey.addresses
    promised = {address.removeprefix("./") for address in addresses.living}
    assert {address for address in promised if "#" not in address} == {
        # The pages of single rules belong to this version of Signpost, and are not promised.
        path
        for path in html_pages.keys() - {"404.html"}
        if not path.startswith("contribute/rules/s")
    }
    for page in ("sources/", *(f"guides/{id}/" for id in addresses.guides)):
        wanted = {address.partition("#")[2] for address in promised if address.startswith(f"{page}#")}
        assert wanted <= set(html_pages[page].ids)
        assert len(set(html_pages[page].ids)) == len(html_pages[page].ids)


def signpost(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--project", str(root)], catch_exceptions=False)


def errors(root: Path) -> list[dict]:
    refused = signpost(root, "check", "--format", "json")
    assert refused.exit_code == 1
    return [finding for finding in json.loads(refused.stdout)["findings"] if finding["severity"] == "error"]


def rename(root: Path, old: str, new: str, *changes: tuple[str, str]) -> None:
    """Move a file of the project, and change passages of every file that has them."""
    (root / old).rename(root / new)
    for file in [*root.glob("decision_trees/**/*.yml"), *root.glob("content/**/*.yml"), *root.glob("content/**/*.md")]:
        text = file.read_text("utf-8")
        for was, now in changes:
            text = text.replace(was, now)
        file.write_text(text, "utf-8")


def add(root: Path, file: str, text: str) -> None:
    with (root / file).open("a", encoding="utf-8") as opened:
        opened.write(text)


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "no folders in addresses"])
def renamed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a site whose guide, question and result have been renamed, and how its pages end."""
    import shutil

    root = tmp_path_factory.mktemp("renamed")
    shutil.copytree(GOLDEN / "everything/input", root, dirs_exist_ok=True)
    (root / "mkdocs.yml").write_text(CONFIG.format(features="", folders=str(request.param).lower()), "utf-8")
    assert signpost(root, "permalinks", "--update").exit_code == 0
    rename(
        root,
        WOBBLE,
        SHAKE,
        ("tree:wobble", "tree:shake"),
        ("[wobble]", "[shake]"),
        ("guide: wobble", "guide: shake"),
        ("how-far", "how-much"),
    )
    rename(root, TRUE, MEND, ("true-the-wheel", "mend-the-wheel"))

    # Without aliases: what to add, and where.
    assert {finding["help"] for finding in errors(root)} == {
        f'Add "aliases: [wobble]" to {SHAKE}, if that took its place.',
        f'Add "aliases: [true-the-wheel]" to {MEND}, if that took its place.',
    }
    add(root, SHAKE, "aliases: [wobble]\n")
    add(root, MEND, "aliases: [true-the-wheel]\n")
    # Now that the guide is found again, the question is.
    [unsaid, finding] = sorted(errors(root), key=lambda one: one["file"])
    assert f'add "meant_for: [true-the-wheel]" to {MEND}' in unsaid["help"]
    add(root, MEND, "meant_for: [true-the-wheel]\n")
    assert finding["help"] == f'Add "aliases: [how-far]" under "how-much" in {SHAKE}, if that question took its place.'
    text = (root / SHAKE).read_text("utf-8")
    (root / SHAKE).write_text(text.replace("  how-much:\n", "  how-much:\n    aliases: [how-far]\n"), "utf-8")
    assert signpost(root, "permalinks").exit_code == 0

    # Below a prefix, as many hosts serve a site.
    folder = root / "served"
    (folder / "prefix").mkdir(parents=True)
    with served(folder) as address:
        with_the_plugin(root, folder / "prefix", SITE_URL=f"{address}prefix/")
        yield f"{address}prefix/", "/" if request.param else ".html"


def test_an_old_link_to_a_question_arrives_at_it(renamed: tuple[str, str], page: Page):
    address, ending = renamed
    page.goto(f"{address}guides/wobble{ending}?x=1#how-far")
    page.wait_for_url(f"{address}guides/shake{ending}?x=1#how-far")
    expect(page.locator("h2.sp-question:visible, h2.sp-result:visible")).to_have_attribute("id", "how-much")
    expect(page.locator(".sp-notice:visible")).to_contain_text("not answered the questions before")


def test_an_old_link_to_a_result_in_a_guide_arrives_at_it(renamed: tuple[str, str], page: Page):
    address, ending = renamed
    page.goto(f"{address}guides/wobble{ending}#true-the-wheel")
    page.wait_for_url(f"{address}guides/shake{ending}#true-the-wheel")
    expect(page.locator("h2.sp-question:visible, h2.sp-result:visible")).to_have_attribute("id", "mend-the-wheel")


def test_an_old_link_to_a_page_arrives_at_it_and_back_leads_away(renamed: tuple[str, str], page: Page):
    address, ending = renamed
    page.goto(f"{address}about/{'' if ending == '/' else 'index.html'}")
    page.goto(f"{address}outcomes/true-the-wheel{ending}?from=forum")
    page.wait_for_url(f"{address}outcomes/mend-the-wheel{ending}?from=forum")
    page.go_back()
    page.wait_for_url(f"{address}about/**")


def test_without_a_script_an_old_link_arrives_as_well(renamed: tuple[str, str], new_context):
    address, ending = renamed
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}guides/wobble{ending}")
    page.wait_for_url(f"{address}guides/shake{ending}")


def test_neither_the_search_nor_the_site_map_lists_a_former_address(renamed: tuple[str, str], page: Page):
    address, ending = renamed
    listed = page.request.get(f"{address}sitemap.xml").text()
    assert f"{address}guides/shake{ending}" in listed
    assert "guides/wobble" not in listed
