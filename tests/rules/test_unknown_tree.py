import pytest
from example import KNEE, TREE, WHY_IT_HURTS, add, edit


@pytest.mark.parametrize(
    "files",
    [
        add(TREE, "      more: {text: Something else, tree: ▸exampel}\n"),
        edit(WHY_IT_HURTS, "[example]", "[▸exampel, example]"),
        add(KNEE, "names: [▸'[the guide](tree:exampel)']\n"),
        {"content/about/index.md": "See [the guide](tree:example) and [this](▸tree:exampel).\n"},
    ],
)
def test_a_tree_that_does_not_exist_is_told_wherever_it_is_named(files, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S403"
    assert 'no tree "exampel"' in finding.message
    assert finding.help == 'Did you mean "example"?'


def test_red_flags_and_care_levels_are_no_trees_to_go_on_in(found_at_marks):
    [finding] = found_at_marks(add(TREE, "      more: {text: Something else, tree: ▸red_flags}\n"))
    assert finding.code == "S403"
    assert "Known here: example." in finding.help
