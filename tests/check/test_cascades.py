"""One fault in a file that many others name, or hold words of, is one message."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from broken_site import FAQ, FLAGS, SITE, TEAR, TENDON, TREE, Change, swap, text, written

from generator.core.project import CONTENT, TREES
from generator.core.translation import translation_of

LEVELS = "decision_trees/care_levels.yml"
CASES = {
    "decision_trees/cases/slip.yml": """\
title: A slip
story: A slip on ice.
guide: sit-bone
answers:
  - {red-flags-emergency: no}
  - {how-it-began: in-one-moment}
expect: {care: same-day}
reviewed: 2026-11-22
""",
    "decision_trees/cases/walks.yml": """\
title: Long walks
story: It came with long walks.
guide: sit-bone
answers:
  - {red-flags-emergency: no}
  - {how-it-began: bit-by-bit}
  - {foot-landing: not-landing}
expect: {outcome: tendon-pain}
reviewed: 2026-11-22
""",
}
GERMAN = {
    translation_of(TREE, "de"): """\
title: {from: Pain at the sit bone, to: Schmerz am Sitzbein}
questions:
  how-it-began:
    ask: {from: How did this pain begin?, to: Wie begann es?}
    choices:
      bit-by-bit:
        text: {from: "Bit by bit, over days or weeks", to: Nach und nach}
