import pytest

LEDGER = "permalinks.txt"


@pytest.mark.parametrize(
    "line",
    [
        "/guides/example/",
        "guides/example",
        "guides/example#rest",
        "guides/ example",
        "a/../b/",
        "guides/#",
        "guides/#a b",
        "<<<<<<< HEAD",
        "=======",
        " ./",
    ],
)
def test_a_line_that_is_no_address_is_told_with_its_number(line, found_at_marks):
    [finding] = found_at_marks({LEDGER: f"# Ours\n\nguides/example/\n▸{line}\n"})
    assert finding.code == "S902"
    assert f'"{line}" is not an address' in finding.message
    assert "guides/example/#rest" in finding.help


@pytest.mark.parametrize(
    "text", ["", "\n# guides/none/\n\n", "./\nguides/example/\n", "guides/example/#rest\r\n./\r\n"]
)
def test_comments_empty_lines_and_addresses_are_fine(text, found_at_marks):
    assert not found_at_marks({LEDGER: text})


def test_a_ledger_that_cannot_be_read_is_told_as_any_other_file(project, checked):
    from example import EXAMPLE

    [finding] = checked(project(EXAMPLE | {LEDGER: b"./\n\xe9"})).findings
    assert (finding.code, finding.file, finding.line, finding.column) == ("S102", LEDGER, 2, 1)
