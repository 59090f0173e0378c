from example import KNEE, TREE, add, edit


def test_the_second_of_two_equal_keys_is_told(found_at_marks):
    [finding] = found_at_marks({KNEE: "title: Knee\nwhat: It bends.\n▸title: Hip\n"})
    assert finding.code == "S202"
    assert '"title" is here a second time' in finding.message
    assert "Delete one" in finding.help


def test_a_question_may_not_stand_in_a_tree_twice(found_at_marks):
    again = """\
  ▸rest:
    ask: Does it hurt on stairs?
    choices:
      a-lot: {text: A lot, outcome: see-someone}
      ▸a-lot: {text: A little, outcome: take-it-easy}
"""
    assert [one.code for one in found_at_marks(add(TREE, again))] == ["S202", "S202"]


def test_keys_that_differ_only_in_their_quotes_are_equal(found_at_marks):
    [finding] = found_at_marks(edit(TREE, "      a-little:", '      ▸"a-lot": {text: B}\n      a-little:'))
    assert finding.code == "S202"


def test_the_same_key_in_two_places_is_no_duplicate(found_at_marks):
    assert not found_at_marks(
        {KNEE: "title: Knee\nmarker: {figure: front, x: 1, y: 2}\ndetail: {figure: front, x: 1, y: 2}\n"}
    )
