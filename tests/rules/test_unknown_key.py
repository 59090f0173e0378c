import pytest
from example import (
    CARE_LEVELS,
    EXERCISE,
    KNEE,
    PLAN,
    RED_FLAGS,
    SOURCES,
    TAKE_IT_EASY,
    TREE,
    WHY_IT_HURTS,
    add,
    edit,
    edit_plan,
)


@pytest.mark.parametrize(
    ("files", "meant"),
    [
        (add(TREE, "▸place: [knee]\n"), "places"),
        (edit(TREE, "    ask: Does", "    ▸whi: It hurts.\n    ask: Does"), "why"),
        (edit(TREE, "{text: A lot,", "{text: A lot, ▸unshure: true,"), "unsure"),
        (add(TAKE_IT_EASY, "▸gethelp_if: [Never]\n"), "get_help_if"),
        (add(TAKE_IT_EASY, "▸try_: [Rest]\n"), "try"),
        (add(WHY_IT_HURTS, "▸answers: Nobody knows.\n"), "answer"),
        (add(KNEE, "▸titel: Knee\n"), "title"),
        (edit(RED_FLAGS, "{text:", "{▸wy: It is hot, text:"), "why"),
        (edit(CARE_LEVELS, "act: Take", "▸selfcare: true, act: Take"), "self_care"),
        (edit(SOURCES, "{title:", "{▸container_title: Knees, title:"), "container-title"),
        (edit_plan(PLAN, "    move_on_if:", "    ▸moveon_if:"), "move_on_if"),
        (edit_plan(PLAN, "dose: 10 times", "▸doze: 10 times"), "dose"),
        (edit_plan(PLAN, "steps: [Up", "steps: [Stop], ▸stepps: [Up"), "steps"),
        (edit_plan(EXERCISE, "figure: [front]", "▸figures: [front]"), "figure"),
        ({"content/site.yml": "words: {▸tonite: Tonight}\n"}, "tonight"),
        ({"content/site.yml": "▸most-asked: [why-it-hurts]\n"}, "most_asked"),
    ],
)
def test_a_misspelt_key_is_told_with_the_key_that_was_meant(files, meant, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S301"
    assert "is not a key that is known here" in finding.message
    assert finding.help == f'Did you mean "{meant}"?'


def test_a_key_like_no_other_gets_the_list_of_those_that_are_known(found_at_marks):
    [finding] = found_at_marks(add(KNEE, "▸zzz: 1\n"))
    assert "title" in finding.help
    assert "muscles" in finding.help
    assert "try_" not in finding.help


def test_every_variable_of_csl_may_stand_in_a_source(found_at_marks):
    assert not found_at_marks(edit(SOURCES, "{title:", "{PMID: 1, original-title: Knees, ISSN: 1-2, title:"))
