from example import EXAMPLE, RED_FLAGS, TREE, edit

LINE = "      cannot-tell: {text: I cannot tell, unsure: true, outcome: see-someone}\n"


def test_a_question_without_an_uncertain_answer_is_told(project, checked):
    [finding] = checked(project(EXAMPLE | edit(TREE, LINE, ""))).findings
    assert (finding.code, finding.severity) == ("S806", "warning")
    assert (finding.file, finding.line, finding.column) == (TREE, 7, 3)
    assert finding.message == 'The question "rest" has no answer for readers who are not sure.'


def test_without_red_flags_it_is_not_asked_for(project, checked):
    files = {path: text for path, text in EXAMPLE.items() if path != RED_FLAGS}
    assert not checked(project(files | edit(TREE, LINE, ""))).findings
