import pytest
from example import EXAMPLE, RED_FLAGS, TAKE_IT_EASY, TREE, add, edit

STAIRS = """\
      more: {text: Something else, question: stairs}
  stairs:
    ask: Does it hurt on stairs?
    choices:
      a-lot: {text: A lot, outcome: see-someone}
      a-little: {text: A little, outcome: take-it-easy}
"""


def test_self_care_for_a_place_needs_that_places_red_flags_first(found_at_marks):
    [finding] = found_at_marks({TREE: EXAMPLE[TREE].replace("[knee]", "[elbow]").replace("e: take", "e: ▸take")})
    assert finding.code == "S601"
    assert 'the self-care outcome "take-it-easy" without being asked the red flag "swelling"' in finding.message
    assert "The shortest way: rest: a-little." in finding.message
    assert 'Add the places of "take-it-easy"' in finding.help


def test_the_shortest_way_is_told_and_only_that(found_at_marks):
    tree = (
        (EXAMPLE[TREE] + STAIRS)
        .replace("[knee]", "[elbow]")
        .replace("take-it-easy}\n      cannot-tell", "see-someone}\n      cannot-tell")
    )
    [finding] = found_at_marks({TREE: tree.replace("outcome: take", "outcome: ▸take")})
    assert "The shortest way: rest: more → stairs: a-little." in finding.message


TWO_WAYS = """\
title: Sore elbow
summary: Find out what to do about a sore elbow.
places: [elbow]
start: one
reviewed: 2026-11-22
questions:
  one: {ask: One?, choices: {FIRST, SECOND}}
  two: {ask: Two?, choices: {a: {text: A, question: four}, b: {text: B, outcome: see-someone}}}
  three: {ask: Three?, choices: {a: {text: A, outcome: ▸take-it-easy}, b: {text: B, outcome: see-someone}}}
  four: {ask: Four?, choices: {a: {text: A, outcome: take-it-easy}, b: {text: B, outcome: see-someone}}}
"""
MEETING_AGAIN = """\
title: Sore elbow
summary: Find out what to do about a sore elbow.
places: [elbow]
start: one
reviewed: 2026-11-22
questions:
  one: {ask: One?, choices: {FIRST, SECOND}}
  two: {ask: Two?, choices: {a: {text: A, question: four}, b: {text: B, outcome: see-someone}}}
  three: {ask: Three?, choices: {a: {text: A, question: five}, b: {text: B, outcome: see-someone}}}
  four: {ask: Four?, choices: {a: {text: A, question: five}, b: {text: B, outcome: see-someone}}}
  five: {ask: Five?, choices: {a: {text: A, outcome: ▸take-it-easy}, b: {text: B, outcome: see-someone}}}
"""
WAYS = ["long: {text: Long, question: two}", "short: {text: Short, question: three}"]


@pytest.mark.parametrize(("first", "second"), [WAYS, WAYS[::-1]])
def test_of_two_ways_the_shorter_is_told_wherever_it_stands(first, second, found_at_marks):
    [finding] = found_at_marks({TREE: TWO_WAYS.replace("FIRST", first).replace("SECOND", second)})
    assert "The shortest way: one: short → three: a." in finding.message


@pytest.mark.parametrize(("first", "second"), [WAYS, WAYS[::-1]])
def test_of_two_ways_that_meet_again_the_shorter_is_told(first, second, found_at_marks):
    [finding] = found_at_marks({TREE: MEETING_AGAIN.replace("FIRST", first).replace("SECOND", second)})
    assert "The shortest way: one: short → three: a → five: a." in finding.message


def test_an_outcome_to_which_two_choices_lead_is_told_once(found_at_marks):
    tree = EXAMPLE[TREE].replace("[knee]", "[elbow]").replace("e: take", "e: ▸take")
    [finding] = found_at_marks({TREE: tree + "      none: {text: Not at all, outcome: take-it-easy}\n"})
    assert finding.code == "S601"


def test_the_way_begins_with_the_red_flags_that_are_asked(found_at_marks):
    flags = "numb: {text: It is numb, care: emergency, places: [elbow]}\n"
    flags += "hot: {text: It is hot, care: soon, places: everywhere}\n"
    tree = EXAMPLE[TREE].replace("[knee]", "[elbow]").replace("e: take", "e: ▸take")
    [finding] = found_at_marks({TREE: tree} | add(RED_FLAGS, flags))
    assert 'red flag "swelling". The shortest way: red-flags-emergency: no → red-flags-soon: no → rest: a-little.' in (
        finding.message
    )


def test_all_flags_that_are_skipped_are_named(found_at_marks):
    flags = "numb: {text: It is numb, care: emergency, places: [knee]}\n"
    flags += "blue: {text: It is blue, care: soon, places: [knee]}\n"
    tree = EXAMPLE[TREE].replace("[knee]", "[elbow]").replace("e: take", "e: ▸take")
    [finding] = found_at_marks({TREE: tree} | add(RED_FLAGS, flags))
    assert 'red flag "swelling", "numb" and "blue".' in finding.message


def test_a_flag_that_is_asked_everywhere_is_never_skipped(found_at_marks):
    assert not found_at_marks(edit(RED_FLAGS, "[knee]", "everywhere") | edit(TREE, "[knee]", "[elbow]"))


def test_an_outcome_that_is_not_self_care_may_be_reached_without(found_at_marks):
    care = edit(TAKE_IT_EASY, "care: self-care", "care: soon")
    assert not found_at_marks(edit(TREE, "[knee]", "[elbow]") | care)


def test_a_tree_that_asks_the_flag_does_not_cover_for_one_that_can_be_entered_without(found_at_marks):
    other = EXAMPLE[TREE].replace("[knee]", "[elbow]").replace("e: take", "e: ▸take")
    [finding] = found_at_marks(
        {"decision_trees/other.yml": other} | add(TREE, "      more: {text: Something else, tree: other}\n")
    )
    assert (finding.code, finding.file) == ("S601", "decision_trees/other.yml")
