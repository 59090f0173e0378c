from cases import CASE, GOOD
from example import EXAMPLE


def test_a_result_that_no_case_reaches_is_told_once_there_are_cases(project, checked):
    [finding] = checked(project(EXAMPLE | {CASE: GOOD})).findings
    assert (finding.code, finding.severity) == ("S811", "warning")
    assert (finding.file, finding.line, finding.column) == ("content/outcomes/see-someone.yml", 1, 1)
    assert finding.message == 'No case ends at the result "see-someone".'


def test_where_all_are_reached_there_is_nothing_to_say(project, checked):
    lot = GOOD.replace("a-little", "a-lot").replace("self-care", "soon")
    assert not checked(project(EXAMPLE | {CASE: GOOD, CASE.replace("sore", "worse"): lot})).findings
