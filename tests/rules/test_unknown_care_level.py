import pytest
from example import CARE_LEVELS, EXAMPLE, RED_FLAGS, SEE_SOMEONE, edit


@pytest.mark.parametrize(
    "files",
    [
        edit(SEE_SOMEONE, "care: soon", "care: ▸soom"),
        edit(RED_FLAGS, "care: soon", "care: ▸soom"),
    ],
)
def test_a_care_level_that_does_not_exist_is_told_wherever_it_is_named(files, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S406"
    assert 'no care level "soom"' in finding.message
    assert finding.help == 'Did you mean "soon"?'


def test_without_any_care_levels_there_is_none_to_name(project, checked):
    report = checked(project({path: text for path, text in EXAMPLE.items() if path != CARE_LEVELS}))
    assert [one.code for one in report.findings] == ["S406"] * 3
    assert all(CARE_LEVELS in one.help for one in report.findings)


def test_broken_care_levels_are_told_once(found_at_marks):
    [finding] = found_at_marks({CARE_LEVELS: "▸{title: Soon\n"})
    assert finding.code == "S201"
