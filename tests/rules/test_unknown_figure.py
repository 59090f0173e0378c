import pytest
from example import EXERCISE, KNEE, add, edit_plan


@pytest.mark.parametrize("key", ["marker", "detail"])
def test_a_figure_that_does_not_exist_is_told_at_its_name(key, found_at_marks):
    [finding] = found_at_marks(add(KNEE, f"{key}: {{figure: ▸fornt, x: 10, y: 20}}\n"))
    assert finding.code == "S410"
    assert 'no figure "fornt"' in finding.message
    assert finding.help == 'Did you mean "front"?'


def test_so_is_a_drawing_of_an_exercise(found_at_marks):
    [finding] = found_at_marks(edit_plan(EXERCISE, "figure: [front]", "figure: [front, ▸fornt]"))
    assert finding.code == "S410"
    assert finding.help == 'Did you mean "front"?'
