"""The ledger of what was read at the last review, and what was changed since."""

import json

import pytest
from click.testing import CliRunner
from example import EXAMPLE, KNEE, SEE_SOMEONE, TAKE_IT_EASY, TREE, edit

from generator.cli.main import main

PAGE = "content/about/index.md"
FILES = EXAMPLE | {PAGE: "---\ntitle: About\nreviewed: 2026-11-22\n---\n# About\n\nWords.\n"}
CHANGED = edit(SEE_SOMEONE, "summary: Show it to somebody.", "summary: Show it to nobody.") | edit(
    TREE, "ask: Does it hurt at rest?", "ask: Does it hurt in bed?"
)


def signpost(folder, *arguments):
    return CliRunner().invoke(main, [*arguments, "--project", str(folder)], catch_exceptions=False)


@pytest.fixture
def folder(project):
    """The example with its ledger."""
    made = project(FILES)
    assert signpost(made, "reviewed", "--update").exit_code == 0
    return made


def write(folder, files):
    for path, text in files.items():
        (folder / path).write_text(text, "utf-8")


def changed(folder):
    told = json.loads(signpost(folder, "overdue", "--format", "json").output)
    return {one["file"]: one["fields"] for one in told["changed"]}


def test_the_ledger_has_a_line_for_each_field_that_readers_see(folder):
    lines = (folder / "reviewed.txt").read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    named = [line.partition(" ")[0] for line in lines if not line.startswith("#")]
    assert named == sorted(named)
    assert [one for one in named if one.startswith((SEE_SOMEONE, TREE, PAGE))] == [
        f"{PAGE}#text", f"{PAGE}#title",
        f"{SEE_SOMEONE}#get_help_if", f"{SEE_SOMEONE}#summary", f"{SEE_SOMEONE}#title",
        f"{TREE}#questions.rest", f"{TREE}#summary", f"{TREE}#title",
    ]  # fmt: skip
    # A place that says no day of a review was not read.
    assert not any(one.startswith(KNEE) for one in named)


def test_without_a_ledger_nothing_is_said_of_changes(project):
    made = project(FILES)
    assert changed(made) == {}
    assert "Changed" not in signpost(made, "overdue").output


def test_what_was_changed_since_its_review_is_listed_by_field(folder):
    assert changed(folder) == {}
    write(folder, CHANGED | {PAGE: FILES[PAGE].replace("Words.", "Other words.")})
    assert changed(folder) == {SEE_SOMEONE: ["summary"], TREE: ["questions.rest"], PAGE: ["text"]}
    assert f"2026-11-22  {SEE_SOMEONE}  summary\n" in signpost(folder, "overdue").output
    listed = signpost(folder, "overdue", "--format", "markdown").output
    assert f"- [ ] 2026-11-22: `{SEE_SOMEONE}`, `summary`\n" in listed
    # To write the ledger anew does not make them read.
    assert "3 files changed since the last review" in signpost(folder, "reviewed", "--update").output
    assert len(changed(folder)) == 3


def test_a_field_that_came_or_went_is_a_change(folder):
    write(folder, {TAKE_IT_EASY: EXAMPLE[TAKE_IT_EASY].replace("summary: Rest it.\n", "avoid: [Running]\n")})
    assert changed(folder) == {TAKE_IT_EASY: ["avoid", "summary"]}


def test_other_line_breaks_quotes_and_comments_change_nothing(folder):
    text = EXAMPLE[SEE_SOMEONE].replace("summary: Show it to somebody.", 'summary: >-\n  "Show it"\n  to somebody. # c')
    text = text.replace('"Show it"', "Show it").replace(" # c", "") + "# the end\n"
    write(folder, {SEE_SOMEONE: text})
    assert changed(folder) == {}


def test_another_day_says_that_the_words_of_today_were_read(folder):
    write(folder, {SEE_SOMEONE: CHANGED[SEE_SOMEONE].replace("2026-11-22", "2026-11-23")})
    assert changed(folder) == {}
    told = signpost(folder, "reviewed").output
    assert told == f"  {SEE_SOMEONE}\n1 file for --update to write down as read, 0 to take out\n"
    assert signpost(folder, "reviewed", "--update").output == (
        "1 file written down as read in reviewed.txt, 0 taken out\n"
    )
    assert f"{SEE_SOMEONE}#summary 2026-11-23 " in (folder / "reviewed.txt").read_text("utf-8")
    assert signpost(folder, "reviewed").output == "✓ the ledger has every review\n"
    write(folder, {SEE_SOMEONE: EXAMPLE[SEE_SOMEONE].replace("2026-11-22", "2026-11-23")})
    assert changed(folder) == {SEE_SOMEONE: ["summary"]}


def test_a_file_that_was_read_again_on_the_same_day_can_be_named(folder):
    write(folder, CHANGED)
    assert signpost(folder, "reviewed", "--update", SEE_SOMEONE).exit_code == 0
    assert changed(folder) == {TREE: ["questions.rest"]}
    told = signpost(folder, "reviewed", "--update", "content/outcomes/see-some-one.yml")
    assert told.exit_code == 2
    assert f'Did you mean "{SEE_SOMEONE}"?' in " ".join(told.output.split())


def test_what_is_gone_is_taken_out(folder):
    (folder / PAGE).unlink()
    assert signpost(folder, "reviewed").output == "0 files for --update to write down as read, 1 to take out\n"
    signpost(folder, "reviewed", "--update")
    assert PAGE not in (folder / "reviewed.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nonsense", "line 3 is no file, field, day and checksum"),
        (f"{TREE}#title 2026-13-22 0123456789ab", "line 3 is no file, field, day and checksum"),
        (f"{TREE}#title 2026-11-22 0123456789ab\n{TREE}#title 2026-11-22 0123456789ab", "line 4 is about a field that"),
    ],
)
def test_a_broken_ledger_is_told(folder, line, message):
    head = "".join((folder / "reviewed.txt").read_text("utf-8").splitlines(keepends=True)[:2])
    write(folder, {"reviewed.txt": f"{head}{line}\n"})
    for command in ("overdue", "reviewed"):
        told = signpost(folder, command)
        assert told.exit_code == 1
        assert f"reviewed.txt: {message}" in told.output


def test_a_ledger_that_is_not_text_is_told(folder):
    (folder / "reviewed.txt").write_bytes(b"\xff")
    assert "reviewed.txt could not be read: it is not UTF-8." in signpost(folder, "overdue").output


def test_with_a_file_that_cannot_be_read_nothing_is_written(folder):
    before = (folder / "reviewed.txt").read_text("utf-8")
    write(folder, {SEE_SOMEONE: "title: ["})
    told = signpost(folder, "reviewed", "--update")
    assert (told.exit_code, (folder / "reviewed.txt").read_text("utf-8")) == (1, before)
    assert "signpost check" in told.output
