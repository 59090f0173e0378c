"""Each form of report says where a finding begins and ends, an emoji before it or not."""

import json

import pytest
from click.testing import CliRunner
from example import EXAMPLE, TREE, edit

from generator.cli.main import main

CHOICE = "a-lot: {text: A lot, outcome: see-someone}"
# Two lines of the same words, the second with an emoji before the fault: one code point, two UTF-16 units.
WRONG = edit(TREE, CHOICE, "a-lot: {text: A lot, outcome: see-some-one}")
WITH_EMOJI = edit(TREE, CHOICE, "a-lot: {text: A \U0001f600 lot, outcome: see-some-one}")
ON_SEVERAL_LINES = edit(TREE, "title: Sore knee", "title: {a: Sore,\n  b: knee}")


def report(project, files, form: str) -> str:
    folder = project(EXAMPLE | files)
    return CliRunner().invoke(main, ["check", "--format", form, "--project", str(folder)]).output


@pytest.mark.parametrize(
    ("files", "begin", "end"),
    [(WRONG, (10, 37), (10, 49)), (WITH_EMOJI, (10, 39), (10, 51)), (ON_SEVERAL_LINES, (1, 8), (2, 11))],
)
def test_every_form_that_has_a_place_for_it_gives_the_end(files, begin, end, project):
    [finding] = json.loads(report(project, files, "json"))["findings"]
    assert (finding["line"], finding["column"]) == begin
    assert (finding["end_line"], finding["end_column"]) == end
    [run] = json.loads(report(project, files, "sarif"))["runs"]
    # Without this a program may count an emoji twice.
    assert run["columnKind"] == "unicodeCodePoints"
    [result] = run["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": begin[0],
        "startColumn": begin[1],
        "endLine": end[0],
        "endColumn": end[1],
    }
    [line] = report(project, files, "github").splitlines()
    place = f"file={TREE},line={begin[0]},col={begin[1]},"
    if begin[0] == end[0]:
        place += f"endLine={end[0]},endColumn={end[1]},"
    assert line.startswith(f"::error {place}title=")


def test_where_only_a_point_is_known_the_end_is_the_beginning(project):
    # An unquoted colon: the parser stumbles, and no value can be named.
    files = edit(TREE, "title: Sore knee", "title: Sore: knee")
    [finding] = json.loads(report(project, files, "json"))["findings"]
    assert (finding["line"], finding["column"]) == (finding["end_line"], finding["end_column"]) == (1, 12)
    [result] = json.loads(report(project, files, "sarif"))["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 12, "endLine": 1, "endColumn": 12}


def test_the_text_form_says_only_where_it_begins(project):
    assert f"{TREE}:10:39" in report(project, WITH_EMOJI, "text")
