import pytest
from example import CARE_LEVELS, KNEE, RED_FLAGS, SEE_SOMEONE, TREE, add, edit


@pytest.mark.parametrize(
    "files",
    [
        edit(SEE_SOMEONE, "[a-study]", "[a-study, ▸b-study]"),
        edit(RED_FLAGS, "[a-study]", "[a-study, ▸b-study]"),
        edit(TREE, "start: rest", "start: rest\nsources:\n  - ▸b-study"),
        edit(TREE, "ask: Does it hurt at rest?", "ask: ▸Does it hurt at rest [@b-study]?"),
        edit(TREE, "{text: A lot,", "{text: ▸'A lot [@a-study; @b-study]',"),
        edit(CARE_LEVELS, "act: Take it easy.", "act: ▸'Rest [@b-study].'"),
        add(KNEE, "what: ▸|\n  It bends.\n\n  It hurts [@b-study].\n"),
        add(KNEE, "caution: [Careful, ▸'Hot [@b-study]']\n"),
        {"content/about/index.md": "# About\n\nSo they say [@a-study; ▸@b-study].\n"},
    ],
)
def test_a_source_that_is_not_in_the_bibliography_is_told_wherever_it_is_cited(files, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S405"
    assert 'no source "b-study"' in finding.message
    # What is there must not be cited for what is not.
    assert finding.help == 'Did you mean "a-study"? If not: add it to content/sources.yml, or name another.'


def test_a_source_that_is_only_rather_like_another_is_no_guess(found_at_marks):
    [finding] = found_at_marks(add(KNEE, "what: ▸It bends [@smith-study].\n"))
    assert finding.help == "Add it to content/sources.yml, or name another. Known here: a-study."


def test_each_citation_of_a_text_is_looked_up(found_at_marks):
    findings = found_at_marks(add(KNEE, "what: ▸▸It bends [@zzz] and hurts [@yyy].\n"))
    assert [one.code for one in findings] == ["S405", "S405"]
    assert [one.message for one in findings] == ['There is no source "zzz".', 'There is no source "yyy".']


def test_an_address_with_an_at_sign_is_no_citation(found_at_marks):
    assert not found_at_marks(add(KNEE, "what: Write to someone@example.org or [@ home](https://example.org).\n"))
