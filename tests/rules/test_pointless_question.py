from example import TREE, add

SIDE = """\
  ▸side:
    ask: On which side?
    choices:
      left: {text: Left, outcome: take-it-easy}
      right: {text: Right, outcome: take-it-easy}
"""
UNSURE = "      more: {text: Something else, question: side}\n"
HIP = """\
title: Sore hip
summary: Find out what to do about a sore hip.
places: [PLACE]
start: walking
reviewed: 2026-11-22
questions:
  ▸walking:
    ask: Does it hurt to walk?
    choices:
      a-lot: {text: A lot, outcome: see-someone}
      a-little: {text: A little, outcome: see-someone}
"""


def test_a_question_whose_choices_all_end_the_same_way_is_told(found_at_marks):
    [finding] = found_at_marks(add(TREE, UNSURE + SIDE))
    assert finding.code == "S504"
    assert 'Whatever is answered to "side", the result is always "take-it-easy"' in finding.message
    assert "delete the question" in finding.help


def test_a_question_is_pointless_too_if_all_ways_meet_in_the_end(found_at_marks):
    first = SIDE.replace("side", "first").replace(
        "right: {text: Right, outcome: take-it-easy}", "right: {text: Right, question: side}"
    )
    findings = found_at_marks(add(TREE, UNSURE.replace("side", "first") + first + SIDE))
    assert [one.code for one in findings] == ["S504", "S504"]


def test_a_handover_to_a_tree_that_always_ends_the_same_is_pointless(found_at_marks):
    side = SIDE.replace("▸", "").replace("outcome: take-it-easy", "tree: hip")
    findings = found_at_marks(
        add(TREE, UNSURE + side.replace("  side", "  ▸side")) | {"decision_trees/hip.yml": HIP.replace("PLACE", "knee")}
    )
    assert [one.code for one in findings] == ["S504", "S504"]


def test_a_handover_that_asks_new_red_flags_has_a_point(found_at_marks):
    side = SIDE.replace("▸", "").replace(
        "right: {text: Right, outcome: take-it-easy}", "right: {text: Right, tree: hip}"
    )
    side = side.replace("outcome: take-it-easy", "outcome: see-someone")
    flags = "swelling: {text: It is hot, care: soon, places: [knee], sources: [a-study]}\n"
    flags += "numb: {text: It is numb, care: emergency, places: [elbow]}\n"
    [finding] = found_at_marks(
        add(TREE, UNSURE + side)
        | {"decision_trees/hip.yml": HIP.replace("PLACE", "elbow"), "decision_trees/red_flags.yml": flags}
    )
    assert (finding.code, finding.file) == ("S504", "decision_trees/hip.yml")
