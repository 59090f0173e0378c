"""What `signpost check` says of a case that fails, to the letter, and what `signpost cases` prints and ends with."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from kettles import HANDED, KETTLE, KETTLES, LID, REPAIR, SIGNS, WHITE, WITHOUT_CASES, kettles

from generator.cli.main import main

MARK = "▸"
MEND = "Correct the guide, or say where this reader must end."
LONGER = KETTLES[WHITE].replace("{inside: white}\n", "{inside: white}\n  - ▸{heats: slowly}\n")
HALF = KETTLES[HANDED].replace("  - {red-flags-unplug: no}\n  - {socket: no}\n", "")
WITHOUT_END = HALF.replace("  - {red", "  ▸- {red", 1)
# Each: the file, its text with a mark where the message must point, then code, message and help.
FAULTS = {
    "an answer not asked there": (
        WHITE,
        KETTLES[WHITE].replace("{inside: white}", "{▸insid: white}"),
        "S621",
        '"insid" is not asked here; the guide "kettle" asks "inside".',
        'Answer it: "- {inside: ...}", with white, clean or unsure.',
    ),
    "signs left out": (
        WHITE,
        KETTLES[WHITE].replace("{red-flags-shop: no}\n  - {heats", "{▸heats"),
        "S621",
        '"heats" is not asked here; the guide "kettle" asks "red-flags-shop".',
        'Answer it: "- {red-flags-shop: ...}", with lid, no or unsure.',
    ),
    "a sign that was asked in the guide before": (
        HANDED,
        KETTLES[HANDED].replace("no}\n  - {socket", "▸smoke}\n  - {socket"),
        "S621",
        'The question "red-flags-unplug" has no answer "smoke".',
        "Its answers are wet-plug, no and unsure.",
    ),
    "signs that are not asked again": (
        HANDED,
        KETTLES[HANDED].replace("{heats: no}\n  - {red-flags-unplug", "{heats: no}\n  - {▸red-flags-shop"),
        "S621",
        '"red-flags-shop" is not asked here; the guide "base" asks "red-flags-unplug".',
        'Answer it: "- {red-flags-unplug: ...}", with wet-plug, no or unsure.',
    ),
    "a choice that does not exist, and one near it": (
        WHITE,
        KETTLES[WHITE].replace("{heats: slowly}", "{heats: ▸slow}"),
        "S621",
        'The question "heats" has no answer "slow".',
        'Did you mean "slowly"?',
    ),
    "a choice that does not exist, and none near it": (
        WHITE,
        KETTLES[WHITE].replace("{heats: slowly}", "{heats: ▸in-the-morning}"),
        "S621",
        'The question "heats" has no answer "in-the-morning".',
        "Its answers are slowly, no and unsure.",
    ),
    "two answers in one": (
        WHITE,
        KETTLES[WHITE].replace("{heats: slowly}\n  - {inside: white}", "▸{heats: slowly, inside: white}"),
        "S621",
        "This is not one answer.",
        'Write one question and one answer: "- {heats: ...}".',
    ),
    "no answer in one": (
        WHITE,
        KETTLES[WHITE].replace("{heats: slowly}", "▸{}"),
        "S621",
        "This is not one answer.",
        'Write one question and one answer: "- {heats: ...}".',
    ),
    "steps left over": (WHITE, LONGER, "S621", 'The case has ended at "descale" before this answer.', "Take it out."),
    "a way that does not end": (
        HANDED,
        WITHOUT_END,
        "S622",
        'The answers end at the question "red-flags-unplug" of the guide "base".',
        'Add the answers that follow, beginning with "- {red-flags-unplug: ...}".',
    ),
    "no answer at all": (
        LID,
        KETTLES[LID].replace("\n  - {red-flags-unplug: no}\n  - {red-flags-shop: lid}", " ▸[]"),
        "S622",
        'The answers end at the question "red-flags-unplug" of the guide "kettle".',
        'Add the answers that follow, beginning with "- {red-flags-unplug: ...}".',
    ),
    "another result": (
        HANDED,
        KETTLES[HANDED].replace("{outcome: other-socket}", "{outcome: ▸repair}"),
        "S623",
        'This case ends at "other-socket" ("yourself"); expected is "repair".',
        MEND,
    ),
    "another level": (
        WHITE,
        KETTLES[WHITE].replace("[yourself]", "▸shop"),
        "S623",
        'This case ends at "descale" ("yourself"); expected is "shop".',
        MEND,
    ),
    "none of the levels": (
        WHITE,
        KETTLES[WHITE].replace("[yourself]", "▸[unplug, shop]"),
        "S623",
        'This case ends at "descale" ("yourself"); expected is "unplug" or "shop".',
        MEND,
    ),
    "the card of a level": (
        LID,
        KETTLES[LID].replace("{care: [unplug, shop]}", "{outcome: ▸care-shop}"),
        "S623",
        'This case ends at "new-lid" ("shop"); expected is "care-shop".',
        MEND,
    ),
    "the right result with another level": (
        LID,
        KETTLES[LID].replace("{care: [unplug, shop]}", "{outcome: new-lid, care: ▸yourself}"),
        "S623",
        'This case ends at "new-lid" ("shop"); expected is "new-lid" with "yourself".',
        MEND,
    ),
    "the right level with another result": (
        LID,
        KETTLES[LID].replace("{care: [unplug, shop]}", "{care: shop, outcome: ▸repair}"),
        "S623",
        'This case ends at "new-lid" ("shop"); expected is "repair" with "shop".',
        MEND,
    ),
    "nothing expected": (
        LID,
        KETTLES[LID].replace("{care: [unplug, shop]}", "▸{}"),
        "S623",
        'This case ends at "new-lid" ("shop"); expected is nothing.',
        MEND,
    ),
    "an unknown guide": (
        WHITE,
        KETTLES[WHITE].replace("guide: kettle", "guide: ▸kettel"),
        "S403",
        'There is no tree "kettel".',
        'Did you mean "kettle"?',
    ),
    "an unknown result": (
        HANDED,
        KETTLES[HANDED].replace("other-socket", "▸another-socket"),
        "S402",
        'There is no outcome "another-socket".',
        'Did you mean "other-socket"?',
    ),
    "an unknown level": (
        WHITE,
        KETTLES[WHITE].replace("[yourself]", "[▸yoursel]"),
        "S406",
        'There is no care level "yoursel".',
        'Did you mean "yourself"?',
    ),
}  # fmt: skip


EXPECT = "expect: {care: [yourself]}"
# What is wrong in the writing of a case, with the code of the one message on it.
SLIPS = [
    (f"{EXPECT}\n", "", "S302"),
    (EXPECT, "expect: {car: yourself}", "S301"),
    (EXPECT, "expects: {care: [yourself]}", "S301"),
    (EXPECT, "expect: {care: 3}", "S303"),
    (EXPECT, "expect: yourself", "S303"),
    (EXPECT, "expect:", "S302"),
    (EXPECT, "expect: {care: yourself", "S201"),
    ("{heats: slowly}", "{heats: [slowly]}", "S303"),
    ("{heats: slowly}", "{heats: }", "S303"),
    ("{heats: slowly}", "heats", "S303"),
    ("answers:\n", "answer:\n", "S301"),
    ("guide: kettle\n", "", "S302"),
    ("guide: kettle", "guide: [kettle]", "S303"),
    ("guide: kettle", "guide: kettel", "S403"),
]


def run(folder: Path, *arguments: str):
    return CliRunner().invoke(main, [*arguments, "--project", str(folder)], catch_exceptions=False)


def errors(folder: Path) -> list[dict[str, object]]:
    found = json.loads(run(folder, "check", "--format", "json").stdout)["findings"]
    return [one for one in found if one["severity"] == "error"]


def test_cases_that_end_as_they_must_are_no_error(project):
    folder = project(KETTLES)
    assert errors(folder) == []
    assert run(folder, "check").exit_code == 0


@pytest.mark.parametrize("name", FAULTS)
def test_a_case_that_fails_is_told_where_and_how(name: str, project):
    path, text, code, message, help = FAULTS[name]
    before = text[: text.index(MARK)].split("\n")
    assert text.replace(MARK, "") != KETTLES[path]
    folder = project(KETTLES | {path: text.replace(MARK, "")})
    [one] = errors(folder)
    assert (one["file"], one["line"], one["column"]) == (path, len(before), len(before[-1]) + 1)
    assert (one["code"], one["message"], one["help"]) == (code, message, help)
    assert run(folder, "check").exit_code == 1
    assert run(folder, "cases").exit_code == 1


@pytest.mark.parametrize(("old", "new", "code"), SLIPS)
def test_a_slip_in_the_writing_is_told_once_and_nothing_that_follows(old: str, new: str, code: str, project):
    folder = project(kettles(WHITE, old, new))
    found = json.loads(run(folder, "check", "--format", "json").stdout)["findings"]
    assert [(one["code"], one["file"]) for one in found] == [(code, WHITE)]
    assert run(folder, "cases").exit_code == 1


def test_a_slip_elsewhere_in_the_case_hides_no_wrong_ending(project):
    text = KETTLES[WHITE].replace("[yourself]", "shop").replace("story:", "storys:")
    assert {one["code"] for one in errors(project(KETTLES | {WHITE: text}))} == {"S301", "S623"}


@pytest.mark.parametrize("form", ["text", "json"])
def test_all_right_is_0(form: str, project):
    result = run(project(KETTLES), "cases", "--format", form)
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_case_that_fails_is_1_and_the_message_stands_apart(form: str, project):
    result = run(project(kettles(WHITE, "[yourself]", "shop")), "cases", "--format", form)
    assert result.exit_code == 1
    assert 'This case ends at "descale" ("yourself"); expected is "shop".' in result.stderr
    assert "expected is" not in result.stdout


def test_json_can_be_read_whatever_fails(project):
    told = json.loads(run(project(KETTLES | {WHITE: LONGER.replace(MARK, "")}), "cases", "--format", "json").stdout)
    assert [one["case"] for one in told["cases"] if one["ok"]] == ["dead-base", "open-lid"]


def test_answers_left_over_are_no_success(project):
    result = run(project(KETTLES | {WHITE: LONGER.replace(MARK, "")}), "cases")
    assert "✗ white-inside: yourself → descale (yourself), with answers left over; 4 taps" in result.stdout


def test_another_error_of_the_library_is_1_and_the_cases_are_walked_all_the_same(project):
    result = run(project(kettles(REPAIR, "sources: [manual]", "sources: [manuel]")), "cases")
    assert result.exit_code == 1
    assert "✓ white-inside" in result.stdout
    assert 'There is no source "manuel".' in result.stderr


def test_a_guide_that_cannot_be_walked_is_not_a_library_without_cases(project):
    result = run(project(kettles(KETTLE, "question: inside", "question: insid")), "cases")
    assert result.exit_code == 1
    assert result.stdout == "3 cases, and none can be walked while there are errors in the guides\n"
    assert 'There is no question "insid"' in result.stderr


def test_a_case_of_an_unknown_guide_does_not_hide_the_others(project):
    result = run(project(kettles(WHITE, "guide: kettle", "guide: kettel")), "cases")
    assert result.exit_code == 1
    assert "✓ open-lid" in result.stdout
    assert "white-inside" not in result.stdout
    assert f"{WHITE}:3:8" in result.stderr


def test_a_library_without_cases_is_told_how_to_begin(project):
    result = run(project(WITHOUT_CASES), "cases")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "No case. Write one in decision_trees/cases/, or: signpost new case --walk GUIDE NAME\n"
    told = json.loads(run(project(WITHOUT_CASES), "cases", "--format", "json").stdout)
    assert told["cases"] == []
    assert not any(any(row.values()) for row in told["matrix"].values())
    assert told["not_covered"]["signs"] == ["smoke", "wet-plug", "lid"]


def test_an_empty_folder_has_no_case_and_no_guide(project):
    folder = project({})
    result = run(folder, "cases")
    assert (result.exit_code, result.stdout.startswith("No case.")) == (1, True)
    assert "There is no decision tree" in result.stderr
    told = json.loads(run(folder, "cases", "--format", "json").stdout)
    assert told == {"cases": [], "matrix": {}, "not_covered": {"outcomes": [], "choices": [], "signs": []}}


def test_a_result_that_no_case_reaches_is_a_warning_at_its_file(project):
    folder = project(kettles(REPAIR, "title: Have", "# Mine.\n\ntitle: Have"))
    [one] = json.loads(run(folder, "check", "--format", "json").stdout)["findings"]
    assert (one["file"], one["line"], one["column"]) == (REPAIR, 3, 1)
    assert (one["code"], one["rule"], one["severity"]) == ("S811", "outcome-without-case", "warning")
    assert one["message"] == 'No case ends at the result "repair".'
    assert one["help"] == "Add one in decision_trees/cases/: a story, its answers, and this result."
    assert run(folder, "cases").exit_code == 0


def test_results_of_signs_are_missed_too_but_no_cards(project):
    text = KETTLES[LID].replace("unplug: no}\n  - {red-flags-shop: lid}", "unplug: unsure}")
    found = json.loads(run(project(KETTLES | {LID: text}), "check", "--format", "json").stdout)["findings"]
    assert [one["file"] for one in found] == ["content/outcomes/new-lid.yml", REPAIR]


def test_without_cases_no_result_is_missed(project):
    assert json.loads(run(project(WITHOUT_CASES), "check", "--format", "json").stdout)["findings"] == []


def test_a_sign_in_other_words_changes_no_case(project):
    folder = project(kettles(SIGNS, "The plug is wet", "Water drips from the plug"))
    assert run(folder, "cases").exit_code == 0
