from example import TREE, add

HIP = """\
title: Sore hip
summary: Find out what to do about a sore hip.
places: [knee]
start: walking
reviewed: 2026-11-22
questions:
  walking:
    ask: Does it hurt to walk?
    choices:
      a-lot: {text: A lot, outcome: see-someone}
      a-little: {text: A little, tree: WHERE}
"""
HIP_PATH = "decision_trees/hip.yml"
UNSURE = "      more: {text: Something else, tree: hip}\n"


def test_trees_that_hand_over_in_a_circle_are_told_where_it_closes(found_at_marks):
    [finding] = found_at_marks(add(TREE, UNSURE) | {HIP_PATH: HIP.replace("WHERE", "▸example")})
    assert finding.code == "S503"
    assert "in a circle: example → hip → example." in finding.message
    assert "an outcome or another tree" in finding.help


def test_a_tree_that_hands_over_to_itself_is_a_circle(found_at_marks):
    [finding] = found_at_marks(add(TREE, "      more: {text: Something else, tree: ▸example}\n"))
    assert finding.code == "S503"
    assert "example → example." in finding.message


def test_two_trees_that_hand_over_to_a_third_are_no_circle(found_at_marks):
    third = HIP.replace("tree: WHERE", "outcome: take-it-easy")
    files = {HIP_PATH: HIP.replace("WHERE", "third"), "decision_trees/third.yml": third}
    assert not found_at_marks(files | add(TREE, UNSURE + "      other: {text: Another thing, tree: third}\n"))


def test_a_handover_that_no_reader_comes_to_closes_no_circle(found_at_marks):
    stairs = "  ▸stairs:\n    ask: Does it hurt on stairs?\n    choices:\n"
    stairs += "      a-lot: {text: A lot, outcome: see-someone}\n      a-little: {text: A little, tree: hip}\n"
    [finding] = found_at_marks(add(TREE, stairs) | {HIP_PATH: HIP.replace("WHERE", "example")})
    assert finding.code == "S501"
