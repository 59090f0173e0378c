"""One run of `signpost check` tells everything that is wrong, in each of its forms."""

import json
import os
import re
import subprocess
import sys

import pytest
from click.testing import CliRunner
from example import (
    CARE_LEVELS,
    ELBOW,
    EXAMPLE,
    FRONT,
    KNEE,
    PLAN,
    RED_FLAGS,
    SEE_SOMEONE,
    SOURCES,
    TAKE_IT_EASY,
    TREE,
    WHY_IT_HURTS,
    WITH_PLAN,
)

from generator.cli.main import main
from generator.rules.register import RULES

MANY_FAULTS_IN_ONE_TREE = """\
title: 5
summary: Find out what to do about a sore knee.
places: [knee, nee]
start: rest
reviewed: tomorrow
questions:
  rest:
    ask: Does it hurt at rest?
    wy: It hurts.
    choices:
      a-lot: {text: A lot, outcome: see-some-one}
      A_little: {text: A lot, outcome: take-it-easy}
      none: {text: Not at all}
      both: {text: Both, outcome: see-someone, tree: exampel}
      back: {text: Back, question: rest}
      unsure: {text: I am not sure, unsure: true, outcome: take-it-easy}
      stairs: {text: On stairs, question: stair}
  rest: {}
  stairs:
    choices:
      a-lot: {text: A lot, outcome: see-someone}
  alone:
    ask: Does nothing lead here?
    choices:
      a-lot: {text: A lot, outcome: see-someone}
      a-little: {text: A little, outcome: take-it-easy}
"""
ITS_FAULTS = [
    (1, 8, "S303"),
    (3, 16, "S404"),
    (5, 11, "S307"),
    (9, 5, "S301"),
    (11, 37, "S402"),
    (12, 7, "S304"),
    (12, 24, "S505"),
    (13, 7, "S305"),
    (14, 7, "S305"),
    (14, 54, "S403"),
    (15, 36, "S502"),
    (17, 43, "S401"),
    (18, 3, "S202"),
    (19, 3, "S302"),
    (20, 5, "S306"),
    (22, 3, "S501"),
    (22, 3, "S806"),
]

TREE_WITH = """\
title: A tree
summary: A tree with a fault.
places: [elbow]
start: first
reviewed: 2026-11-22
questions:
  first:
    ask: The first?
    choices:
      a: {text: A, outcome: see-someone}
      b: {text: B, WHERE}
"""
SIDE = """\
      c: {text: C, question: side}
  side:
    ask: On which side?
    choices:
      left: {text: Left, outcome: see-someone}
      right: {text: Right, outcome: see-someone}
"""
SIGNS = """\
title: Signs
summary: A tree whose answers say too little or too much.
places: [knee]
start: sign
reviewed: 2026-11-22
questions:
  sign:
    ask: Which sign?
    choices:
      a: {text: A, sign: swelling, outcome: take-it-easy}
      b: {text: I am not sure, outcome: see-someone}
      c: {text: C, sign: sweling, outcome: see-someone}
"""

