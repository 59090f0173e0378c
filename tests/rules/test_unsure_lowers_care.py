from example import EXAMPLE, SEE_SOMEONE, TREE, add, edit

HURRY = {"content/outcomes/hurry.yml": EXAMPLE[SEE_SOMEONE].replace("care: soon", "care: emergency")}
STAIRS = """\
  stairs:
    ask: Does it hurt on stairs?
    choices:
      a-lot: {text: A lot, outcome: hurry}
      a-little: {text: A little, outcome: see-someone}
"""


def test_not_being_sure_may_not_mean_less_care(found_at_marks):
    [finding] = found_at_marks(add(TREE, "      unsure: {text: I am not sure, unsure: true, outcome: ▸take-it-easy}\n"))
    assert finding.code == "S602"
    assert 'can end with "self-care", while "a-lot" always ends with at least "soon"' in finding.message
    assert 'lead where "a-lot" leads' in finding.help


def test_not_being_sure_may_mean_as_much_care_or_more(found_at_marks):
    assert not found_at_marks(add(TREE, "      unsure: {text: I am not sure, unsure: true, outcome: see-someone}\n"))
    assert not found_at_marks(HURRY | add(TREE, "      unsure: {text: Hm, unsure: true, outcome: hurry}\n"))


def test_what_a_sibling_leads_to_at_the_least_is_what_counts(found_at_marks):
    stairs = (
        "      bad: {text: Very bad, question: stairs}\n      unsure: {text: Hm, unsure: true, outcome: see-someone}\n"
    )
    assert not found_at_marks(HURRY | add(TREE, stairs + STAIRS))


def test_one_way_to_less_care_is_enough(found_at_marks):
    stairs = "      bad: {text: Very bad, outcome: hurry}\n      unsure: {text: Hm, unsure: true, question: ▸stairs}\n"
    line = "cannot-tell: {text: I cannot tell, unsure: true, outcome: see-someone}"
    known = edit(TREE, line, "not-at-all: {text: Not at all, outcome: hurry}")
    [finding] = found_at_marks(HURRY | {TREE: known[TREE] + stairs + STAIRS})
    assert 'can end with "soon", while "not-at-all" always ends with at least "emergency"' in finding.message


def test_it_is_held_across_a_handover(found_at_marks):
    other = EXAMPLE[TREE].replace("see-someone", "take-it-easy", 1).replace("take-it-easy", "see-someone", 1)
    unsure = "      unsure: {text: Hm, unsure: true, tree: ▸other}\n"
    [finding] = found_at_marks({"decision_trees/other.yml": other} | add(TREE, unsure))
    assert finding.code == "S602"


def test_an_answer_that_is_not_marked_may_lead_anywhere(found_at_marks):
    assert not found_at_marks(add(TREE, "      more: {text: Something else, outcome: take-it-easy}\n"))
