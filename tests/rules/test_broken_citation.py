import pytest
from example import CARE_LEVELS, KNEE, SEE_SOMEONE, SOURCES, TREE, add, edit

TWO = {SOURCES: "a-study: {title: A, URL: https://example.org/1}\nb-study: {title: B, URL: https://example.org/2}\n"}
CITED = {"content/places/hip.yml": "title: Hip\nsources: [b-study]\n"}
RIGHT = "[@a-study]"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[@a-study, @b-study]", "[@a-study; @b-study]"),
        ("[@a-study @b-study]", "[@a-study; @b-study]"),
        ("[@a-study; b-study]", "[@a-study; @b-study]"),
        ("[@a-study and @b-study]", "[@a-study; @b-study]"),
        ("[see @a-study]", RIGHT),
        ("[@a-study, p. 12]", RIGHT),
        ("[ @a-study ]", RIGHT),
        ("[@ a-study]", RIGHT),
        ("[@A-Study.]", RIGHT),
        ("@a-study", RIGHT),
        ("(@a-study)", RIGHT),
        ("[a-study]", RIGHT),
        ("[ a-study ]", RIGHT),
        ("[\uff20a-study]", RIGHT),
        ("[@a\u2011study]", RIGHT),
        ("[@a-study", RIGHT),
        ("@any-2019", "[@any-2019]"),
    ],
)
def test_whatever_looks_like_a_citation_is_told_with_what_to_write(written, meant, found_at_marks):
    [finding] = found_at_marks(TWO | CITED | add(KNEE, f"what: ▸|\n  It bends {written} and\n  turns.\n"))
    assert finding.code == "S419"
    assert finding.help == f'Write "{meant}".'


@pytest.mark.parametrize(
    "files",
    [
        edit(TREE, "Does it hurt at rest?", "▸Does it hurt at rest @a-study?"),
        edit(CARE_LEVELS, "act: Take it easy.", "act: ▸'Rest [a-study].'"),
        edit(SEE_SOMEONE, "[It is no better after 2 weeks]", "[Soon, ▸'Now [ @a-study ]']"),
        {"content/site.yml": "title: Knees\nsummary: ▸'Of knees [a-study].'\n"},
        {"content/about/index.md": "# About\n\nOne [@a-study]\nand *two* ▸[@a-study, @a-study].\n"},
        {"content/about/index.md": "---\ntitle: A\n---\n# About\n\n- one ▸@a-study\n"},
    ],
)
def test_it_is_told_wherever_it_stands(files, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S419"


@pytest.mark.parametrize(
    "words",
    [
        "It bends [@a-study].",
        "It bends \\\\[a-study] \\\\[@a-study, p. 1].",
        "Code: `[@a-study, p. 1]` and `@a-study`.",
        "Write to me@a-study.org, or <me@a-study.org>.",
        "See [a-study](https://example.org/@a-study).",
        "As @home says [so].",
    ],
)
def test_other_words_with_at_signs_and_brackets_are_none(words, found_at_marks):
    assert not found_at_marks(add(KNEE, f'what: "{words}"\n'))