# A fault of nearly every kind: each file with the rules that it breaks.
EVERYTHING: dict[str, tuple[str | bytes, set[str]]] = {
    TREE: (MANY_FAULTS_IN_ONE_TREE, {code for _, _, code in ITS_FAULTS}),
    "decision_trees/empty.yml": ("", {"S101"}),
    "decision_trees/broken.yml": ("title: Knee: broken\n", {"S201"}),
    "decision_trees/alias.yml": ("title: &a A\nsummary: *a\n", {"S203", "S302"}),
    "decision_trees/tag.yml": (TREE_WITH.replace("title: A", "title: !t A").replace("WHERE", "tree: last"), {"S204"}),
    "decision_trees/there.yml": (TREE_WITH.replace("WHERE", "tree: again"), {"S503"}),
    "decision_trees/again.yml": (TREE_WITH.replace("WHERE", "tree: there"), set()),
    "decision_trees/last.yml": (TREE_WITH.replace("WHERE", "outcome: take-it-easy") + SIDE, {"S504", "S601"}),
    "decision_trees/clash.yml": (
        TREE_WITH.replace("first", "see-someone").replace("WHERE", "outcome: take-it-easy"),
        {"S506", "S601"},
    ),
    "decision_trees/unsure.yml": (TREE_WITH.replace("WHERE", "unsure: true, outcome: take-it-easy"), {"S601", "S602"}),
    "decision_trees/more/sub.yml": ("title: Sub\n", {"S105"}),
    "content/outcomes/latin.yml": (b"title: Caf\xe9\n", {"S102"}),
    "content/outcomes/other.yaml": ("title: Other\n", {"S105"}),
    TAKE_IT_EASY: (EXAMPLE[TAKE_IT_EASY].replace("[It is no better after 2 weeks]", "[]"), {"S604"}),
    WHY_IT_HURTS: ("question: Why?\nanswer: Nobody knows.\nreviewed: 2026-11-22\n", {"S603", "S702"}),
    # What nothing refers to may be named in one of the files that could not be read.
    "content/outcomes/forgotten.yml": (EXAMPLE[SEE_SOMEONE], set()),
    SOURCES: (EXAMPLE[SOURCES] + "b-study: {title: Another study, issued: May}\n", {"S311"}),
    "content/guides.md": ("# Mine\n", {"S906"}),
    f"content/{'x' * 101}.md": ("---\ntitle: A\n", {"S107", "S205"}),
    "content/about.md": ("---\ntitle: ' '\n---\n# About\n\n[a](none.md) [b](#none)\n", {"S308", "S412", "S413"}),
    "content/faq/how.yml": ("question: How?\nanswer: '[So](#so)'\nreviewed: 2026-11-22\n", {"S414"}),
    KNEE: (
        "title: Knee\nsummary: Cites [@c-study].\nwhat: '[a](faq:why) [b](page:none.md) [c](faqs:why)'\n"
        f"marker: {{figure: none, x: 1, y: 2}}\nevidence_says: {' '.join(['Incomprehensibilities'] * 20)}\n",
        {"S405", "S407", "S408", "S409", "S410", "S801"},
    ),
    FRONT: ('<svg viewBox="0 0 9 9"><script/></svg>', {"S411"}),
    ELBOW: ("title: TODO\nwhat: It bends #1\naliases: [knee]\n", {"S206", "S802", "S904"}),
    CARE_LEVELS: (
        EXAMPLE[CARE_LEVELS].replace("Call an ambulance.", '"Call [112](tel:112)."')
        + "later: {title: Call 112 later, card: self-care, act: Wait.}\n",
        {"S610", "S807"},
    ),
    "content/outcomes/nowhere.yml": (EXAMPLE[TAKE_IT_EASY].replace("places: [knee]", "what: ' '"), {"S302", "S612"}),
    "content/outcomes/nobodys.yml": (
        EXAMPLE[TAKE_IT_EASY] + "meant_for: [old]\nplan: none\nwhat: Your knee is hot and swollen.\n",
        {"S421", "S808", "S907"},
    ),
    PLAN: (
        WITH_PLAN[PLAN]
        .replace("exercise: bend", "exercise: bnd")
        .replace("Stop if it hurts.", "'[Stop](precaution:no).'"),
        {"S422", "S423"},
    ),
    "decision_trees/signs.yml": (SIGNS, {"S415", "S606", "S607", "S608", "S804", "S805"}),
    "decision_trees/deep.yml": (TREE_WITH.replace("WHERE", "tree: last") + "      outcome: here\n", {"S207"}),
    "content/places/outside.yml": ("title: Out\nmarker: {figure: front, x: 900, y: 2}\n", {"S424"}),
    "content/places/torn.yml": ("title: Torn\nwhat: It is [so] (tree:last) [@a-study, p. 1].\n", {"S419", "S420"}),
    "content/places/typed.yml": ("title: Typed\nwhat: It \ufffds <b>sore</b>.\n", {"S210", "S425"}),
    "content/late.md": ("# Late\n\n---\ntitle: Late\n---\n", {"S209"}),
    "content/places/merged.yml": ("title: >-\n  <<<<<<< mine\n  A\n  =======\n  B\n  >>>>>>> theirs\n", {"S208"}),
    "content/site.yml": (
        "subject: health\nmoved: {old/: new/}\nmost_words_before_the_first_question: 1\nmost_signs_on_a_page: 1\n"
        "language: english\nwords: {asked_about: Here}\n"
        "require: {place: [waht]}\nhouse_rules: [{of: nowhere, say: Nothing.}]\n",
        {"S309", "S310", "S312", "S313", "S905"},
    ),
    "permalinks.txt": ("./\n./\nguides\n", {"S902", "S903"}),
    RED_FLAGS: (
        EXAMPLE[RED_FLAGS] + "numb: {text: Numb, care: self-care, places: [knee]}\n"
        "blue: {text: Blue, care: som, places: [knee]}\n"
        f"long: {{text: {'very ' * 21}long, care: emergency, places: [knee], outcome: see-someone}}\n"
        "cold: {text: It is cold, care: soon, places: [knee]}\n",
        {"S406", "S605", "S609", "S803"},
    ),
}


