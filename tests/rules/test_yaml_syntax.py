import pytest
from example import KNEE, TREE, edit


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        ("title: Knee▸: where?\n", "second colon", "quotes"),
        ("title: Knee\n▸It hurts\nnames: []\n", "several lines", '">-"'),
        ("title: Knee\n▸hurts\nnames: []\n", "no colon", '"name: text"'),
        ("title: Knee\nwhat: |\n  It bends.\n▸It hurts.\nnames: []\n", 'that "|" begins is not indented', "spaces"),
        ("title: Knee\nwhat: >-\n▸**It** bends.\n", 'that ">-" begins is not indented', "at least two"),
        ("title: Knee\nwhat: It bends\n  ▸and turns: a lot.\n", "several lines", "below, indented"),
        ("title:▸Knee\nsummary: It bends.\n", "no space after this colon", "Type a space"),
        ('title: Knee\nwhat:▸"It bends."\nnames: []\n', "no space after this colon", "Type a space"),
        ("title:▸\u00a0Knee\nsummary: It bends.\n", "a no-break space (U+00A0)", "type a space"),
        ("title: Knee\n▸\u200b  summary: It bends.\n  what: It turns.\n", "zero-width space (U+200B)", "type a space"),
        ("title: 'It'▸s a knee'\n", "an apostrophe", "double quotes"),
        ('title: Knee\nwhat: ▸"It bends.\nnames: [Genu]\n', "quote that opens here is never closed", "Close it"),
        ("title: Knee\nnames: ▸[Genu\n", "list that opens here is never closed", '"]"'),
        ("title: Knee\nnames: ▸[Genu\nwhat: It bends.\n", "list that opens here is never closed", '"]"'),
        ("title: Knee\nnames: [Genu,\n▸", "something is missing", "close the bracket"),
        ("title: Knee\nmarker: ▸{figure: front\n", "braces that open here are never closed", '"}"'),
        ("title: Knee\nmarker: ▸{figure: front x: 1}\n", "a comma is missing", "a comma"),
        ("title: Knee\nmarker:\n▸\tfigure: front\n", "tab", "spaces"),
        ("title: Knee\nwhat: ▸@home\n", "may not begin", "quotes"),
        ("title: Knee\nnames:\n  - Genu\n  ▸what: It bends.\n", "does not fit the list", '"- "'),
        ("title: Knee\nnames: ▸- Genu\n", "in the middle of a line", "next line"),
        ("title: Knee\nwhat: > ▸It bends.\n", '">"', "next line"),
        ('title: Knee\nwhat: "C:▸\\knee"\n', "special meaning", "single quotes"),
        ("title: Knee\n  ▸summary: It bends.\n", "indented more", "spaces"),
        ("title: Knee\n▸---\ntitle: Hip\n", 'second document starts here ("---")', "one entry"),
        ("title: Café ▸\x07\n", "cannot be seen", "Delete it"),
        ("title: Knee\nwhat▸\uff1a It bends.\nnames: []\n", "only looks like", "type"),
        ("title: ▸\u201cKnee: where?\u201d\n", "curly", "straight"),
        ('title: "Knee" ▸joint\n', "goes on after its closing quote", "whole text"),
        ("title: [Knee] ▸joint\n", "goes on after its closing bracket", "whole text"),
        ('title: ▸"Knee\nsummary: "It bends."\n', "not closed where its text ends", "Close it"),
        ("title: Knee\n▸- names: []\n", "are no list", "Take out"),
        ("title: Knee\nwhat: It bends\n  to ▸#1 and\n  stays.\n", "begins a comment", "quotes"),
        ("title: Knee\nnames: [Genu ▸#1, Patella]\n", "begins a comment", "quotes"),
        ("title: Knee\nmarker: {figure: front, # 'a'\n  x: 'a #b' ▸#1, y: 2}\n", "begins a comment", "quotes"),
        ('title: "▸\\ud83d knee"\n', "only half of one", "Write the character itself"),
        ('title: "▸\\u12 knee"\n', "is not a character", "Write the character itself"),
        ("title: Knee\n▸{a: b}: c\n", "a key that is not a single word", "Check"),
    ],
)
def test_what_is_not_yaml_is_told_where_it_begins_in_plain_words(text, message, help, found_at_marks):
    finding, *_ = found_at_marks({KNEE: text})
    assert finding.code == "S201"
    assert message in finding.message
    assert help in finding.help


@pytest.mark.parametrize("deep", ["[" * 64 + "▸" + "[" * 99_936, "- " * 64 + "▸" + "- " * 99_936])
@pytest.mark.parametrize("before", ["", "# A comment\n", "# A comment\r"])
def test_a_hundred_thousand_levels_are_an_error_and_no_crash(deep, before, project, checked):
    text = before + deep
    [finding] = checked(project({TREE: text.replace("▸", "")})).findings
    assert (finding.code, finding.line, finding.column) == ("S201", 2 if before else 1, deep.index("▸") + 1)
    assert "64 levels" in finding.message


def test_windows_line_ends_are_read_like_any_other(found_at_marks):
    [finding] = found_at_marks({KNEE: "title: Knee\r\nsummary: It bends\r\nwhat: a▸: b\r\n"})
    assert finding.code == "S201"


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85"])
def test_line_separators_pasted_from_elsewhere_are_no_line_ends(character, found_at_marks):
    [finding] = found_at_marks({KNEE: f"title: Knee{character}joint\n▸titel: Knee\n"})
    assert finding.code == "S301"


def test_columns_count_characters_and_not_bytes(found_at_marks):
    [finding] = found_at_marks(edit(TREE, "title: Sore knee", "title: 膝, sore▸: knee"))
    assert finding.code == "S201"


def test_a_tree_that_cannot_be_read_does_not_make_orphans_of_its_outcomes(found_at_marks):
    [finding] = found_at_marks(edit(TREE, "ask: Does it hurt at rest?", "ask: Rest▸: does it hurt?"))
    assert finding.code == "S201"


@pytest.mark.parametrize("inside", ["```\n  code\n  ```", "outcome = 5", "It -> that"])
def test_what_stands_in_a_text_of_several_lines_is_not_taken_for_the_slip_below_it(inside, found_at_marks):
    finding, *_ = found_at_marks({KNEE: f"title: Knee\nwhat: |\n  Words.\n  {inside}\n▸summary It bends.\nnames: []\n"})
    assert (finding.code, finding.message) == (
        "S201",
        'This cannot be read: the text that "|" begins is not indented here.',
    )
