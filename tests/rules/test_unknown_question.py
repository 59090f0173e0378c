from example import TREE, add, edit


def test_the_start_must_be_a_question_of_the_tree(found_at_marks):
    [finding] = found_at_marks(edit(TREE, "start: rest", "start: ▸at-rest"))
    assert finding.code == "S401"
    assert 'no question "at-rest" in this tree' in finding.message
    assert finding.help == 'Did you mean "rest"?'


def test_a_choice_must_lead_to_a_question_of_its_own_tree(found_at_marks):
    other = "title: Hip\nsummary: Hip.\nplaces: [knee]\nstart: walking\nreviewed: 2026-11-22\nquestions:\n"
    other += "  walking:\n    ask: Does it hurt?\n    choices:\n      a-lot: {text: A lot, outcome: see-someone}\n"
    other += "      a-little: {text: A little, question: ▸rest}\n"
    [finding] = found_at_marks({"decision_trees/hip.yml": other})
    assert finding.code == "S401"
    assert finding.help == "Add that question to this tree, or name another. Known here: walking."


def test_a_name_like_one_that_is_known_is_guessed(found_at_marks):
    [finding] = found_at_marks(add(TREE, "      more:\n        text: Hm\n        question: ▸rset\n"))
    assert finding.help == 'Did you mean "rest"?'
