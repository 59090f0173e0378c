import pytest

SITE = "content/site.yml"


@pytest.mark.parametrize("language", ["english", "xx", "en_GB", "''", "xx-YY"])
def test_a_language_of_which_nothing_is_known_is_told(language, found_at_marks):
    [finding] = found_at_marks({SITE: f"language: ▸{language}\n"})
    assert (finding.code, finding.severity) == ("S310", "error")


@pytest.mark.parametrize("language", ["en-GB", "en", "de", "pt-BR", "zh-Hant-TW"])
def test_those_that_are_known_are_not(language, found_at_marks):
    assert not found_at_marks({SITE: f"language: {language}\n"})
