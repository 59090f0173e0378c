import pytest
from example import EXAMPLE, TREE, add, edit


@pytest.mark.parametrize(
    "line",
    [
        "unsure: {text: Hm, outcome: see-someone}",
        "hm: {text: I am not sure, outcome: see-someone}",
        "hm: {text: 'I don\u2019t know', outcome: see-someone}",
        'hm: {text: "I can\'t tell", outcome: see-someone}',
        "hm: {text: I am **not sure** at all, outcome: see-someone}",
        "not-sure: {text: Hm, unsure: false, outcome: see-someone}",
    ],
)
def test_what_sounds_unsure_must_be_marked(found_at_marks, line):
    [finding] = found_at_marks(add(TREE, f"      ▸{line}\n"))
    assert (finding.code, finding.severity) == ("S608", "error")
    assert "says that the reader is not sure" in finding.message


@pytest.mark.parametrize("text", ["I am sure", "It is notsure", "Nobody knows", "It is unsurely placed"])
def test_other_words_may_stand(found_at_marks, text):
    assert not found_at_marks(add(TREE, f"      hm: {{text: {text}, outcome: see-someone}}\n"))


def test_another_language_has_its_own_words(found_at_marks):
    words = {"content/site.yml": "unsure_words: [ich weiss nicht]\n"}
    assert found_at_marks(words | add(TREE, "      ▸hm: {text: Ich weiss nicht, outcome: see-someone}\n"))
    assert not found_at_marks(words | edit(TREE, "unsure: true, ", ""))


def test_without_levels_of_care_nothing_can_be_less(project, checked):
    plain = {path: text for path, text in EXAMPLE.items() if "care_levels" not in path and "red_flags" not in path}
    plain = {path: text.replace("care: soon\n", "").replace("care: self-care\n", "") for path, text in plain.items()}
    plain[TREE] = plain[TREE].replace("unsure: true, ", "")
    assert not checked(project(plain)).findings
