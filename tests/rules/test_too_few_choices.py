from example import TREE, add


def test_one_choice_is_too_few(found_at_marks):
    side = "  side:\n    ask: On which side?\n    ▸choices:\n      left: {text: Left, outcome: see-someone}\n"
    [finding] = found_at_marks(add(TREE, "      more: {text: Something else, question: side}\n" + side))
    assert finding.code == "S306"
    assert 'The question "side" has 1 choice; it needs at least two.' in finding.message
    assert "Add a choice" in finding.help


def test_no_choice_is_too_few(found_at_marks):
    side = "  side: {ask: On which side?, ▸choices: {}}\n"
    [finding] = found_at_marks(add(TREE, "      more: {text: Something else, question: side}\n" + side))
    assert "has 0 choices" in finding.message
