import pytest
from example import EXAMPLE, SEE_SOMEONE, TREE, add


def test_a_question_may_not_have_the_id_of_a_result_of_its_tree(found_at_marks):
    tree = EXAMPLE[TREE].replace("start: rest", "start: see-someone").replace("  rest:", "  ▸see-someone:")
    [finding] = found_at_marks({TREE: tree})
    assert finding.code == "S506"
    assert 'The question "see-someone" has the same id as a result on the same page' in finding.message
    assert "another id" in finding.help


@pytest.mark.parametrize("id", ["red-flags-soon", "red-flags-emergency", "care-soon", "care-self-care"])
def test_a_question_may_not_have_the_id_of_what_the_generator_adds(id, found_at_marks):
    tree = EXAMPLE[TREE].replace("start: rest", f"start: {id}").replace("  rest:", f"  ▸{id}:")
    [finding] = found_at_marks({TREE: tree})
    assert finding.code == "S506"
    assert "what the generator adds" in finding.message


def test_an_outcome_may_not_have_the_id_of_a_red_flag_card(found_at_marks):
    [finding] = found_at_marks(
        {"content/outcomes/care-soon.yml": "▸" + EXAMPLE[SEE_SOMEONE]}
        | add(TREE, "      more: {text: Something else, outcome: care-soon}\n")
    )
    assert finding.code == "S506"
    assert 'The outcome "care-soon" has the same id as the card' in finding.message


def test_a_question_may_have_the_id_of_a_result_of_another_tree_only(found_at_marks):
    other = EXAMPLE[TREE].replace("rest", "see-someone").replace("outcome: see-someone", "outcome: hurry")
    assert not found_at_marks({"decision_trees/other.yml": other, "content/outcomes/hurry.yml": EXAMPLE[SEE_SOMEONE]})
