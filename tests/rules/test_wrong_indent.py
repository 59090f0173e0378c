import pytest
from example import EXAMPLE, SOURCES, TREE, add, edit

FIRST = "      a-lot: {text: A lot, outcome: see-someone}\n"
STAIRS = "stairs: {ask: And on stairs?, choices: {a: {text: A, outcome: take-it-easy}}}\n"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            edit(TREE, FIRST, FIRST + "      ▸outcome: see-someone\n"),
            '"outcome" is not indented far enough to belong to the choice "a-lot".',
        ),
        (
            edit(TREE, "a-little: {text", "a-little: {▸more: {text: More, outcome: see-someone}, text"),
            'This choice is indented too far: it is inside the choice "a-little".',
        ),
        (add(TREE, f"    ▸{STAIRS}"), 'This question is indented too far: it is inside the question "rest".'),
        (add(TREE, f"▸{STAIRS}"), 'This question is not indented far enough to belong to "questions".'),
        (
            {TREE: EXAMPLE[TREE].replace("    choices:", "  ▸choices:")},
            '"choices" is not indented far enough to belong to the question "rest".',
        ),
        (
            add(TREE, "    ▸more: {text: More, outcome: see-someone}\n"),
            'This choice is not indented far enough to belong to "choices".',
        ),
        (
            edit(TREE, "start: rest\n", "") | {TREE: EXAMPLE[TREE].replace("start: rest\n", "") + "    ▸start: rest\n"},
            '"start" is indented too far: it is inside the question "rest".',
        ),
        (
            add(SOURCES, "▸URL: https://example.org/2\n"),
            '"URL" is not indented far enough to belong to "a-study".',
        ),
    ],
)
def test_what_stands_too_deep_or_not_deep_enough_is_told_once_at_its_key(files, message, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S207"
    assert finding.message == message


def test_a_key_that_is_there_already_is_a_slip_of_another_kind(found_at_marks):
    [finding] = found_at_marks(add(TREE, "    ▸summary: It hurts.\n"))
    assert finding.code == "S301"


def test_a_choice_may_be_called_as_a_key_is(found_at_marks):
    files = edit(TREE, "a-lot: {text: A lot,", "outcome: {text: A lot,")
    assert not found_at_marks(files)
