import pytest
from example import CARE_LEVELS, EXAMPLE, KNEE, RED_FLAGS, SOURCES, TAKE_IT_EASY, TREE, edit


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("title: Pain ▸#1 is worse\n", 'only "Pain"'),
        ("title: Knee\nwhat: It bends\n  and stretches\t ▸# most days\nnames: []\n", 'only "It bends and stretches"'),
        ("title: Knee\nnames:\n  - Genu ▸#1\n  - Patella\n", 'only "Genu"'),
        ("title: ▸#1\n", "nothing"),
        ("title: Knee\nnames:\n  - ▸#1\n", "nothing"),
        ("title: Knee\nwhat: ▸# to be written\n", "nothing"),
        ("title: Knee\nnames: [Genu ▸#1\n  ]\n", 'only "Genu"'),
        ("title: 膝 \U0001f600 ▸#1\n", 'only "膝 \U0001f600"'),
        ("title: Knee ▸#1\r\nwhat: It bends. ▸#2\r\n", "only"),
        (f"title: Knee\nwhat: {'x' * 70} ▸#1\n", f'only "…{"x" * 60}"'),
        ("title: Knee\nsummary: 7 ▸#1\n", 'only "7"'),
    ],
)
def test_a_text_that_a_comment_cuts_is_told_where_the_comment_begins(text, left, found_at_marks):
    for finding in found_at_marks({KNEE: text}):
        assert finding.code == "S206"
        assert left in finding.message


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (TREE, "title: Sore knee", "title: Sore knee ▸#1"),
        (TREE, "ask: Does it hurt at rest?", "ask: Does it hurt ▸#1 at rest?"),
        (TREE, "{text: A lot, outcome: see-someone}", "\n        text: A lot ▸#1\n        outcome: see-someone"),
        (TAKE_IT_EASY, "get_help_if: [It is no better after 2 weeks]", "get_help_if:\n  - It is pain ▸#1\n"),
    ],
)
def test_it_is_told_of_every_kind_and_in_every_part(path, old, new, found_at_marks):
    [finding] = found_at_marks(edit(path, old, new))
    assert finding.code == "S206"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (CARE_LEVELS, "{}\nsoon: \n  title: Soon ▸#1\n  card: urgent  # a card\n  act: Call ▸#999\n"),
        (
            RED_FLAGS,
            "{}\nb:\n  text: Hot ▸#1\n  care: soon # an id\n  places: everywhere # it\n  sources: [a-study]\n",
        ),
        (SOURCES, "{}\nb-study:\n  title: Study ▸#1\n  URL: https://example.org/#1 # an address\n  language: en #x\n"),
    ],
)
def test_it_is_told_in_files_of_many_entries(path, text, found_at_marks):
    lines = EXAMPLE[path].splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(("soon", "self-care"))]
    last = [line for line in lines if line.startswith("self-care")]
    orphan = {KNEE: "title: Knee\nsources: [b-study]\n"} if path == SOURCES else {}
    findings = found_at_marks({path: text.format("".join(kept).strip()) + "".join(last)} | orphan)
    assert {one.code for one in findings} == {"S206"}


@pytest.mark.parametrize(
    "text",
    [
        "title: Knee\n# A comment\nwhat: It bends.\n  # Another, which ends the text.\nnames: []  # a list\n",
        "title: \"Knee\"  # quoted\nwhat: 'It bends.' # so is this\n",
        "title: Knee#1\nwhat: It bends#.\nnames: ['#1', '# 2']\n",
        "title: Knee\nwhat: |  # as it stands\n  Pain #1\nsummary: >- # folded\n  Pain #2\n",
        "title: Knee\nmarker:  # where\n  figure: front  # an id\n  x: 1  # a number\n  y: 2 # another\n",
        "title: Knee\nreviewed: 2026-11-22  # a day\nsources: [a-study]  # an id\naliases:\n  - patella  # an id\n",
    ],
)
def test_comments_that_cut_nothing_are_left_alone(text, found_at_marks):
    assert not found_at_marks({KNEE: text})


def test_comments_behind_ids_of_a_guide_are_left_alone(found_at_marks):
    long = "\n        text: A lot\n        outcome: see-someone  # an id\n        unsure: false  # a switch"
    files = edit(TREE, "{text: A lot, outcome: see-someone}", long)
    files[TREE] = files[TREE].replace("start: rest", "start: rest  # an id").replace("  rest:", "  rest:  # a key")
    assert not found_at_marks(files)


def test_what_stands_twice_is_told_once(found_at_marks):
    findings = found_at_marks({KNEE: "title: Knee\nwhat: It bends. ▸#1\n▸what: {a: It bends. #2\n  }\n"})
    assert {one.code for one in findings} == {"S202", "S206"}


def test_what_is_no_text_for_readers_or_no_key_is_told_as_that(found_at_marks):
    findings = found_at_marks({KNEE: "title: Knee\n▸wat: It bends. #1\nmarker: ▸front #2\n"})
    assert {one.code for one in findings} == {"S301", "S303"}
