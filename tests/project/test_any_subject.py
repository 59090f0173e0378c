"""A site that names no subject says nothing of health; one about health does."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from example import EXAMPLE, SITE
from mkdocs.commands.build import build
from mkdocs.config import load_config
from ssvc import SSVC, TABLE

from generator.cli.main import main

pytestmark = pytest.mark.builds

CONFIG = (
    "site_name: Tables\nsite_url: https://example.org/\ndocs_dir: content\nstrict: true\n"
    "theme: {name: material, font: false}\nplugins: [search, signpost]\n"
)
OF_HEALTH = re.compile(
    r"\b((self-?)?care|help|places?|body|advice|signs?)\b|not sure|see some(one|body)"
    r"|\b(doctor|diagnos|medic|symptom|pain|hurt|patient|clinic|professional|pharmac|muscle|tendon|red flag|treat"
    r"|article|health|injur|exercise)",
    re.IGNORECASE,
)


class Words(HTMLParser):
    """What a page says: its text, and what its attributes and its data say."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._within = tag if tag in ("script", "style") else ""
        if ("property", "og:type") in attrs:
            return
        seen = ("alt", "title", "aria-label", "content", "placeholder")
        self.said += [value for name, value in attrs if value and (name in seen or tag == "sp-words")]

    def handle_endtag(self, tag: str) -> None:
        self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within != "style" and not (self._within == "script" and "schema.org" not in data):
            self.said.append(data)


def pages_of(root: Path) -> Iterator[tuple[str, str]]:
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    site = root / "site"
    for path in sorted(site.rglob("*.html")):
        words = Words()
        words.feed(path.read_text("utf-8"))
        yield path.relative_to(site).as_posix(), "\n".join(words.said)
    yield "llms.txt", re.sub(r"\]\([^)]*\)", "", (site / "llms.txt").read_text("utf-8"))


def test_a_decision_table_says_nothing_of_health_on_any_page(project):
    root = project({**SSVC, "mkdocs.yml": CONFIG})
    said = dict(pages_of(root))
    assert {"index.html", "guides/deployer/index.html", "outcomes/defer/index.html", "llms.txt"} <= said.keys()
    assert "Out-of-cycle" in said["guides/deployer/index.html"]
    found = {(page, line) for page, text in said.items() for line in text.splitlines() if OF_HEALTH.search(line)}
    assert found == set()


def test_its_results_need_neither_a_level_nor_when_to_get_help(project, checked):
    without = SSVC["content/outcomes/defer.yml"].replace("care: defer\n", "")
    report = checked(project({**SSVC, "content/outcomes/defer.yml": without}))
    assert report.findings == ()


def test_with_a_subject_they_do(project, checked):
    without = SSVC["content/outcomes/defer.yml"].replace("care: defer\n", "")
    report = checked(project({**SSVC, SITE: "subject: health\n", "content/outcomes/defer.yml": without}))
    assert {finding.code for finding in report.findings} == {"S302", "S604", "S610"}


def test_a_site_about_health_says_so_to_readers_and_programs(project):
    said = dict(pages_of(project({**EXAMPLE, "mkdocs.yml": CONFIG})))
    assert "Self-care advice:" in said["outcomes/take-it-easy/index.html"]
    assert "MedicalWebPage" in said["outcomes/take-it-easy/index.html"]
    assert "It is not a diagnosis." in said["llms.txt"]


def test_words_of_its_own_stand_before_those_of_the_subject(project):
    site = "subject: health\nwords: {gate_ask: does the child have any of these?, card_self_care: 'At home:'}\n"
    said = dict(pages_of(project({**EXAMPLE, SITE: site, "mkdocs.yml": CONFIG})))
    assert "Warning signs: does the child have any of these?" in said["guides/example/index.html"]
    assert "At home:" in said["outcomes/take-it-easy/index.html"]


@pytest.mark.parametrize("kind", ["tree", "outcome", "faq", "place"])
def test_the_beginning_of_an_entry_says_nothing_of_health_either(kind: str, project, checked):
    root = project(SSVC)
    made = CliRunner().invoke(main, ["new", kind, "another", "--project", str(root)], catch_exceptions=False)
    assert made.exit_code == 0, made.output
    [path] = root.rglob("another.yml")
    kept = re.sub(r"care: .*|care_levels|red flags", "", path.read_text("utf-8"))
    assert not re.search("article|muscle|pain|hurt|get_help|pressing|pattern", kept, re.IGNORECASE)
    assert not [one for one in checked(root).findings if one.severity == "error" and one.code != "S701"]


def test_the_table_is_the_one_that_was_meant(checked, project):
    report = checked(project(SSVC))
    assert report.summary.paths == 12
    assert TABLE in SSVC
