import pytest
from cases import CASE, GOOD


@pytest.mark.parametrize(
    ("old", "new", "says", "help"),
    [
        ("{rest: a-little}", "{rest: ▸a-litle}", 'has no answer "a-litle"', 'Did you mean "a-little"?'),
        (
            "{rest: a-little}",
            "{▸night: a-little}",
            '"night" is not asked here; the guide "example" asks "rest"',
            'Answer it: "- {rest: ...}", with a-lot, a-little or cannot-tell.',
        ),
        (
            "- {red-flags-soon: no}",
            "- {▸rest: a-little}",
            '"rest" is not asked here; the guide "example" asks "red-flags-soon"',
            'Answer it: "- {red-flags-soon: ...}", with swelling, no or unsure.',
        ),
        (
            "  - {rest: a-little}\n",
            "  - {rest: a-little}\n  - ▸{rest: a-little}\n",
            'has ended at "take-it-easy" before this answer',
            "Take it out.",
        ),
        (
            "{red-flags-soon: no}\n  - {rest: a-little}",
            "▸{red-flags-soon: no, rest: a-little}",
            "not one answer",
            'Write one question and one answer: "- {red-flags-soon: ...}".',
        ),
    ],
)
def test_an_answer_that_cannot_be_given_is_told(found_at_marks, old, new, says, help):
    assert old in GOOD
    [finding] = found_at_marks({CASE: GOOD.replace(old, new)})
    assert finding.code == "S621"
    assert says in finding.message
    assert finding.help == help


def test_a_case_that_can_be_walked_is_fine(found_at_marks):
    lot = GOOD.replace("a-little", "a-lot").replace("self-care", "soon")
    assert not found_at_marks({CASE: GOOD, CASE.replace("sore", "worse"): lot})
