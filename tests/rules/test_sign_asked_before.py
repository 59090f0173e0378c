from example import EXAMPLE, RED_FLAGS, TREE, edit

OTHER = {RED_FLAGS: EXAMPLE[RED_FLAGS] + "numb: {text: It is numb, care: soon, places: [elbow], sources: [a-study]}\n"}


def test_an_answer_may_not_name_a_sign_that_the_guide_has_asked_about(found_at_marks):
    [finding] = found_at_marks(edit(TREE, "{text: A lot,", "{text: A lot, sign: ▸swelling,"))
    assert finding.code == "S607"
    assert 'asks about the sign "swelling" first' in finding.message


def test_a_sign_of_other_places_may_be_named(found_at_marks):
    assert not found_at_marks(OTHER | edit(TREE, "{text: A lot,", "{text: A lot, sign: numb,"))


def test_so_may_one_that_no_guide_asks_first(found_at_marks):
    shown = EXAMPLE[RED_FLAGS] + "numb: {text: Numb, care: soon, places: [], shown_at: [knee], sources: [a-study]}\n"
    assert not found_at_marks({RED_FLAGS: shown} | edit(TREE, "{text: A lot,", "{text: A lot, sign: numb,"))
