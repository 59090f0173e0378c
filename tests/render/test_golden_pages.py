"""The Markdown of every kind of page, to the letter.

Each folder in `golden/` is a project (`input/`) and the pages made of it (`expected/`); the case `example`
is made of the library in `example.py`. After a change that is meant to show, write the pages anew and
read what changed in them before you commit it:

    SIGNPOST_RENEW_GOLDEN=1 .venv/bin/python -m pytest tests/test_golden_pages.py
    git diff tests/golden
"""

import os
import shutil
from pathlib import Path

import pytest
from example import EXAMPLE

from generator.check.run import check
from generator.core.project import Project
from generator.emit.build import build
from generator.load.files import load
from generator.render import markdown

GOLDEN = Path(__file__).parents[1] / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir())
TEMPLATES = Path(markdown.__file__).parent / "templates"
# Where each template shows in the case that uses all fields.
SHOWN = {
    "home": "index.md",
    "guide": "guides/wobble.md",
    "whole": "guides/wobble/whole/index.md",
    "guides": "guides/index.md",
    "outcome": "outcomes/true-the-wheel.md",
    "card": "outcomes/care-stop.md",
    "outcomes": "outcomes/index.md",
    "faq_entry": "questions/spokes.md",
    "questions": "questions/index.md",
    "place": "places/front-wheel.md",
    "places": "places/index.md",
    "plan": "plans/straight.md",
    "exercise": "exercises/turn.md",
    "precautions": "precautions/index.md",
    "sources": "sources/index.md",
    "tested": "about/tested/index.md",
    "tested_guide": "about/tested/wobble.md",
}
# Made of the words of the rules, which have tests of their own.
RULES = "contribute/rules"


def _root(case: str, project) -> Path:
    return project(EXAMPLE) if case == "example" else GOLDEN / case / "input"


def _pages(root: Path) -> dict[str, str]:
    loaded = load(Project(root))
    report = check(loaded)
    assert report.ok, report.findings
    site = build(loaded, report)
    return {
        file.uri: file.content for file in site.files if file.uri.endswith(".md") and not file.uri.startswith(RULES)
    }


def _renew(expected: Path, pages: dict[str, str]) -> None:
    shutil.rmtree(expected, ignore_errors=True)
    for uri, content in pages.items():
        file = expected / uri
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")


@pytest.mark.parametrize("case", CASES)
def test_pages_are_as_they_were(case: str, project):
    pages = _pages(_root(case, project))
    expected = GOLDEN / case / "expected"
    if os.environ.get("SIGNPOST_RENEW_GOLDEN"):
        _renew(expected, pages)
    known = {path.relative_to(expected).as_posix(): path.read_text("utf-8") for path in expected.rglob("*.md")}
    assert sorted(pages) == sorted(known), "See the top of this file for how to renew the pages."
    for uri, content in known.items():
        assert pages[uri] == content, f"{case}/{uri}: see the top of this file for how to renew the pages."


def test_every_kind_of_page_is_among_them():
    made = {"_parts", "entries", "rule", "rules"}  # no page of its own; lists of a new kind; made of the rules' words
    templates = {path.name.removesuffix(".md.jinja") for path in TEMPLATES.iterdir()} - made
    assert templates == set(SHOWN), "A new kind of page needs a place in the golden pages."
    for page in SHOWN.values():
        assert (GOLDEN / "everything/expected" / page).is_file()
