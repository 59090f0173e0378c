import pytest
from example import SOURCES, edit


@pytest.mark.parametrize(
    ("issued", "year"),
    [
        ("May 2013", "2013"),
        ("2013-13", "2013"),
        ("2013-05-32", "2013"),
        ("31.5.2013", "2013"),
        ("'13", "2013"),
        ("{date-parts: [[May]]}", "2013"),
        ("{literal: in press}", "2013"),
    ],
)
def test_a_date_that_does_not_begin_with_the_year_is_told(issued, year, found_at_marks):
    quoted = f'"{issued}"' if issued.startswith("'") else issued
    [finding] = found_at_marks(edit(SOURCES, "{title:", f"{{issued: ▸{quoted}, title:"))
    assert finding.code == "S311"
    assert finding.help == f"Write the year ({year}), the month ({year}-05) or the day ({year}-05-31)."


@pytest.mark.parametrize(
    "issued",
    [
        "2013",
        "'2013'",
        "2013-05",
        "2013-05-31",
        "{date-parts: [[2013, 5, 31]]}",
        "{literal: 2013 May}",
        "[{year: 2013}]",
    ],
)
def test_each_of_the_forms_that_begin_with_it_is_right(issued, found_at_marks):
    assert not found_at_marks(edit(SOURCES, "{title:", f"{{issued: {issued}, title:"))


def test_a_source_need_not_say_when(found_at_marks):
    assert not found_at_marks({})
