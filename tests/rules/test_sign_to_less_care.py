from example import EXAMPLE, RED_FLAGS, SEE_SOMEONE, edit


def with_outcome(outcome: str) -> dict[str, str]:
    return edit(RED_FLAGS, "care: soon,", f"care: soon, outcome: {outcome},")


def test_a_sign_may_not_lead_to_less_than_its_own_level(found_at_marks):
    [finding] = found_at_marks(with_outcome("▸take-it-easy"))
    assert finding.code == "S609"
    assert finding.message == 'The red flag "swelling" is "soon", but leads to a result that is "self-care".'


def test_it_may_lead_to_as_much(found_at_marks):
    assert not found_at_marks(with_outcome("see-someone"))


def test_it_may_lead_to_more(found_at_marks):
    hurry = EXAMPLE[SEE_SOMEONE].replace("care: soon", "care: emergency")
    assert not found_at_marks(with_outcome("hurry") | {"content/outcomes/hurry.yml": hurry})
