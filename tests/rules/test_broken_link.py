import pytest
from example import CARE_LEVELS, KNEE, TREE, add, edit


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[it] (tree:example)", "[it](tree:example)"),
        ("[it]  (https://example.org/)", "[it](https://example.org/)"),
        ("(it)[place:elbow]", "[it](place:elbow)"),
        ("[it](tree:example", "[it](tree:example)"),
        ("[it](tree:example.", "[it](tree:example)"),
        ("[it](https://example.org/a and so on", "[it](https://example.org/a)"),
    ],
)
def test_what_looks_like_a_link_is_told_with_what_to_write(written, meant, found_at_marks):
    [finding] = found_at_marks(add(KNEE, f"what: ▸|\n  It bends. See {written}\n"))
    assert finding.code == "S420"
    assert finding.help == f'Write "{meant}".'


@pytest.mark.parametrize(
    "files",
    [
        edit(TREE, "Does it hurt at rest?", "▸'Does it hurt at rest [so] (place:elbow)?'"),
        edit(CARE_LEVELS, "act: Take it easy.", "act: ▸'Rest (so)[place:elbow].'"),
        {"content/about/index.md": "# About\n\nOne [a](tree:example),\ntwo ▸[b] (tree:example).\n"},
    ],
)
def test_it_is_told_wherever_it_stands(files, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S420"


@pytest.mark.parametrize(
    "words",
    [
        "See [it](tree:example) (the other one).",
        "As [they] (some of them) say, f(x)[1].",
        "Code: `[it] (tree:example)`.",
        "See [it](tree:example 'a title').",
        "See [it](https://example.org/a_(b)).",
    ],
)
def test_other_brackets_are_none(words, found_at_marks):
    assert not found_at_marks(add(KNEE, f'what: "{words}"\n'))
