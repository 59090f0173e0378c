import pytest

PAGE = "content/about/page.md"


@pytest.mark.parametrize("text", ["---\ntitle: A\n\n# A\n", "---\r\ntitle: A\r\n", "---", "---  \n\nA line above?\n"])
def test_front_matter_that_does_not_end_is_told_where_it_begins(text, found_at_marks):
    [finding] = found_at_marks({PAGE: f"▸{text}"})
    assert finding.code == "S205"
    assert '"---"' in finding.help
    assert '"***"' in finding.help


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\n---\n# A\n",
        "---\ntitle: A\n---\nA",
        "---\r\ntitle: A\r\n...\r\n# A\r\n",
        "---\n---\n# A\n",
        "---\n# Only a note\n---\n# A\n",
        "# A\n\n---\n\nB\n",
        "***\n\n# A\n",
        " ---\n",
        "----\n",
    ],
)
def test_what_ends_or_is_none_is_no_fault(text, found_at_marks):
    assert not found_at_marks({PAGE: text})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("---\ntitle: A\n▸template: none.html\n---\n# A\n", "S301"),
        ("---\n▸tilte: A\n---\n# A\n", "S301"),
        ("---\ntitle: ▸[A]\n---\n# A\n", "S303"),
        ("---\ntitle: ▸2026\n---\n# A\n", "S303"),
        ("---\n▸just words\n---\n# A\n", "S303"),
        ("---\nsearch: {boost: ▸a lot}\n---\n# A\n", "S303"),
        ("---\nhide: ▸toc\n---\n# A\n", "S303"),
        ("---\nreviewed: ▸soon\n---\n# A\n", "S307"),
        ("---\ntitle: A\n▸title: B\n---\n# A\n", "S202"),
        ("---\ntitle: ▸&a A\n---\n# A\n", "S203"),
        ("---\ntitle: ▸!!python/object:x A\n---\n# A\n", "S204"),
        ("---\ntitle: ▸[A\n---\n# A\n", "S201"),
        ("---\r\ntitle: A\r\ndescription: ▸[A\r\n---\r\n# A\r\n", "S201"),
    ],
)
def test_what_stands_in_it_is_held_to_the_rules_of_all_yaml_at_its_own_line(text, code, found_at_marks):
    [finding] = found_at_marks({PAGE: text})
    assert finding.code == code
