import codecs

import pytest
from example import EXAMPLE, KNEE


@pytest.fixture
def findings(project, checked):
    return lambda path, content: checked(project(EXAMPLE | {path: content})).findings


def test_the_first_bad_byte_is_found_where_an_editor_would_show_it(findings):
    [finding] = findings(KNEE, "title: Knee\nwhat: Café, ".encode() + "café\n".encode("latin-1"))
    assert (finding.code, finding.file, finding.line, finding.column) == ("S102", KNEE, 2, 16)
    assert "UTF-8" in finding.message
    assert "0xe9" in finding.message
    assert "UTF-8" in finding.help


def test_windows_line_ends_do_not_move_the_bad_byte(findings):
    [finding] = findings(KNEE, b"title: Knee\r\nwhat: \xff\r\n")
    assert (finding.line, finding.column) == (2, 7)


def test_utf_16_is_not_utf_8(findings):
    [finding] = findings(KNEE, "title: Knee\n".encode("utf-16"))
    assert (finding.code, finding.line, finding.column) == ("S102", 1, 1)


def test_a_character_that_is_cut_off_at_the_end_of_the_file_is_found(findings):
    [finding] = findings(KNEE, "title: Café".encode()[:-1])
    assert (finding.code, finding.line, finding.column) == ("S102", 1, 11)


def test_an_ordinary_page_must_be_utf_8_too_and_a_link_to_it_still_counts(project, checked):
    files = {KNEE: "title: Knee\nwhat: See [more](page:about/index.md).\n", "content/about/index.md": b"# \xe9\n"}
    [finding] = checked(project(EXAMPLE | files)).findings
    assert (finding.code, finding.file, finding.column) == ("S102", "content/about/index.md", 3)


def test_a_byte_order_mark_is_no_fault_and_takes_no_column(findings):
    assert not findings(KNEE, codecs.BOM_UTF8 + b"title: Knee\n")
    [finding] = findings(KNEE, codecs.BOM_UTF8 + b"titel: Knee\ntitle: Knee\n")
    assert (finding.code, finding.line, finding.column) == ("S301", 1, 1)
    [finding] = findings("content/about/index.md", codecs.BOM_UTF8 + b"[a](tree:zzz)\n")
    assert (finding.code, finding.line, finding.column) == ("S403", 1, 5)
