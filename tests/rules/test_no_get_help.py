import pytest
from example import CARE_LEVELS, EXAMPLE, RED_FLAGS, SEE_SOMEONE, TAKE_IT_EASY, edit

WHEN = "get_help_if: [It is no better after 2 weeks]"


@pytest.mark.parametrize("path", [SEE_SOMEONE, TAKE_IT_EASY])
def test_an_outcome_that_is_no_emergency_must_say_when_to_get_help(path, found_at_marks):
    [finding] = found_at_marks(edit(path, WHEN, "get_help_if: ▸[]"))
    assert finding.code == "S604"
    assert "does not say when to get help" in finding.message
    assert "time limit" in finding.help


def test_it_is_missed_at_the_top_of_the_file(found_at_marks):
    [finding] = found_at_marks({SEE_SOMEONE: "▸" + EXAMPLE[SEE_SOMEONE].replace(WHEN + "\n", "")})
    assert finding.code == "S604"


def test_an_emergency_need_not_say_it(found_at_marks):
    assert not found_at_marks(
        {SEE_SOMEONE: EXAMPLE[SEE_SOMEONE].replace(WHEN, "care: emergency").replace("care: soon\n", "")}
    )


def test_without_care_levels_nobody_need_say_it(project, checked):
    files = {
        path: text.replace(WHEN + "\n", "").replace("care: soon\n", "").replace("care: self-care\n", "")
        for path, text in EXAMPLE.items()
        if path not in (CARE_LEVELS, RED_FLAGS)
    }
    assert not checked(project(files)).findings
