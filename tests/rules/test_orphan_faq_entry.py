import pytest
from example import EXAMPLE, WHY_IT_HURTS, edit


def test_a_reader_question_must_belong_to_something(found_at_marks):
    [finding] = found_at_marks({WHY_IT_HURTS: "▸" + EXAMPLE[WHY_IT_HURTS].replace("trees: [example]\n", "")})
    assert finding.code == "S702"
    assert "names no tree, outcome or place" in finding.message
    assert '"places:"' in finding.help


@pytest.mark.parametrize("where", ["places: [knee]", "outcomes: [see-someone]", "trees: [example]"])
def test_a_tree_an_outcome_or_a_place_will_do(where, found_at_marks):
    assert not found_at_marks(edit(WHY_IT_HURTS, "trees: [example]", where))
