import pytest
from example import CARE_LEVELS, RED_FLAGS, edit

from generator.core.kinds.care_level import Card


@pytest.mark.parametrize("said", ["", ", self_care: ▸false"])
def test_a_level_shown_as_self_care_must_say_that_it_is(said, found_at_marks):
    files = edit(CARE_LEVELS, ", self_care: true", said)
    if not said:
        files[CARE_LEVELS] = files[CARE_LEVELS].replace("self-care: {", "▸self-care: {")
    [finding] = found_at_marks(files)
    assert finding.code == "S610"
    assert '"self-care" is shown as self-care' in finding.message


def test_so_must_each_of_several_and_without_red_flags_too(found_at_marks):
    levels = "a: {title: A, card: self-care, act: A, self_care: true}\n▸b: {title: B, card: self-care, act: B}\n"
    files = edit(
        CARE_LEVELS, "self-care: {title: Look after it, card: self-care", f"{levels}self-care: {{title: X, card: urgent"
    )
    [finding] = found_at_marks(files | {RED_FLAGS: "{}\n"})
    assert finding.code == "S610"


def test_what_is_no_switch_is_told_as_that(found_at_marks):
    [finding] = found_at_marks(edit(CARE_LEVELS, "self_care: true", "self_care: ▸yes"))
    assert finding.code == "S303"


@pytest.mark.parametrize("card", [card for card in Card.__args__ if card != "self-care"])
def test_another_card_need_not(card, found_at_marks):
    assert not found_at_marks(edit(CARE_LEVELS, "card: non-urgent", f"card: {card}"))