@pytest.fixture
def everything(project):
    folder = project(EXAMPLE | {path: content for path, (content, _) in EVERYTHING.items()})
    (folder / "content/places/gone.yml").symlink_to("nothing.yml")
    (folder / "content/places/out.yml").symlink_to(folder.parent / "out.yml")
    return folder


def signpost(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def test_every_fault_of_a_tree_is_told_with_its_place(project, checked):
    findings = checked(project(EXAMPLE | {TREE: MANY_FAULTS_IN_ONE_TREE})).findings
    assert [(one.line, one.column, one.code) for one in findings if one.file == TREE] == ITS_FAULTS


def test_the_faults_of_every_file_are_told_in_one_run(everything, checked):
    told = {}
    for finding in checked(everything).findings:
        told.setdefault(finding.file, set()).add(finding.code)
    assert told.pop("content/places/gone.yml") == {"S104"}
    assert told.pop("content/places/out.yml") == {"S103"}
    for path, (_, codes) in EVERYTHING.items():
        assert told.get(path, set()) >= codes, path


def test_one_run_can_tell_of_every_rule_but_those_that_need_trees_self_care_and_whole_files(everything, checked):
    told = {finding.code for finding in checked(everything).findings}
    # Cases are walked, and orphans and faults of translations told, only where every file can be read.
    cases, orphans = {"S621", "S622", "S623", "S811", "S812", "S813"}, {"S701", "S703", "S704", "S705"}
    assert RULES.keys() - told == {"S106", "S314", "S611", "S901"} | cases | orphans


def test_findings_stand_in_the_order_of_file_line_and_column(everything, checked):
    findings = checked(everything).findings
    order = [(one.file, one.line, one.column, one.code) for one in findings]
    assert order == sorted(order)
    assert len(set(findings)) == len(findings)


def test_a_sound_project_is_told_in_one_line_what_was_proved(project):
    result = signpost("check", "--project", project(EXAMPLE))
    assert result.exit_code == 0
    assert (
        result.output
        == "✓ 1 guide, 1 question, 5 paths: all end, 1 self-care result only past the red flags; exhaustive\n"
    )


def test_the_json_form_has_exactly_the_keys_of_its_contract(project):
    result = signpost("check", "--format", "json", "--project", project(EXAMPLE))
    assert json.loads(result.output) == {
        "ok": True, "trees": 1, "questions": 1, "outcomes": 2, "paths": 5, "exhaustive": True,
        "self_care": 1, "held_back": 1, "findings": [],
    }  # fmt: skip


def test_a_finding_in_the_json_form_has_exactly_the_keys_of_its_contract(project):
    files = EXAMPLE | {TREE: EXAMPLE[TREE].replace("outcome: see-someone", "outcome: see-some-one", 1)}
    result = signpost("check", "--format", "json", "--project", project(files))
    report = json.loads(result.output)
    assert (result.exit_code, report["ok"], report["exhaustive"]) == (1, False, False)
    [finding] = report["findings"]
    assert finding == {
        "code": "S402",
        "rule": "unknown-outcome",
        "severity": "error",
        "message": 'There is no outcome "see-some-one".',
        "help": 'Did you mean "see-someone"?',
        "file": "decision_trees/example.yml",
        "line": 10,
        "column": 37,
        "end_line": 10,
        "end_column": 49,
    }


def test_the_github_form_is_one_annotation_a_finding(everything, checked):
    result = signpost("check", "--format", "github", "--project", everything)
    assert result.exit_code == 1
    # Only the first ten are shown, so errors come before warnings.
    findings = sorted(checked(everything).findings, key=lambda one: one.severity != "error")
    lines = result.output.splitlines()
    assert len(lines) == len(findings)
    for line, one in zip(lines, findings, strict=True):
        title = f"{one.code} {one.rule}"
        end = f"endLine={one.end_line},endColumn={one.end_column}," if one.end_line == one.line else ""
        place = f"file={one.file},line={one.line},col={one.column},{end}title={title}"
        assert line.startswith(f"::{one.severity} {place}::")


def test_the_github_form_escapes_what_would_end_an_annotation(project):
    name = "content/places/50%, a:b.yml"
    result = signpost("check", "--format", "github", "--project", project(EXAMPLE | {name: "title: X\n"}))
    place = "file=content/places/50%25%2C a%3Ab.yml,line=1,col=1,endLine=1,endColumn=1"
    assert result.output.startswith(f"::error {place},title=S304 bad-id::")


def test_the_github_form_of_a_sound_project_is_its_claim(project):
    assert "exhaustive" in signpost("check", "--format", "github", "--project", project(EXAMPLE)).output


def test_the_sarif_form_is_a_log_of_version_2_1_0(everything, checked):
    result = signpost("check", "--format", "sarif", "--project", everything)
    assert result.exit_code == 1
    log = json.loads(result.output)
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(RULES)
    findings = checked(everything).findings
    assert len(run["results"]) == len(findings)
    for row, one in zip(run["results"], findings, strict=True):
        [location] = row["locations"]
        place = location["physicalLocation"]
        assert (row["ruleId"], row["level"]) == (one.code, one.severity)
        assert row["message"]["text"].startswith(one.message)
        assert place["artifactLocation"]["uri"] == one.file
        assert place["region"] == {
            "startLine": one.line,
            "startColumn": one.column,
            "endLine": one.end_line,
            "endColumn": one.end_column,
        }


def test_an_address_in_the_sarif_form_is_escaped(project):
    files = EXAMPLE | {"content/places/the knee.yml": "title: X\n"}
    log = json.loads(signpost("check", "--format", "sarif", "--project", project(files)).output)
    [result] = log["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "content/places/the%20knee.yml"


@pytest.mark.parametrize(
    "text",
    [
        "title: Knee▸: where?\n",
        "title: Café, tendinopathie rotulienne▸: où?\n",
        'title: "A\tB" ▸C\n',
        "title: Knee\r\nwhat: a▸: b\r\n",
    ],
)
def test_the_text_form_shows_the_line_with_a_caret_under_the_character(text, project):
    result = signpost("check", "--project", project(EXAMPLE | {KNEE: text.replace("▸", "")}))
    assert result.exit_code == 1
    row = next(row for row in text.split("\n") if "▸" in row).rstrip("\r")
    _, _, shown, caret, advice, *_ = result.output.split("\n")
    assert shown[7:] == f"│ {row.replace('▸', '')}"
    # What stands left of the caret is as wide as what stands left of the character.
    assert caret[7:] == "│ " + "".join("\t" if one == "\t" else " " for one in row[: row.index("▸")]) + "^"
    assert advice.startswith("  → ")


def test_the_text_form_of_a_finding(project):
    files = EXAMPLE | {TREE: EXAMPLE[TREE].replace("places: [knee]", "places: [knee, nee]")}
    result = signpost("check", "--project", project(files))
    assert (
        result.output
        == """\
decision_trees/example.yml:3:16  error S404 unknown-place
  There is no place "nee".
     3 │ places: [knee, nee]
       │                ^
  → Did you mean "knee"?

✗ 1 error in 1 file; nothing is published
"""
    )


def test_control_characters_of_a_file_do_not_reach_the_terminal(project):
    result = signpost("check", "--project", project(EXAMPLE | {KNEE: "title: Knee \x07 \x9b31m\n"}))
    assert result.exit_code == 1
    assert "title: Knee \\x07 \\x9b31m\n" in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--project", "/nowhere"),
        ("check", "--format", "xml"),
        ("check", "--projct", "."),
        ("chek",),
        ("paths",),
    ],
)
def test_wrong_use_of_the_command_exits_with_2(arguments):
    assert signpost(*arguments).exit_code == 2


