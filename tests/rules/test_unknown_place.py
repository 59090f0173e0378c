import pytest
from example import ELBOW, RED_FLAGS, SEE_SOMEONE, TREE, WHY_IT_HURTS, add, edit


@pytest.mark.parametrize(
    "files",
    [
        edit(TREE, "places: [knee]", "places: [knee, ▸nee]"),
        edit(RED_FLAGS, "places: [knee]", "places: [knee, ▸nee]"),
        add(SEE_SOMEONE, "places:\n  - ▸nee\n"),
        add(WHY_IT_HURTS, "places: [▸nee]\n"),
        add(ELBOW, "summary: ▸Like the [knee](place:nee).\n"),
    ],
)
def test_a_place_that_does_not_exist_is_told_wherever_it_is_named(files, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S404"
    assert 'no place "nee"' in finding.message
    assert finding.help == 'Did you mean "knee"?'


def test_everywhere_is_no_place_but_every_place(found_at_marks):
    assert not found_at_marks(edit(RED_FLAGS, "places: [knee]", "places: everywhere"))
    [finding] = found_at_marks(edit(RED_FLAGS, "places: [knee]", "places: [knee, ▸everywhere]"))
    assert finding.code == "S404"
