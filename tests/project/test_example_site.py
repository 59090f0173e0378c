"""The example that other people begin with is sound, complete, and speaks of nothing but its subject."""

import re
from pathlib import Path

import pytest
import yaml

from generator.check.run import check
from generator.core.project import Project
from generator.emit.build import build
from generator.load.files import load

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples/bread"
PLAIN = ROOT / "tests/golden/plain/input"
OF_THE_BODY = re.compile(
    r"\b(hurt|pain|muscles?|tendons?|body|seen|pattern|warning signs?|symptoms?|doctor|professional|how soon)\b",
    re.IGNORECASE,
)


def pages(root: Path) -> dict[str, str]:
    """The Markdown of every page, but for the list of rules, whose examples are of another site."""
    loaded = load(Project(root))
    made = build(loaded, check(loaded))
    return {
        one.uri: one.content
        for one in made.files
        if one.uri.endswith(".md") and not one.uri.startswith("contribute/rules")
    }


def test_it_has_no_fault():
    report = check(load(Project(EXAMPLE)))
    assert [finding.message for finding in report.findings] == []
    assert report.survey.proof.exhaustive


@pytest.mark.parametrize("root", [EXAMPLE, PLAIN], ids=["example", "plain"])
def test_a_site_that_is_not_about_the_body_has_no_words_for_it(root: Path):
    found = {uri: OF_THE_BODY.findall(text) for uri, text in pages(root).items()}
    assert {uri: words for uri, words in found.items() if words} == {}


@pytest.mark.long
def test_a_site_has_headings_of_its_own():
    words = yaml.safe_load((EXAMPLE / "content/site.yml").read_text("utf-8"))
    assert f"## {words['what_heading']}\n" in pages(EXAMPLE)["outcomes/more-time.md"]
    assert "## What this means\n" in pages(ROOT / "tests/golden/everything/input")["outcomes/true-the-wheel.md"]


def test_its_readme_names_files_and_commands_that_there_are():
    text = (EXAMPLE / "README.md").read_text("utf-8")
    named = re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)
    assert len(named) > 4
    assert [path for path in named if not (EXAMPLE / path).is_file()] == []
    commands = {path.stem for path in (ROOT / "generator/cli/commands").glob("*.py")}
    assert set(re.findall(r"bin/signpost (\w+)", text)) <= commands
