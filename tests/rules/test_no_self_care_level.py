from example import CARE_LEVELS, RED_FLAGS, TAKE_IT_EASY, edit

NONE = edit(CARE_LEVELS, "self-care: {title: Look after it, card: self-care, act: Take it easy., self_care: true",
            "▸self-care: {title: Look after it, card: non-urgent, act: Take it easy.")  # fmt: skip


def test_red_flags_without_a_level_of_self_care_are_told_at_the_last_level(found_at_marks):
    [finding] = found_at_marks(NONE)
    assert finding.code == "S611"


def test_without_red_flags_nothing_has_to_be_held_back(found_at_marks):
    assert not found_at_marks({path: text.replace("▸", "") for path, text in NONE.items()} | {RED_FLAGS: "{}\n"})


def test_the_level_need_not_be_the_last_one(found_at_marks):
    more = "\nonline: {title: Ask somebody, card: non-urgent, act: Ask somebody online.}\n"
    assert not found_at_marks(edit(CARE_LEVELS, "self_care: true}\n", f"self_care: true}}{more}"))


def test_levels_that_cannot_be_read_are_told_and_not_missed(found_at_marks):
    [finding] = found_at_marks({CARE_LEVELS: "soon: [\n▸"})
    assert finding.code == "S201"


def test_without_any_level_the_red_flags_are_told_of_by_theirs(found_at_marks):
    files = edit(RED_FLAGS, "care: soon", "care: ▸soon") | {CARE_LEVELS: "{}\n"}
    files |= edit(TAKE_IT_EASY, "care: self-care", "care: ▸self-care")
    files |= edit("content/outcomes/see-someone.yml", "care: soon", "care: ▸soon")
    assert {one.code for one in found_at_marks(files)} == {"S406"}