""",
    translation_of(FAQ, "de"): "question: {from: Why do hard seats hurt?, to: Warum?}\n",
    translation_of(LEVELS, "de"): "same-day:\n  title: {from: Get medical help today, to: Heute}\n",
    translation_of(TENDON, "de"): "try:\n- {}\n- {from: Break up sitting., to: Oft aufstehen.}\n",
}
LEDGER = {"permalinks.txt": text("permalinks.txt") + "outcomes/care-emergency/\nguides/sit-bone/#red-flags-emergency\n"}
NOT_AN_ID = "only a to z, 0 to 9 and hyphens may be used"


def level(of: str) -> Change:
    """A result with something else as its level."""
    return swap(TEAR, ("care: same-day", f"care: {of}"))


@pytest.fixture
def told(tmp_path: Path, checked: Callable) -> Callable[[Change], list[tuple[str, str]]]:
    """What is told after a change of the small site, with cases, a translation and a longer ledger."""

    def told(change: Change) -> list[tuple[str, str]]:
        found = checked(written(tmp_path, {**CASES, **GERMAN, **LEDGER, **change})).findings
        return [(f"{one.file}:{one.line}:{one.column} {one.code}", one.message) for one in found]

    return told


def test_all_of_it_together_has_no_fault(told: Callable):
    assert told({}) == []


@pytest.mark.parametrize(
    ("change", "at", "message"),
    [
        (
            swap(TREE, ("ask: How did this pain begin?", "ask:")),
            f"{TREE}:9:5 S302",
            'This question has "ask:" with nothing after it.',
        ),
        *(
            (
                swap(TREE, ("      bit-by-bit:", f"      {id}:")),
                f"{TREE}:15:7 S304",
                f'"{id}" cannot be an id: {NOT_AN_ID}.',
            )
            for id in ("Bit-by-bit", "bit-bü-bit", "bit by bit", "~")
        ),
        (
            swap(TREE, ("      bit-by-bit:", '      "":')),
            f"{TREE}:15:7 S304",
            f'"" cannot be an id: {NOT_AN_ID}.',
        ),
        (swap(FAQ, ("question: Why", "title: Why")), f"{FAQ}:1:1 S301", '"title" is not a key that is known here.'),
        (
            swap(TENDON, ('"Cut down for now on what sets it off: hills, speed and lunges."', "{a: b}")),
            f"{TENDON}:6:5 S303",
            "There should be a text here, not keys with values.",
        ),
    ],
)
def test_a_fault_of_an_original_is_not_told_of_its_translation(change: Change, at: str, message: str, told: Callable):
    assert told(change) == [(at, message)]


def test_a_renamed_question_says_how_its_translation_follows(told: Callable, tmp_path: Path, checked: Callable):
    change = swap(TREE, ("  foot-landing:", "  landing:"), ("question: foot-landing", "question: landing"))
    german = {translation_of(TREE, "de"): "questions:\n  foot-landing:\n    ask: {from: Does it, to: Tut es}\n"}
    [finding, _] = checked(written(tmp_path, {**change, **german})).findings
    assert (finding.line, finding.column, finding.code) == (2, 3, "S314")
    assert finding.help == (
        'Did you mean "landing"? If it was renamed or deleted, "signpost translate de" updates this file.'
    )


@pytest.mark.parametrize(
    ("change", "at", "message"),
    [
        (
            swap(LEVELS, ("same-day:", "sameday:")),
            f"{LEVELS}:5:1 S406",
            'Nothing names the care level "sameday", while "same-day" is named in several places and does not exist.',
        ),
        (
            swap(LEVELS, ("emergency:\n", "emergancy:\n")) | level("emergency"),
            f"{LEVELS}:1:1 S406",
            'Nothing names the care level "emergancy", while "emergency" is named in several places and does not exist'
            ".",
        ),
        (
            swap(FLAGS, ("care: emergency", "care: emergancy")),
            f"{FLAGS}:3:9 S406",
            'There is no care level "emergancy".',
        ),
        (
            swap(FLAGS, ("care: emergency", "care: [emergency]")),
            f"{FLAGS}:3:9 S303",
            "There should be a text here, not a list.",
        ),
        (swap(FLAGS, ("  care: emergency\n", "")), f"{FLAGS}:1:1 S302", 'This red flag has no "care".'),
        (level("sam-day"), f"{TEAR}:2:7 S406", 'There is no care level "sam-day".'),
        (level("[same-day]"), f"{TEAR}:2:7 S303", "There should be a text here, not a list."),
    ],
)
def test_a_slip_in_a_level_of_care_is_told_where_it_was_made(change: Change, at: str, message: str, told: Callable):
    assert told(change) == [(at, message)]


def test_a_level_that_one_place_alone_names_wrongly_is_told_there(told: Callable):
    change = swap(LEVELS, ("self-care:\n", "selfcare:\n"))
    assert told(change) == [(f"{TENDON}:2:7 S406", 'There is no care level "self-care".')]


@pytest.mark.parametrize(
    ("change", "at", "message"),
    [
        (
            swap(TREE, ("outcome: tendon-pain", "outcome: [tendon-pain]")),
            f"{TREE}:30:18 S303",
            "There should be a text here, not a list.",
        ),
        (
            swap(TREE, ("outcome: tendon-pain", "outcome: !include tendon-pain.yml")),
            f"{TREE}:30:18 S204",
            '"!include" is a YAML tag, which is not used here.',
        ),
        (
            {TREE: text(TREE) * 2},
            f"{TREE}:36:1 S202",
            '"title" and the 5 names after it are here a second time; only one of each can count.',
        ),
        (
            {TEAR: text(TEAR) + "sources: [a-study]\nreviewed: 2026-11-22\n"},
            f"{TEAR}:9:1 S202",
            '"sources" and the name after it are here a second time; only one of each can count.',
        ),
        (
            {
                translation_of(
                    TENDON, "de"
                ): "what:\n  from: People with this pattern are often told that the tendon is"
                " sore at [the sit bone](place:sit-bone).\n  to: Oft am [Sitzbein](place:sitzbein).\n"
            },
            f"{translation_of(TENDON, 'de')}:3:7 S314",
            "The original names place:sit-bone here, and this names place:sitzbein instead.",
        ),
    ],
)
def test_a_slip_that_two_rules_can_see_is_told_once(change: Change, at: str, message: str, told: Callable):
    assert told(change) == [(at, message)]


@pytest.mark.parametrize(
    ("top", "message"),
    [
        (
            CONTENT,
            'Nothing was found in the folder "content", in which results, places and sources are written.',
        ),
        (
            TREES,
            'Nothing was found in the folder "decision_trees", in which guides, red flags and levels of care are'
            " written.",
        ),
    ],
)
def test_a_folder_that_is_not_there_is_told_and_not_all_that_is_not_in_it(
    top: str, message: str, tmp_path: Path, checked: Callable
):
    written(tmp_path, GERMAN | LEDGER)
    shutil.rmtree(tmp_path / top)
    if top == TREES:
        shutil.rmtree(tmp_path / CONTENT / "translations")
    [finding] = checked(tmp_path).findings
    assert (finding.file, finding.line, finding.code, finding.message) == (top, 1, "S104", message)


@pytest.mark.parametrize("top", [CONTENT, TREES])
def test_a_file_in_the_place_of_a_folder_is_told(top: str, tmp_path: Path, checked: Callable):
    for path in (SITE / (TREES if top == CONTENT else CONTENT)).rglob("*.*"):
        file = tmp_path / path.relative_to(SITE)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(path.read_bytes())
    (tmp_path / top).write_text("A file\n")
    [finding] = checked(tmp_path).findings
    assert (finding.file, finding.code) == (top, "S104")
    assert finding.message == f'This is a file, and "{top}" must be a folder.'
