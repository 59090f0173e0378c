from example import EXAMPLE, RED_FLAGS, TREE, edit

OTHER = {RED_FLAGS: EXAMPLE[RED_FLAGS] + "numb: {text: It is numb, care: soon, places: [elbow], sources: [a-study]}\n"}


def test_an_answer_that_names_a_sign_may_not_end_with_less(found_at_marks):
    [finding] = found_at_marks(OTHER | edit(TREE, "{text: A little,", "{text: A little, sign: ▸numb,"))
    assert finding.code == "S606"
    assert 'says that the sign "numb" is there ("soon"), but can end with "self-care"' in finding.message


def test_it_may_end_with_as_much(found_at_marks):
    assert not found_at_marks(OTHER | edit(TREE, "{text: A lot,", "{text: A lot, sign: numb,"))


def test_every_way_on_counts(found_at_marks):
    stairs = """\
  stairs:
    ask: Does it hurt on stairs?
    choices:
      a-lot: {text: A lot, outcome: see-someone}
      a-little: {text: A little, outcome: take-it-easy}
"""
    lot = "{text: A lot, outcome: see-someone}"
    tree = EXAMPLE[TREE].replace(lot, "{text: A lot, sign: [▸numb], question: stairs}") + stairs
    [finding] = found_at_marks(OTHER | {TREE: tree.replace("sign: [▸numb]", "sign: ▸[numb]")})
    assert 'can end with "self-care"' in finding.message
