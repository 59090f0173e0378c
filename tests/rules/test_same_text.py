import pytest
from example import TREE, add, edit


@pytest.mark.parametrize("text", ["A lot", "a LOT", "A lot.", "' A  lot '"])
def test_two_choices_may_not_have_the_same_text(text, found_at_marks):
    [finding] = found_at_marks(edit(TREE, "{text: A little,", f"{{text: ▸{text},"))
    assert finding.code == "S505"
    assert 'The choices "a-lot" and "a-little" have the same text' in finding.message
    assert "tell them apart" in finding.help


def test_every_further_one_is_told(found_at_marks):
    more = "      c: {text: ▸A lot, outcome: see-someone}\n      d: {text: ▸A lot, outcome: see-someone}\n"
    assert [one.code for one in found_at_marks(add(TREE, more))] == ["S505", "S505"]


def test_choices_of_different_questions_may_have_the_same_text(found_at_marks):
    stairs = "      more: {text: Something else, question: stairs}\n  stairs:\n    ask: On stairs?\n    choices:\n"
    stairs += "      a-lot: {text: A lot, outcome: see-someone}\n      not: {text: Not, outcome: take-it-easy}\n"
    assert not found_at_marks(add(TREE, stairs))
