from example import RED_FLAGS, add, edit


def test_a_red_flag_may_not_lead_to_self_care(found_at_marks):
    [finding] = found_at_marks(edit(RED_FLAGS, "care: soon", "care: ▸self-care"))
    assert finding.code == "S605"
    assert 'A yes to the red flag "swelling" would lead to self-care' in finding.message
    assert "professional" in finding.help


def test_any_other_level_will_do(found_at_marks):
    assert not found_at_marks(add(RED_FLAGS, "numb: {text: It is numb, care: emergency, places: everywhere}\n"))
