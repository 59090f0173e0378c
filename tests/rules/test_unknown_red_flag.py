from example import TREE, edit


def test_a_sign_that_does_not_exist_is_told(found_at_marks):
    [finding] = found_at_marks(edit(TREE, "{text: A lot,", "{text: A lot, sign: ▸sweling,"))
    assert finding.code == "S415"
    assert finding.message == 'There is no red flag "sweling".'
    assert finding.help == 'Did you mean "swelling"?'


def test_each_of_several_signs_is_looked_up(found_at_marks):
    [finding] = found_at_marks(edit(TREE, "{text: A lot,", "{text: A lot, sign: [▸nothing-like-it],"))
    assert "decision_trees/red_flags.yml" in finding.help