def test_the_paths_of_a_tree_that_does_not_exist_are_wrong_use_with_a_guess(project):
    result = signpost("paths", "exampel", "--project", project(EXAMPLE))
    assert result.exit_code == 2
    assert 'There is no tree "exampel". Did you mean "example"?' in result.output


def test_the_paths_of_a_project_with_errors_are_its_errors(project):
    result = signpost("paths", "example", "--project", project(EXAMPLE | {KNEE: ""}))
    assert result.exit_code == 1
    assert "S101" in result.output


def test_the_paths_of_a_tree_in_the_json_form(project):
    result = signpost("paths", "example", "--format", "json", "--project", project(EXAMPLE))
    no = ["red-flags-soon", "no"]
    assert json.loads(result.output) == {
        "tree": "example",
        "exhaustive": True,
        "paths": [
            {"answers": [["red-flags-soon", "swelling"]], "outcome": "care-soon", "care": "soon"},
            {"answers": [no, ["rest", "a-lot"]], "outcome": "see-someone", "care": "soon"},
            {"answers": [no, ["rest", "a-little"]], "outcome": "take-it-easy", "care": "self-care"},
            {"answers": [no, ["rest", "cannot-tell"]], "outcome": "see-someone", "care": "soon"},
            {"answers": [["red-flags-soon", "unsure"]], "outcome": "care-soon", "care": "soon"},
        ],
    }


