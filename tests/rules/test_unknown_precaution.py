from example import KNEE, WITH_PRECAUTION, add


def test_a_link_to_a_precaution_that_does_not_exist_is_told(found_at_marks):
    [finding] = found_at_marks(WITH_PRECAUTION | add(KNEE, "what: ▸Not if [you are young](precaution:yung).\n"))
    assert finding.code == "S423"
    assert finding.help == 'Did you mean "young"?'


def test_one_that_exists_can_be_linked_to(found_at_marks):
    assert not found_at_marks(WITH_PRECAUTION | add(KNEE, "what: Not if [you are young](precaution:young).\n"))
