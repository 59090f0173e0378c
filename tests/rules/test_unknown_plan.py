import pytest
from example import KNEE, TAKE_IT_EASY, WITH_PLAN, add, edit_plan


@pytest.mark.parametrize(
    "files",
    [
        edit_plan(TAKE_IT_EASY, "plan: bend-it", "plan: ▸bend-itt"),
        WITH_PLAN | add(KNEE, "what: ▸Follow [the plan](plan:bend-itt).\n"),
        WITH_PLAN | {"content/about/index.md": "# About\n\nSee [the plan](▸plan:bend-itt).\n"},
    ],
)
def test_a_plan_that_does_not_exist_is_told_wherever_it_is_named(files, found_at_marks):
    findings = [one for one in found_at_marks(_with_link(files)) if one.code != "S704"]
    assert [one.code for one in findings] == ["S421"]
    assert 'no plan "bend-itt"' in findings[0].message
    assert findings[0].help == 'Did you mean "bend-it"?'


def _with_link(files):
    """With something that names the plan, so that it is no orphan besides."""
    return files | {"content/about/plan.md": "# Plans\n\n[This one](plan:bend-it).\n"}
