import pytest
from cases import CASE, GOOD

SITE = "content/site.yml"


def test_a_case_with_more_answers_than_the_site_allows_is_told_at_its_answers(found_at_marks):
    files = {CASE: GOOD.replace("answers:\n  -", "answers:\n  ▸-"), SITE: "title: Knees\nmost_answers: 1\n"}
    [finding] = found_at_marks(files)
    assert (finding.code, finding.severity) == ("S812", "warning")
    assert "takes 2 answers" in finding.message


@pytest.mark.parametrize("most", [0, 2, 10])
def test_as_many_are_fine_and_nought_means_any_number(most, found_at_marks):
    assert not found_at_marks({CASE: GOOD, SITE: f"title: Knees\nmost_answers: {most}\n"})
