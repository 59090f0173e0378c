from example import TREE, add

STAIRS = """\
  stairs:
    ask: Does it hurt on stairs?
    choices:
      a-lot: {text: A lot, outcome: see-someone}
      a-little: {text: A little, question: WHERE}
"""
UNSURE = "      more: {text: Something else, question: stairs}\n"


def test_questions_that_lead_round_are_told_where_the_circle_closes(found_at_marks):
    [finding] = found_at_marks(add(TREE, UNSURE + STAIRS.replace("WHERE", "▸rest")))
    assert finding.code == "S502"
    assert "round in a circle: rest → stairs → rest." in finding.message
    assert "lead on to something else" in finding.help


def test_a_question_that_leads_to_itself_is_a_circle(found_at_marks):
    [finding] = found_at_marks(add(TREE, "      more: {text: Something else, question: ▸rest}\n"))
    assert finding.code == "S502"
    assert "rest → rest." in finding.message


def test_only_the_questions_of_the_circle_are_named(found_at_marks):
    [finding] = found_at_marks(add(TREE, UNSURE + STAIRS.replace("WHERE", "▸stairs")))
    assert "circle: stairs → stairs." in finding.message


def test_each_circle_is_told(found_at_marks):
    walking = (
        STAIRS.replace("stairs", "walking").replace("WHERE", "▸stairs").replace("outcome: see-", "question: ▸rest #")
    )
    findings = found_at_marks(add(TREE, UNSURE + STAIRS.replace("WHERE", "walking") + walking.replace(" #someone", "")))
    assert [one.code for one in findings] == ["S502", "S502"]


def test_ways_that_meet_again_are_no_circle(found_at_marks):
    more = UNSURE + "      other: {text: Another thing, question: stairs}\n" + STAIRS
    assert not found_at_marks(add(TREE, more.replace("question: WHERE", "outcome: take-it-easy")))
