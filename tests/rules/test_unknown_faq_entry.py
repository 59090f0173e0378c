import pytest
from example import KNEE, add


@pytest.mark.parametrize(
    "files",
    [
        add(KNEE, "what: ▸See [why it hurts](faq:why-it-hurt).\n"),
        {"content/site.yml": "title: A site\nmost_asked: [why-it-hurts, ▸why-it-hurt]\n"},
        {"content/about/index.md": "See [why it hurts](▸faq:why-it-hurt).\n"},
    ],
)
def test_a_reader_question_that_does_not_exist_is_told_wherever_it_is_named(files, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S407"
    assert 'no reader question "why-it-hurt"' in finding.message
    assert finding.help == 'Did you mean "why-it-hurts"?'
