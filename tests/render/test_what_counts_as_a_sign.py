"""A result to which signs lead says what counts as each of them, in guides that ask about it."""

import re

import pytest
from example import EXAMPLE, RED_FLAGS

from generator.check.run import check
from generator.core.project import Project
from generator.emit.build import build
from generator.load.files import load

pytestmark = pytest.mark.usefixtures("few_rules")

SIGNS = """\
swelling: {text: Your knee is hot and swollen, detail: A little warm does not count., care: soon, outcome: see-someone,
  places: [knee], sources: [a-study]}
locked: {text: It is locked, detail: A click does not count., care: soon, places: [knee], sources: [a-study]}
plain: {text: It is blue, care: soon, outcome: see-someone, places: [knee], sources: [a-study]}
elsewhere: {text: Your elbow is hot, detail: A bruise does not count., care: soon, outcome: see-someone,
  places: [elbow], sources: [a-study]}
"""


def results(project) -> dict[str, list[str]]:
    loaded = load(Project(project({**EXAMPLE, RED_FLAGS: SIGNS})))
    report = check(loaded)
    assert report.ok, report.findings
    [page] = [file.content for file in build(loaded, report).files if file.uri == "guides/example.md"]
    found = {}
    for section in page.split('<section class="sp-step"')[1:]:
        [id] = re.findall(r"^## .*\{ #([a-z-]+)", section, re.MULTILINE)
        counts = re.findall(r'<details class="[^"]*sp-counts.*?</details>', section, re.DOTALL)
        found[id] = re.findall(r"^- (.*)$", "".join(counts), re.MULTILINE)
    return found


def test_each_result_has_the_details_of_its_own_signs(project):
    found = results(project)
    assert found.pop("see-someone") == ["A little warm does not count."]
    assert found.pop("care-soon") == ["A click does not count."]
    assert set(found) >= {"red-flags-soon", "rest", "take-it-easy"}
    assert not any(found.values())