def test_a_list_of_paths_says_whether_it_stopped_early(project):
    folder = project(EXAMPLE)
    part = json.loads(signpost("paths", "example", "--format", "json", "--limit", "3", "--project", folder).output)
    assert (part["exhaustive"], len(part["paths"])) == (False, 3)
    assert "stopped after 3 of 5 paths" in signpost("paths", "example", "--limit", "3", "--project", folder).output
    assert "5 paths, all listed" in signpost("paths", "example", "--limit", "5", "--project", folder).output


@pytest.mark.parametrize("code", ["S402", "s402", "unknown-outcome"])
def test_a_rule_is_explained_by_code_and_by_name(code):
    result = signpost("explain", code)
    assert result.exit_code == 0
    assert "An outcome that does not exist." in result.output


def test_a_rule_that_does_not_exist_is_wrong_use_with_a_guess():
    result = signpost("explain", "unknown-outcom")
    assert result.exit_code == 2
    assert 'Did you mean "unknown-outcome"?' in result.output


@pytest.mark.long
@pytest.mark.parametrize(("files", "status"), [({}, 0), ({TREE: "a: [\n"}, 1)])
def test_the_module_is_the_command(files, status, project):
    folder = project(EXAMPLE | files)
    run = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--format", "json"],
        cwd=folder, env={**os.environ, "PYTHONUTF8": "0", "LC_ALL": "C"}, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert run.returncode == status
    assert json.loads(run.stdout)["ok"] == (status == 0)
    assert not re.search(rb"Traceback", run.stderr)
