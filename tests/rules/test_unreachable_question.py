from example import EXAMPLE, TREE, add

CHOICES = """\
    ask: Does it hurt on stairs?
    choices:
      a-lot: {text: A lot, outcome: see-someone}
      a-little: {text: A little, outcome: take-it-easy}
"""


def test_a_question_to_which_nothing_leads_is_told(found_at_marks):
    [finding] = found_at_marks(add(TREE, "  ▸stairs:\n" + CHOICES))
    assert finding.code == "S501"
    assert 'No reader can come to the question "stairs": nothing leads to it' in finding.message
    assert '"question: stairs"' in finding.help


def test_so_is_one_to_which_only_unreachable_questions_lead(found_at_marks):
    walking = CHOICES.replace("outcome: see-someone", "question: stairs")
    findings = found_at_marks(add(TREE, "  ▸walking:\n" + walking + "  ▸stairs:\n" + CHOICES))
    assert [one.code for one in findings] == ["S501", "S501"]
    assert "the questions that lead to it cannot be reached either" in findings[1].message


def test_unreachable_questions_that_lead_to_each_other_are_unreachable(found_at_marks):
    there, back = (CHOICES.replace("outcome: see-someone", f"question: {to}") for to in ("stairs", "walking"))
    findings = found_at_marks(add(TREE, "  ▸walking:\n" + there + "  ▸stairs:\n" + back))
    assert [one.code for one in findings] == ["S501", "S501"]


def test_nothing_is_called_unreachable_while_the_start_is_unknown(found_at_marks):
    [finding] = found_at_marks({TREE: EXAMPLE[TREE].replace("start: rest", "start: ▸zzz")})
    assert finding.code == "S401"
