from example import TREE, add


def test_a_choice_may_not_lead_nowhere(found_at_marks):
    [finding] = found_at_marks(add(TREE, "      ▸more: {text: Something else}\n"))
    assert finding.code == "S305"
    assert 'The choice "more" leads nowhere' in finding.message
    assert '"outcome: ..."' in finding.help


def test_a_target_left_open_leads_nowhere(found_at_marks):
    [finding] = found_at_marks(add(TREE, "      ▸more:\n        text: Something else\n        outcome:\n"))
    assert finding.code == "S305"


def test_a_choice_may_not_lead_to_two_places(found_at_marks):
    [finding] = found_at_marks(add(TREE, "      ▸more: {text: Hm, question: rest, outcome: see-someone}\n"))
    assert finding.code == "S305"
    assert "leads to 2 places at once: question and outcome" in finding.message
    assert "Keep one" in finding.help


def test_nor_to_three(found_at_marks):
    [finding] = found_at_marks(
        add(TREE, "      ▸more: {text: Hm, question: rest, outcome: see-someone, tree: example}\n")
    )
    assert "leads to 3 places at once: question, outcome and tree" in finding.message
