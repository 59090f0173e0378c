import pytest
from example import KNEE, SOURCES


@pytest.mark.parametrize("nothing", ["", "\n\n", "# to do\n", "---\n", "~\n", "null\n"])
def test_an_empty_file_is_an_error_at_its_first_character(nothing, found_at_marks):
    [finding] = found_at_marks({"content/places/hip.yml": "▸" + nothing})
    assert finding.code == "S101"
    assert "empty" in finding.message
    assert "delete the file" in finding.help


def test_an_empty_bibliography_is_told_once_and_not_for_each_citation(found_at_marks):
    [finding] = found_at_marks({SOURCES: "▸# nothing yet\n"})
    assert finding.code == "S101"


def test_an_empty_place_is_told_and_still_counts_as_known(found_at_marks):
    [finding] = found_at_marks({KNEE: "▸"})
    assert finding.code == "S101"


def test_a_drawing_without_anything_in_it_is_told_too(found_at_marks):
    [finding] = found_at_marks({"content/figures/empty.svg": "▸"})
    assert finding.code == "S101"


@pytest.mark.parametrize("nothing", ["", " \n\n"])
def test_so_is_a_page_with_nothing_on_it_in_any_language(nothing, found_at_marks):
    first, second = found_at_marks(
        {"content/about.md": f"▸{nothing}", "content/translations/de/about.md": f"▸{nothing}"}
    )
    assert (first.code, first.message) == (second.code, second.message) == ("S101", "This file is empty.")


def test_so_is_a_page_that_holds_front_matter_alone(found_at_marks):
    [finding] = found_at_marks({"content/about.md": "▸---\ntitle: About\n---\n\n"})
    assert (finding.code, finding.message) == ("S101", "This page is empty below its front matter.")
    assert finding.help == "Write the page, or delete the file."
