from cases import CASE, GOOD


def test_answers_that_end_at_a_question_are_told(found_at_marks):
    text = GOOD.replace("  - {rest: a-little}\n", "").replace("  - {red", "  ▸- {red")
    [finding] = found_at_marks({CASE: text})
    assert finding.code == "S622"
    assert finding.message == 'The answers end at the question "rest" of the guide "example".'
    assert finding.help == 'Add the answers that follow, beginning with "- {rest: ...}".'
