"""What `signpost cases` prints, to the letter, and the keys of its JSON."""

import json

import pytest
from deep import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from kettles import HANDED, KETTLE, KETTLES, LEVELS, LID, SIGNS, WHITE, WITHOUT_CASES, kettles

from generator.analyse.survey import Survey
from generator.check.run import check
from generator.core.project import Project
from generator.load.files import load
from generator.report.cases import as_json, as_text

TABLE = """\
kettle: The kettle is slow
  ✓ dead-base: yourself → other-socket (yourself); 5 taps, 125 words
  ✓ open-lid: unplug → new-lid (shop); 2 taps, 64 words
  ✓ white-inside: yourself → descale (yourself); 4 taps, 97 words

3 cases: 2 at the level expected, 0 more urgent, 1 less urgent
expected  unplug  shop  yourself
unplug         0     1         0
shop           0     0         0
yourself       0     0         2

No case covers 1 result: repair
No case covers 5 choices: base/socket/yes, base/socket/unsure, kettle/heats/unsure, kettle/inside/clean, \
kettle/inside/unsure
No case covers 2 signs: smoke, wet-plug"""


@pytest.fixture
def surveyed(project):
    return lambda files: check(load(Project(project(files)))).survey


def plain(text: str, **_: object) -> str:
    return text


def read(survey: Survey) -> dict:
    return json.loads(as_json(survey))


def test_it_looks_like_this(surveyed):
    assert as_text(surveyed(KETTLES), plain) == TABLE


def test_a_guide_has_its_cases_below_it_and_one_without_is_left_out(surveyed):
    own = "title: A base\nstory: No light.\nguide: base\nanswers:\n  - {red-flags-unplug: wet-plug}\n"
    text = as_text(surveyed(KETTLES | {HANDED: f"{own}expect: {{care: unplug}}\nreviewed: 2026-11-22\n"}), plain)
    assert [line for line in text.split("\n") if line and ": The " in line] == [
        "base: The base is dead",
        "kettle: The kettle is slow",
    ]
    assert text.index("base: The base") < text.index("dead-base") < text.index("kettle: The kettle")
    assert "  ✓ dead-base: unplug → care-unplug (unplug); 1 tap, " in text


@pytest.mark.parametrize(
    ("change", "row"),
    [
        ((WHITE, "[yourself]", "shop"), "✗ white-inside: shop → descale (yourself); 4 taps, 97 words"),
        ((WHITE, "  - {inside: white}\n", ""), "✗ white-inside: yourself → does not end; 3 taps, "),
        ((WHITE, "slowly", "never"), "✗ white-inside: yourself → does not end; 2 taps, "),
        ((LID, "{care: [unplug, shop]}", "{outcome: descale}"), "✗ open-lid: yourself → new-lid (shop); 2 taps, "),
        ((LID, "{care: [unplug, shop]}", "{}"), "✗ open-lid: - → new-lid (shop); 2 taps, "),
    ],
)
def test_a_case_that_fails_says_where_it_came_instead(change: tuple[str, str, str], row: str, surveyed):
    assert f"  {row}" in as_text(surveyed(kettles(*change)), plain)


def test_more_and_less_urgent_are_told_apart(surveyed):
    text = as_text(surveyed(kettles(LID, "[unplug, shop]", "[yourself, shop]")), plain)
    assert "3 cases: 2 at the level expected, 1 more urgent, 0 less urgent" in text


def test_a_library_that_is_all_covered_says_so(surveyed):
    rest = {
        "smoke": ("{red-flags-unplug: smoke}",),
        "wet": ("{heats: no}", "{red-flags-unplug: wet-plug}"),
        "works": ("{heats: no}", "{red-flags-unplug: no}", "{socket: yes}"),
        "no-lamp": ("{heats: no}", "{red-flags-unplug: no}", "{socket: unsure}"),
        "cold": ("{heats: unsure}",),
        "clean": ("{heats: slowly}", "{inside: clean}"),
        "dark": ("{heats: slowly}", "{inside: unsure}"),
    }
    files = dict(KETTLES)
    for id, steps in rest.items():
        signs = () if id == "smoke" else ("{red-flags-unplug: no}", "{red-flags-shop: no}")
        answers = "".join(f"  - {step}\n" for step in (*signs, *steps))
        files[f"decision_trees/cases/{id}.yml"] = (
            f"title: One\nstory: One.\nguide: kettle\nanswers:\n{answers}expect: {{care: [unplug, shop]}}\n"
            "reviewed: 2026-11-22\n"
        )
    survey = surveyed(files)
    text = as_text(survey, plain)
    assert "✗" not in text
    assert text.endswith(
        "\nEvery result is covered by a case\nEvery choice is covered by a case\nEvery sign is covered by a case"
    )
    assert not any(read(survey)["not_covered"].values())


