import pytest

PAGE = "content/about/page.md"


@pytest.mark.parametrize("blank", ['""', "' '", '"\\u00a0"', '"\\u200b\\u2060"', '"\\t"'])
@pytest.mark.parametrize("field", ["title", "description"])
def test_a_title_that_nobody_can_see_is_told_where_it_stands(field, blank, found_at_marks):
    [finding] = found_at_marks({PAGE: f"---\n{field}: ▸{blank}\n---\n# A\n"})
    assert finding.code == "S308"
    assert field in finding.message


@pytest.mark.parametrize("heading", ["# ", "#", "# &nbsp;", "# {#a}"])
def test_so_is_a_first_heading_without_words(heading, found_at_marks):
    [finding] = found_at_marks({PAGE: f"---\ntitle: A\n---\n\nWords.\n\n▸{heading}\n\n# A\n"})
    assert finding.code == "S308"
    assert "heading" in finding.message


def test_a_page_without_either_is_called_by_its_file(found_at_marks):
    assert not found_at_marks({PAGE: "Words.\n\n## A part\n"})
