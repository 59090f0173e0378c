import pytest
from example import KNEE, SITE

STARS = "Write **words**: two stars right before and right after them, with no space inside."
HTML = "Take it out: HTML means nothing here; **words** are bold, and *words* in italics."
NOTE = 'Take it out, and write the note on a line of its own that begins with "#".'


@pytest.mark.parametrize(
    ("words", "mark", "help"),
    [
        ("Do ** not ** press on it.", "**", STARS),
        ("Do **not press on it.", "**", STARS),
        ("Do <b>not</b> press on it.", "<b>", HTML),
        ("Rest it.<br />Then move it.", "<br />", HTML),
        ("See <a href='https://example.org'>this</a>.", "<a href='https://example.org'>", HTML),
        ("Rest it. <!-- How long? -->", "<!--", NOTE),
    ],
)
def test_a_mark_that_readers_would_see_is_told_at_its_text(words, mark, help, found_at_marks):
    [finding] = found_at_marks({KNEE: f'title: Knee\nwhat: ▸"{words}"\n'})
    assert (finding.code, finding.severity) == ("S425", "warning")
    assert (finding.message, finding.help) == (f'Readers would see "{mark}" in this text as it was typed.', help)


def test_the_words_of_the_site_are_held_to_it(found_at_marks):
    [finding] = found_at_marks({SITE: "subject: health\nsummary: ▸Do <i>not</i> wait.\n"})
    assert finding.code == "S425"


@pytest.mark.parametrize(
    "words",
    [
        "Do **not** press on it, *ever*.",
        "Type `**` or `<b>`.",
        r"Two stars: \\*\\*. A tag: \\<b>.",
        "Less than 3 < 4, and x <y> z.",
        "See <https://example.org>.",
        "***Never***.",
    ],
)
def test_marks_that_mean_something_or_are_meant_to_be_seen_are_no_fault(words, found_at_marks):
    assert not found_at_marks({KNEE: f'title: Knee\nwhat: "{words}"\n'})


def test_html_on_an_ordinary_page_is_for_its_author_to_say(found_at_marks):
    assert not found_at_marks({"content/about.md": "# About\n\nDo <b>not</b> press. <!-- note -->\n"})
