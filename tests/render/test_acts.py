"""What to do at a level of care, written where a text asks for it."""

from pathlib import Path

import pytest
from example import EXAMPLE, KNEE, TREE, add, edit

from generator.check.run import check
from generator.core.project import Project
from generator.emit.build import build
from generator.load.files import load

ACT = "Make an appointment."


def made(root: Path) -> dict[str, str]:
    loaded = load(Project(root))
    report = check(loaded)
    assert report.ok, report.findings
    return {file.uri: file.content for file in build(loaded, report).files}


@pytest.mark.parametrize(
    ("files", "page"),
    [
        (add(KNEE, "what: 'If it swells: [](care:soon)'\n"), "places/knee.md"),
        (add(KNEE, "caution: ['If it swells: [](care:soon)']\n"), "places/knee.md"),
        (
            edit(TREE, "{text: A lot,", "{text: A lot, hint: 'If it swells: [](care:soon)',"),
            "guides/example.md",
        ),
        ({"content/about/index.md": "# About\n\nIf it swells: [](care:soon)\n"}, "about/index.md"),
        ({"content/site.yml": "attribution: 'If it swells: [](care:soon)'\n"}, "places/knee.md"),
    ],
)
def test_a_link_without_words_becomes_what_to_do(files, page, project):
    assert f"If it swells: {ACT}" in made(project(EXAMPLE | files))[page]


def test_so_it_does_in_data_and_descriptions(project):
    said = edit(TREE, "summary: Find out what to do about a sore knee.", "summary: 'Knee: [](care:soon)'")
    pages = made(project(EXAMPLE | said))
    assert f'"summary": "Knee: {ACT}"' in pages["guides/example/guide.json"]
    assert f'description: "Knee: {ACT}"' in pages["guides/example.md"]


def test_in_backticks_it_stays_as_it_is(project):
    page = made(project(EXAMPLE | add(KNEE, "what: 'Write `[](care:soon)`.'\n")))["places/knee.md"]
    assert "Write <code>&#91;&#93;(care&#58;soon)</code>." in page


def test_with_words_it_is_a_link_to_the_card(project):
    page = made(project(EXAMPLE | add(KNEE, "what: 'Be [seen](care:soon).'\n")))["places/knee.md"]
    assert "Be [seen](../outcomes/care-soon.md)." in page
