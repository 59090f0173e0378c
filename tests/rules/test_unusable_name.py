import pytest

LONG = "x" * 101


@pytest.mark.parametrize(
    ("path", "message", "help"),
    [
        ("content/a#b.md", '"#" may not stand in it', "our-articles.md"),
        ("content/a?b.md", '"?" may not stand in it', "our-articles.md"),
        ("content/100%.md", '"%" may not stand in it', "our-articles.md"),
        ("content/a\\b.png", '"\\" may not stand in it', "a-picture.png"),
        ("content/a\nb.md", "U+000A", "our-articles.md"),
        ("content/a\u200bb.md", "U+200B", "our-articles.md"),
        ("content/ a.md", "begins with a space", "our-articles.md"),
        ("content/a .md", "ends with a space", "our-articles.md"),
        ("content/a:b/c.md", "The name of a folder", "content/our-articles/"),
        (f"content/{LONG}.md", "longer than 100 characters", "our-articles.md"),
        (f"content/{LONG}.png", "longer than 100 characters", "a-picture.png"),
    ],
)
def test_a_name_that_cannot_be_an_address_is_told_at_its_file(path, message, help, found_at_marks):
    [finding] = found_at_marks({path: "▸# A\n"})
    assert finding.code == "S107"
    assert message in finding.message
    assert help in finding.help


def test_other_names_may_be_in_any_script(found_at_marks):
    assert not found_at_marks(
        dict.fromkeys(["content/über uns/膝 (2).md", "content/it's.md", "content/p/a_b-c.1.png"], "# A\n")
    )


def test_a_name_that_is_not_utf_8_is_told_too(project, checked):
    import os
    from pathlib import Path

    from example import EXAMPLE

    folder = project(EXAMPLE)
    Path(os.fsdecode(os.fsencode(folder / "content") + b"/caf\xe9.md")).write_bytes(b"# A\n")
    [finding] = checked(folder).findings
    assert (finding.code, finding.file) == ("S107", "content/caf\ufffd.md")
