from cases import CASE, GOOD
from example import EXAMPLE, RED_FLAGS, TREE

SITE = "content/site.yml"
ASKED = "title: Knees\ncases_for_each_choice: true\n"


def test_each_choice_and_sign_that_no_case_takes_is_told_at_its_name(found_at_marks):
    tree = EXAMPLE[TREE].replace("      a-lot:", "      ▸a-lot:").replace("      cannot-tell:", "      ▸cannot-tell:")
    files = {TREE: tree, RED_FLAGS: f"▸{EXAMPLE[RED_FLAGS]}", CASE: GOOD, SITE: ASKED}
    findings = found_at_marks(files)
    assert {(one.code, one.severity) for one in findings} == {("S813", "warning")}
    assert [one.message for one in findings] == [
        'No case takes the choice "a-lot".',
        'No case takes the choice "cannot-tell".',
        'No case says yes to the red flag "swelling".',
    ]


def test_a_site_without_cases_or_that_does_not_ask_is_left_alone(found_at_marks):
    assert not found_at_marks({SITE: ASKED})


def test_nor_is_anything_told_where_it_is_not_asked_for(found_at_marks):
    assert not found_at_marks({CASE: GOOD})
