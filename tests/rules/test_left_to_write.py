import pytest
from example import KNEE, SOURCES, TREE, edit


@pytest.mark.parametrize(
    ("files", "number"),
    [
        ({KNEE: 'title: ▸"TODO: the place"\n'}, "1 text of this entry is"),
        (
            {KNEE: "title: Knee\nnames: [TODO one, it]\nwhat: |\n  TODO\n".replace("TODO one", "▸TODO one")},
            "2 texts of this entry are",
        ),
        (edit(TREE, "ask: Does", "ask: ▸TODO Does"), "1 text of this entry is"),
        (edit(SOURCES, "title: A study", "title: ▸TODO study"), "1 text of this entry is"),
    ],
)
def test_an_entry_with_texts_to_be_written_is_told_at_the_first_of_them(files, number, found_at_marks):
    [finding] = found_at_marks(files)
    assert (finding.code, finding.severity) == ("S802", "warning")
    assert finding.message == f"{number} still to be written."
    assert finding.help == "Replace each text that begins with TODO."


def test_a_text_that_only_speaks_of_it_is_none(found_at_marks):
    assert not found_at_marks({KNEE: "title: Knee\nwhat: Our TODO list.\n"})
