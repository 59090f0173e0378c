"""An old link that showed an urgent result does not lead to less care unnoticed."""

from dataclasses import replace
from random import Random

import pytest
from example import CARE_LEVELS, EXAMPLE, RED_FLAGS, SEE_SOMEONE, TAKE_IT_EASY, TREE, edit
from hypothesis import given
from hypothesis import strategies as st
from random_libraries import some_library

from generator.analyse.survey import survey
from generator.compare.libraries import Comparison, compare
from generator.core.kinds.tree import Choice
from generator.core.library import Library
from generator.core.project import Project
from generator.load.files import load
from generator.load.parse import parse

LEDGER = """\
./
guides/example/
guides/example/#care-soon
guides/example/#red-flags-soon
guides/example/#rest
guides/example/#see-someone
guides/example/#take-it-easy
outcomes/care-soon/
outcomes/see-someone/
outcomes/take-it-easy/
"""
GONE = {SEE_SOMEONE: None} | {TREE: EXAMPLE[TREE].replace("outcome: see-someone", "outcome: see-doctor")}
DOCTOR = {"content/outcomes/see-doctor.yml": EXAMPLE[SEE_SOMEONE]}
ALIASED = {TAKE_IT_EASY: EXAMPLE[TAKE_IT_EASY] + "aliases: [see-someone]\n"}


@pytest.fixture
def addresses_told(tmp_path):
    """Compares the example with a changed one, and says what is told of addresses."""

    def read(name: str, files: dict[str, str | None]) -> Library:
        for path, text in files.items():
            if text is not None:
                (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / name / path).write_text(text, encoding="utf-8")
        return parse(load(Project(tmp_path / name)))[0]

    def told(after: dict[str, str | None], before: dict[str, str | None] | None = None) -> list[str]:
        ledger = {"permalinks.txt": LEDGER}
        was = read("before", EXAMPLE | ledger | (before or {}))
        comparison = compare(survey(was), survey(read("after", EXAMPLE | ledger | (before or {}) | after)))
        notes = [note for note in comparison.notes if (note.thing, note.kind) == ("address", "changed")]
        assert all(note.less_urgent for note in notes)
        assert comparison.less_urgent or not notes
        return [note.say(lambda words: f"<{words}>") for note in notes]

    return told


SHOWED = "<outcomes/see-someone/> and 1 other address showed <See someone> (<See somebody soon>), and "


@pytest.mark.parametrize(
    ("after", "leads"),
    [
        (GONE | DOCTOR | ALIASED, "leads to <Take it easy> (<Look after it>) now."),
        (
            GONE | DOCTOR | {"content/site.yml": "moved: {outcomes/see-someone/: outcomes/take-it-easy/}\n"},
            "leads to <Take it easy> (<Look after it>) now.",
        ),
        (GONE | DOCTOR | {"permalinks.txt": "./\n"}, None),
    ],
)
def test_a_result_that_is_gone_must_not_become_less_care_in_silence(after, leads, addresses_told):
    told = addresses_told(after)
    if leads:
        assert told == [SHOWED + leads]
    else:
        assert told == [
            "<guides/example/#see-someone> showed <See someone> (<See somebody soon>), and leads to <guides/example/>"
            " now, which says nothing of how soon to get help.",
            "<outcomes/see-someone/> showed <See someone> (<See somebody soon>), and leads nowhere now.",
        ]


def test_a_page_that_says_nothing_of_how_soon_is_less_than_a_result(addresses_told):
    moved = {"content/site.yml": "moved: {outcomes/see-someone/: guides/}\n"}
    assert addresses_told(GONE | DOCTOR | moved) == [
        "<guides/example/#see-someone> showed <See someone> (<See somebody soon>), and leads to <guides/example/> now,"
        " which says nothing of how soon to get help.",
        "<outcomes/see-someone/> showed <See someone> (<See somebody soon>), and leads to <guides/> now, which says"
        " nothing of how soon to get help.",
    ]


def test_without_a_ledger_what_leads_to_less_is_told_and_what_is_gone_is_not(addresses_told):
    no_ledger = {"permalinks.txt": None}
    leads = "leads to <Take it easy> (<Look after it>) now."
    assert addresses_told(GONE | DOCTOR | ALIASED, no_ledger) == [SHOWED + leads]
    assert addresses_told(GONE | DOCTOR, no_ledger) == []


