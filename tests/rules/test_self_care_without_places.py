import pytest
from example import RED_FLAGS, SEE_SOMEONE, TAKE_IT_EASY, TREE, edit

NONE = {TAKE_IT_EASY: "▸" + edit(TAKE_IT_EASY, "places: [knee]\n", "")[TAKE_IT_EASY]}


@pytest.mark.parametrize("files", [NONE, edit(TAKE_IT_EASY, "[knee]", "▸[]")])
def test_self_care_that_is_bound_to_no_place_is_told(files, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S612"
    assert '"take-it-easy" names no place' in finding.message


def test_red_flags_that_are_asked_everywhere_make_no_difference(found_at_marks):
    everywhere = edit(RED_FLAGS, "[knee]", "everywhere")
    [finding] = found_at_marks(edit(TAKE_IT_EASY, "[knee]", "▸[]") | everywhere)
    assert finding.code == "S612"


def test_without_red_flags_no_place_is_needed(found_at_marks):
    assert not found_at_marks(edit(TAKE_IT_EASY, "places: [knee]\n", "") | {RED_FLAGS: "{}\n"})


def test_what_sends_to_somebody_needs_no_place(found_at_marks):
    assert not found_at_marks(edit(SEE_SOMEONE, "summary", "places: []\nsummary"))


def test_a_place_that_is_unknown_or_no_list_is_told_as_that(found_at_marks):
    [finding] = found_at_marks(edit(TAKE_IT_EASY, "[knee]", "[▸nee]"))
    assert finding.code == "S404"
    [finding] = found_at_marks(edit(TAKE_IT_EASY, "[knee]", "▸knee") | edit(TREE, "Sore knee", "Sore"))
    assert finding.code == "S303"
