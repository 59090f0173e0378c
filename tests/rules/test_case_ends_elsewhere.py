import pytest
from cases import CASE, GOOD
from example import EXAMPLE


@pytest.mark.parametrize(
    ("expect", "wanted"),
    [
        ("{care: ▸soon}", '"soon"'),
        ("{care: ▸[soon, emergency]}", '"soon" or "emergency"'),
        ("{outcome: ▸see-someone}", '"see-someone"'),
    ],
)
def test_a_case_that_ends_elsewhere_is_told(found_at_marks, expect, wanted):
    [finding] = found_at_marks({CASE: GOOD.replace("{care: self-care}", expect)})
    assert finding.code == "S623"
    assert finding.message == f'This case ends at "take-it-easy" ("self-care"); expected is {wanted}.'


@pytest.mark.parametrize("expect", ["{care: self-care}", "{care: [soon, self-care]}", "{outcome: take-it-easy}"])
def test_one_that_ends_as_expected_is_fine(project, checked, expect):
    from_example = {CASE: GOOD.replace("{care: self-care}", expect)}
    assert [one.code for one in checked(project(EXAMPLE | from_example)).findings] == ["S811"]


def test_a_sign_leads_a_case_to_its_card(project, checked):
    text = GOOD.replace("{red-flags-soon: no}\n  - {rest: a-little}", "{red-flags-soon: swelling}")
    text = text.replace("{care: self-care}", "{outcome: care-soon}")
    codes = {one.code for one in checked(project(EXAMPLE | {CASE: text})).findings}
    assert codes == {"S811"}