EMERGENCY = edit(RED_FLAGS, "care: soon", "care: emergency")
CARDS = {"permalinks.txt": LEDGER.replace("care-soon", "care-emergency").replace("flags-soon", "flags-emergency")}


def test_the_card_of_a_level_is_a_result_too(addresses_told):
    alias = edit(CARE_LEVELS, "act: Make an appointment.", "act: Make an appointment., aliases: [emergency]")
    alias[CARE_LEVELS] = alias[CARE_LEVELS].split("\n", 1)[1]
    assert addresses_told(alias | edit(RED_FLAGS, "care: soon", "care: soon"), EMERGENCY | CARDS) == [
        "<outcomes/care-emergency/> and 1 other address showed the card <Get help now>, and leads to the card"
        " <See somebody soon> now.",
    ]


def test_a_guide_that_is_gone_takes_its_warning_signs_with_it(addresses_told):
    other = {"decision_trees/other.yml": EXAMPLE[TREE].replace("rest", "walk").replace("Sore", "Stiff")}
    moved = {TREE: None, "content/site.yml": "moved: {guides/example/: guides/}\n"}
    told = addresses_told(other | moved)
    assert (
        "<guides/example/#red-flags-soon> showed the warning signs for <See somebody soon> in the guide <Sore knee>,"
        " and leads to <guides/> now, which says nothing of how soon to get help."
    ) in told
    # To another guide the anchor goes along, and the same is asked there.
    assert addresses_told(other | {TREE: None, "content/site.yml": "moved: {guides/example/: guides/other/}\n"}) == []


@pytest.mark.parametrize(
    "after",
    [
        {},
        GONE | {"content/outcomes/see-doctor.yml": EXAMPLE[SEE_SOMEONE] + "aliases: [see-someone]\n"},
        edit(SEE_SOMEONE, "care: soon", "care: self-care"),
        {TREE: EXAMPLE[TREE].replace("outcome: see-someone", "outcome: take-it-easy")},
        edit(RED_FLAGS, "[knee]", "[elbow]"),
        edit(RED_FLAGS, "care: soon", "care: emergency") | {CARE_LEVELS: EXAMPLE[CARE_LEVELS]},
        {TREE: None, "decision_trees/knee.yml": EXAMPLE[TREE] + "aliases: [example]\n"},
    ],
)
def test_what_is_the_same_or_told_by_itself_is_not_told_of_its_address(after, addresses_told):
    told = addresses_told(after)
    assert [one for one in told if "care-soon" not in one] == []


# ------------------------------------------------------------------------------------------------------- any libraries


def some_gone(dice: Random) -> tuple[Library, Library, dict[str, str]]:
    """A library, the same without some of its results, and what each of these leads to now."""
    before = some_library(dice, loops=False)
    gone = dice.sample(list(before.outcomes), dice.randint(0, len(before.outcomes) - 1))
    left = {id: outcome for id, outcome in before.outcomes.items() if id not in gone}
    led = {id: dice.choice(list(left)) for id in gone}

    def elsewhere(choice: Choice) -> Choice:
        return (
            choice.model_copy(update={"outcome": led.get(choice.outcome, choice.outcome)}) if choice.outcome else choice
        )

    trees = {}
    for id, tree in before.trees.items():
        questions = {
            name: asked.model_copy(update={"choices": {key: elsewhere(one) for key, one in asked.choices.items()}})
            for name, asked in tree.questions.items()
        }
        trees[id] = tree.model_copy(update={"questions": questions})
    after = before.with_entries(trees=trees, outcomes=left)
    for old, new in led.items():
        if dice.random() < 0.5:
            aliased = after.outcomes[new].model_copy(update={"aliases": [*after.outcomes[new].aliases, old]})
            after = after.with_entries(outcomes={**after.outcomes, new: aliased})
        else:
            moved = {**after.site.moved, f"outcomes/{old}/": f"outcomes/{new}/"}
            after = replace(after, site=after.site.model_copy(update={"moved": moved}))
    return before, after, led


@given(st.builds(some_gone, st.randoms(use_true_random=True)))
def test_of_any_results_that_are_gone_exactly_those_are_told_that_lead_to_less(drawn):
    before, after, led = drawn
    levels = list(before.care_levels)
    less = {
        f"outcomes/{old}/"
        for old, new in led.items()
        if levels and levels.index(after.outcomes[new].care) > levels.index(before.outcomes[old].care)
    }
    comparison: Comparison = compare(survey(before), survey(after))
    told = {note.id for note in comparison.notes if note.thing == "address"}
    assert told == less