def test_a_long_list_is_cut_in_the_text_and_whole_in_json(surveyed):
    choices = "".join(f"      c{n}: {{text: Color {n}, outcome: repair}}\n" for n in range(20))
    survey = surveyed(kettles(KETTLE, "      clean: {text: Clean, outcome: repair}\n", choices))
    line = next(line for line in as_text(survey, plain).split("\n") if "choices" in line)
    assert line.startswith("No case covers 24 choices: base/socket/yes, ")
    assert line.endswith("kettle/inside/c8 and 12 more")
    assert len(read(survey)["not_covered"]["choices"]) == 24


def test_a_library_without_levels_has_no_matrix(surveyed):
    plain_files = {
        path: "\n".join(line for line in text.split("\n") if not line.startswith("care:"))
        for path, text in KETTLES.items()
        if path not in (LEVELS, SIGNS, LID, WHITE)
    }
    plain_files[HANDED] = (
        KETTLES[HANDED].replace("  - {red-flags-unplug: no}\n", "").replace("  - {red-flags-shop: no}\n", "")
    )
    survey = surveyed(plain_files)
    text = as_text(survey, plain)
    assert text.startswith("kettle: The kettle is slow\n  ✓ dead-base: - → other-socket; 2 taps, ")
    assert "urgent" not in text
    told = read(survey)
    assert told["matrix"] == {}
    assert (told["cases"][0]["care"], told["cases"][0]["expected_care"], told["cases"][0]["ok"]) == (None, None, True)


def test_the_keys_of_the_json_are_a_promise(surveyed):
    told = read(surveyed(KETTLES))
    assert list(told) == ["cases", "matrix", "not_covered"]
    assert list(told["not_covered"]) == ["outcomes", "choices", "signs"]
    assert told["cases"] == [
        {
            "case": "dead-base", "guide": "kettle", "expected": "other-socket", "expected_care": "yourself",
            "outcome": "other-socket", "care": "yourself", "ok": True, "words": 125, "taps": 5,
        },
        {
            "case": "open-lid", "guide": "kettle", "expected": ["unplug", "shop"], "expected_care": "unplug",
            "outcome": "new-lid", "care": "shop", "ok": True, "words": 64, "taps": 2,
        },
        {
            "case": "white-inside", "guide": "kettle", "expected": "yourself", "expected_care": "yourself",
            "outcome": "descale", "care": "yourself", "ok": True, "words": 97, "taps": 4,
        },
    ]  # fmt: skip
    assert told["matrix"]["unplug"] == {"unplug": 0, "shop": 1, "yourself": 0}


def test_each_key_is_explained_where_the_json_is_made(surveyed):
    told = read(surveyed(KETTLES))
    keys = {*told, *told["cases"][0], *told["not_covered"]}
    assert [key for key in keys if f"`{key}`" not in as_json.__doc__] == []


def test_what_does_not_end_is_null(surveyed):
    [case] = [
        one
        for one in read(surveyed(kettles(WHITE, "  - {inside: white}\n", "")))["cases"]
        if one["case"] == "white-inside"
    ]
    assert (case["outcome"], case["care"], case["ok"], case["taps"]) == (None, None, False, 3)


def test_without_cases_there_is_the_matrix_of_nothing_and_nothing_is_covered(surveyed):
    told = read(surveyed(WITHOUT_CASES))
    assert (told["cases"], sum(sum(row.values()) for row in told["matrix"].values())) == ([], 0)
    assert told["not_covered"]["outcomes"] == ["new-lid", "repair", "other-socket", "descale"]


@settings(max_examples=examples(20))
@given(st.permutations(list(KETTLES)))
def test_the_same_library_gives_the_same_bytes_in_whatever_order_its_files_were_written(tmp_path_factory, order):
    folder = tmp_path_factory.mktemp("kettles")
    for path in order:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(KETTLES[path], "utf-8")
    survey = check(load(Project(folder))).survey
    assert as_text(survey, plain) == TABLE
