import pytest
from example import KNEE, TREE, WHY_IT_HURTS, add


@pytest.mark.parametrize(
    "files",
    [
        add(TREE, "      more: {text: Something else, outcome: ▸see-some-one}\n"),
        add(WHY_IT_HURTS, "outcomes: [see-someone, ▸see-some-one]\n"),
        add(KNEE, "what: ▸See [someone](outcome:see-some-one).\n"),
        add(KNEE, "what: ▸'See [someone](outcome:see-some-one \"Somebody\").'\n"),
        {"content/about/index.md": "# About\n\nSee [someone](▸outcome:see-some-one).\n"},
    ],
)
def test_an_outcome_that_does_not_exist_is_told_wherever_it_is_named(files, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S402"
    assert 'no outcome "see-some-one"' in finding.message
    assert finding.help == 'Did you mean "see-someone"?'


def test_a_name_like_no_other_gets_the_few_that_are_known(found_at_marks):
    [finding] = found_at_marks(add(TREE, "      more: {text: Something else, outcome: ▸zzz}\n"))
    assert "content/outcomes/zzz.yml" in finding.help
    assert "see-someone and take-it-easy" in finding.help
