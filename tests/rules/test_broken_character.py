import pytest
from example import KNEE, TREE

from generator.core.translation import translation_of

PAGE = "content/about/page.md"
IN_PERSIAN = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
IN_HINDI = "\u0915\u094d\u200d\u0937"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("words", "message", "help"),
    [
        (
            "It ▸\ufffds a joint.",
            "A character was lost here: a program could not read it, and wrote a sign in its place.",
            "Type what was meant, here and wherever else this character is.",
        ),
        (
            "It▸\u00e2\u20ac\u2122s a joint. It\u00e2\u20ac\u2122s sore.",
            '"\u00e2\u20ac\u2122" is here instead of "\u2019": the text was read in a wrong encoding.',
            'Type "\u2019", and look for more of the same in this file.',
        ),
        (
            "Caf▸\u00c3\u00a9",
            '"\u00c3\u00a9" is here instead of "\u00e9": the text was read in a wrong encoding.',
            'Type "\u00e9", and look for more of the same in this file.',
        ),
        (
            "2▸\u00c2\u00a0cm",
            '"\u00c2\u00a0" is here instead of a no-break space (U+00A0): the text was read in a wrong encoding.',
            "Type a no-break space (U+00A0), and look for more of the same in this file.",
        ),
        (
            "▸\u00f0\u0178\u02dc\u20ac",
            '"\u00f0\u0178\u02dc\u20ac" is here instead of "\U0001f600": the text was read in a wrong encoding.',
            'Type "\U0001f600", and look for more of the same in this file.',
        ),
        (
            "a kn▸\u200bee",
            "Within this word there is a zero-width space (U+200B), which nobody sees and no search finds.",
            "Delete it, or type the word again.",
        ),
        (
            "a kn▸\u200dee",
            "Within this word there is a zero-width joiner (U+200D), which nobody sees and no search finds.",
            "Delete it, or type the word again.",
        ),
        (
            "not ▸\u202erequired\u202c",
            "Here is a right-to-left override (U+202E), which reverses the direction of writing: "
            "readers see other words.",
            "Delete it, or type the text again.",
        ),
    ],
)
@pytest.mark.parametrize(
    ("path", "before"),
    [
        (KNEE, "title: Knee\nwhat: "),
        (PAGE, "---\ntitle: Caf\u00e9\n---\n# A\n\n"),
        (translation_of(TREE, "de"), "title:\n  from: Sore knee\n  to: "),
    ],
)
def test_what_nobody_meant_is_told_where_it_stands(path, before, words, message, help, found_at_marks):
    files = {path: f"{before}{words}\n"}
    [finding] = found_at_marks(files)
    assert (finding.code, finding.severity, finding.message, finding.help) == ("S210", "warning", message, help)


def test_each_kind_is_told_once_a_file(found_at_marks):
    text = "# A\n\nCaf▸\u00c3\u00a9, th\u00c3\u00a9 ▸\ufffd \ufffd\n"
    assert [one.code for one in found_at_marks({PAGE: text})] == ["S210", "S210"]


@pytest.mark.parametrize(
    "words",
    [
        IN_PERSIAN,
        IN_HINDI,
        FAMILY,
        "\u2067\u05e2\u05d1\u05e8\u05d9\u05ea\u2069 and \u202b\u0639\u0631\u0628\u064a\u202c",
        "\u05d0\u200e (1)",
        "Zug\u00adluft, 2\u00a0cm, \u201eSpa\u00df\u201c, \u00ab\u00c9t\u00e9\u00bb, \u00e2ge, N\u00c3O, \u00c2ge",
        "It\u2019s \u2013 well \u2026 \u20ac 3",
    ],
)
def test_what_languages_and_emoji_need_is_no_fault(words, found_at_marks):
    files = {PAGE: f"# A\n\n{words}\n", translation_of(TREE, "fa"): f"title: {{from: Sore knee, to: '{words}'}}\n"}
    assert not found_at_marks(files)
