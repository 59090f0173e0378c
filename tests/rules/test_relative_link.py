import pytest
from example import KNEE, SOURCES, TREE, WHY_IT_HURTS, add, edit

ABOUT = {"content/about/index.md": "# About\n", "content/about/more.md": "# More\n"}


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("../places/elbow/", "place:elbow"),
        ("../places/elbow.md", "place:elbow"),
        ("/places/elbow/", "place:elbow"),
        ("content/places/elbow.yml", ""),
        ("../guides/example/", "tree:example"),
        ("../guides/example/#rest", "tree:example"),
        ("decision_trees/example", "tree:example"),
        ("../questions/why-it-hurts/index.html", "faq:why-it-hurts"),
        ("content/faq/why-it-hurts", "faq:why-it-hurts"),
        ("../sources/#a-study", "source:a-study"),
        ("elbow", "place:elbow"),
        ("elbow.md", "place:elbow"),
        ("#see-someone", "outcome:see-someone"),
        ("#foo", ""),
        ("about/index.md", "page:about/index.md"),
        ("../about/", "page:about/index.md"),
        ("../about/more/", "page:about/more.md"),
        ("www.nhs.uk", "https://www.nhs.uk"),
        ("nhs.uk/conditions", "https://nhs.uk/conditions"),
        ("me@example.org", "mailto:me@example.org"),
        ("../other/elbow/", ""),
        ("nowhere", ""),
    ],
)
def test_a_link_that_names_no_kind_is_told_with_what_was_meant(target, meant, found_at_marks):
    [finding] = found_at_marks(add(KNEE, f'what: ▸"See [more]({target})."\n') | ABOUT)
    assert finding.code == "S414"
    assert f'"{target}" does not say what it leads to' in finding.message
    assert finding.help == f'Write "{meant}".' if meant else "tree:knee" in finding.help


@pytest.mark.parametrize(
    "files",
    [
        edit(TREE, "{text: A lot,", '{text: ▸"[A](b.md) lot",'),
        edit(TREE, "Find out what to do about a sore knee.", '▸"Find [out](b.md)."'),
        add(WHY_IT_HURTS, 'article_says: ▸"A [b](b.md)"\n'),
        add(KNEE, 'caution: [Mind it, ▸"A [b](b.md)"]\n'),
        edit(SOURCES, "title: A study of knees", 'title: A study of knees, note: ▸"A [b](b.md)"'),
        {"content/site.yml": 'title: Knees\nattribution: ▸"A [b](b.md)"\n'},
        add(KNEE, "what: ▸|\n  First.\n\n  - A [b][b]\n\n  [b]: b.md\n"),
    ],
)
def test_all_texts_that_readers_see_are_looked_at(files, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S414"


def test_a_picture_can_only_stand_on_an_ordinary_page(found_at_marks):
    [finding] = found_at_marks(add(KNEE, 'what: ▸"![a](../pictures/a.png)"\n'))
    assert finding.code == "S414"
    assert "ordinary pages" in finding.help


def test_a_name_without_a_definition_is_told_too(found_at_marks):
    [finding] = found_at_marks(add(KNEE, 'what: ▸"See [more][nowhere]."\n'))
    assert finding.code == "S412"


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.org)",
        "[a](mailto:a@b.org)",
        "[a](place:elbow)",
        "`[a](b.md)`",
        "\\[a](b.md)",
        "[1], [a] (b)",
    ],
)
def test_other_links_and_what_is_none_are_no_fault(text, found_at_marks):
    assert not found_at_marks(add(KNEE, f"what: '{text}'\n"))
