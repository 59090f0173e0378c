import pytest
from example import FRONT, KNEE, add


@pytest.mark.parametrize(
    ("marker", "bounds"),
    [
        ("x: ▸1235, y: 20", "x goes from 0 to 100"),
        ("x: ▸-1, y: 20", "x goes from 0 to 100"),
        ("x: 20, y: ▸200.5", "y goes from 0 to 200"),
    ],
)
@pytest.mark.parametrize("field", ["marker", "detail"])
def test_a_marker_beside_its_figure_is_told_at_the_number(field, marker, bounds, found_at_marks):
    [finding] = found_at_marks(add(KNEE, f"{field}: {{figure: front, {marker}}}\n"))
    assert finding.code == "S424"
    assert bounds in finding.message


def test_a_figure_need_not_begin_at_nought(found_at_marks):
    files = {FRONT: "<svg viewBox='-10,-10 20 20'></svg>\n"}
    assert not found_at_marks(files | add(KNEE, "marker: {figure: front, x: -10, y: 10}\n"))


@pytest.mark.parametrize("figure", ["<svg></svg>", '<svg viewBox="a b c d"></svg>'])
def test_of_a_figure_without_a_size_only_that_is_told(figure, found_at_marks, project, checked):
    findings = found_at_marks({FRONT: f"▸{figure}\n", KNEE: "title: Knee\nmarker: {figure: front, x: 999, y: 1}\n"})
    assert {finding.code for finding in findings} == {"S411"}
