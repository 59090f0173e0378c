import pytest
from example import EXAMPLE, TAKE_IT_EASY, WHY_IT_HURTS, edit


@pytest.mark.parametrize(("path", "name"), [(TAKE_IT_EASY, "outcome"), (WHY_IT_HURTS, "reader question")])
def test_an_outcome_and_a_reader_question_need_a_source(path, name, found_at_marks):
    [finding] = found_at_marks(edit(path, "sources: [a-study]", "sources: ▸[]"))
    assert finding.code == "S603"
    assert f"This {name} names no source" in finding.message
    assert "content/sources.yml" in finding.help


def test_where_there_is_no_list_of_sources_the_top_of_the_file_is_shown(found_at_marks):
    [finding] = found_at_marks({TAKE_IT_EASY: "▸" + EXAMPLE[TAKE_IT_EASY].replace("sources: [a-study]\n", "")})
    assert finding.code == "S603"
