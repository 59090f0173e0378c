import pytest
from example import KNEE, SOURCES, TREE, add, edit

B_STUDY = "b-study: {title: Another study, URL: https://example.org/2}\n"


def test_a_source_must_be_cited(found_at_marks):
    [finding] = found_at_marks(add(SOURCES, "▸" + B_STUDY))
    assert finding.code == "S703"
    assert 'Nothing cites the source "b-study"' in finding.message
    assert "[@...]" in finding.help


@pytest.mark.parametrize(
    "files",
    [
        add(KNEE, "what: It bends [@b-study].\n"),
        add(KNEE, "what: It bends, as [another study](source:b-study) says.\n"),
        add(KNEE, "sources: [b-study]\n"),
        edit(TREE, "{text: A lot,", "{text: 'A lot [@a-study; @b-study]',"),
        {"content/about/index.md": "They say so [@b-study].\n"},
    ],
)
def test_any_way_of_citing_will_do(files, found_at_marks):
    assert not found_at_marks(files | add(SOURCES, B_STUDY))


def test_what_a_file_that_cannot_be_read_cites_is_not_called_an_orphan(found_at_marks):
    [finding] = found_at_marks({KNEE: "title: Knee▸: bends [@b-study]\n"} | add(SOURCES, B_STUDY))
    assert finding.code == "S201"
