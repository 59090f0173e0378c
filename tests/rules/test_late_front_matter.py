import pytest

PAGE = "content/about/page.md"
LATE = "Front matter must begin in the very first line; here, readers would see it as text."
TO_THE_TOP = 'Move it to the top: the first line of the page must be "---".'


@pytest.mark.parametrize(
    "text",
    [
        "\n▸---\ntitle: A\n---\n# A\n",
        " ▸---\ntitle: A\n---\n# A\n",
        "# A\n\n▸---\ndescription: B\n---\n\nB\n",
        "# A\r\n▸---\r\nreviewed: 2026-11-22\r\n---\r\nB\r\n",
    ],
)
def test_front_matter_below_something_is_told_where_it_begins(text, found_at_marks):
    [finding] = found_at_marks({PAGE: text})
    assert (finding.code, finding.severity, finding.message, finding.help) == ("S209", "error", LATE, TO_THE_TOP)


@pytest.mark.parametrize("mark", ["----", "\u2014\u2014\u2014", "\u2013\u2013\u2013", "+++", "==="])
def test_so_is_what_stands_between_other_marks(mark, found_at_marks):
    [finding] = found_at_marks({PAGE: f"▸{mark}\ntitle: A\n{mark}\n# A\n"})
    assert finding.code == "S209"
    assert finding.message == f'Front matter does not begin with "{mark}", so readers would see it as text.'
    assert finding.help == 'Write "---" as the very first line of the page, and again below the fields.'


def test_the_front_matter_of_other_programs_is_told_too(found_at_marks):
    [finding] = found_at_marks({PAGE: "▸+++\ntitle = 'A'\n+++\n# A\n"})
    assert finding.code == "S209"


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\n---\n# A\n",
        "# A\n\n---\n\ntitle: a word\n",
        "# A\n\nWords.\n\n---\ntitle: A\n---\n",
        "# A\n\n```\n---\ntitle: A\n---\n```\n",
        "A\n===\n\nWords: some.\n",
        "# A\n\n---\nNote: a word.\n",
    ],
)
def test_lines_across_a_page_and_examples_are_none(text, found_at_marks):
    assert not found_at_marks({PAGE: text})


def test_a_translated_page_is_held_to_the_same(found_at_marks):
    [finding] = found_at_marks({PAGE: "# A\n", "content/translations/de/about/page.md": "\n▸---\ntitle: A\n---\n# A\n"})
    assert finding.code == "S209"
