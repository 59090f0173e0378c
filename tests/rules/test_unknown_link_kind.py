import pytest
from example import ELBOW, SOURCES, TREE, add, edit


@pytest.mark.parametrize(
    "files",
    [
        add(ELBOW, "summary: ▸See [somebody](outcomes:see-someone).\n"),
        edit(TREE, "title: Sore knee", "title: ▸Sore [knee](plce:knee)"),
        {"content/about.md": "# About\n\nSee [somebody](▸outcomes:see-someone).\n"},
    ],
)
def test_a_link_of_a_kind_that_does_not_exist_is_told_where_it_stands(files, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S409"
    assert "kind of link" in finding.message
    assert "Did you mean" in finding.help


def test_a_space_after_the_kind_makes_no_link(found_at_marks):
    [finding] = found_at_marks(add(ELBOW, 'summary: ▸"See [somebody](outcome: see-someone)."\n'))
    assert finding.code == "S409"
    assert "without a space" in finding.help or "Did you mean" in finding.help


@pytest.mark.parametrize("link", ["[x](javascript:alert)", "[x]\n\n  [x]: javascript:alert"])
def test_a_link_that_would_run_a_script_is_refused(link, found_at_marks):
    [finding] = found_at_marks(add(ELBOW, f"what: ▸|\n  {link}\n"))
    assert finding.code == "S409"


def test_links_to_the_web_to_mail_and_to_a_telephone_are_fine(found_at_marks):
    text = "See [a](https://example.org), [b](mailto:a@example.org) and [c](tel:999)."
    assert not found_at_marks(add(ELBOW, f'what: "{text}"\n'))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "www.example.org/1", "java\\tscript:alert(1)", "http://[::1"])
def test_the_address_of_a_source_that_is_none_is_told_of(url, found_at_marks):
    [finding] = found_at_marks({SOURCES: f'a-study: {{title: A study of knees, URL: ▸"{url}"}}\n'})
    assert finding.code == "S409"
    assert "https://" in finding.help


@pytest.mark.parametrize(
    "link",
    [
        "[x](java&#115;cript:alert)",
        "[x](`javascript:alert`)",
        "> [x]\n  >\n  > [x]: javascript:alert",
        "[x](\\tdata:x)",
    ],
)
def test_a_script_is_refused_however_it_is_written(link, found_at_marks):
    [finding] = found_at_marks(add(ELBOW, f"what: ▸|\n  {link}\n"))
    assert finding.code == "S409"
