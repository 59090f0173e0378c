import pytest
from example import KNEE, SOURCES, TREE


def test_an_anchor_and_its_aliases_are_each_told(found_at_marks):
    anchor, alias = found_at_marks({KNEE: "title: ▸&knee Knee\nsummary: ▸*knee\n"})
    assert (anchor.code, alias.code) == ("S203", "S203")
    assert '"&knee" is a YAML anchor' in anchor.message
    assert '"*knee" is a YAML alias' in alias.message
    assert 'starts with "*", put it in quotes' in alias.help


def test_an_alias_without_its_anchor_is_told_as_an_alias(found_at_marks):
    [finding] = found_at_marks({KNEE: "title: Knee\nwhat: ▸*bends a lot\n"})
    assert finding.code == "S203"
    assert '"*bends" is a YAML alias' in finding.message


@pytest.mark.parametrize("emphasis", ["*bends*", "**bends**"])
def test_markdown_emphasis_at_the_start_of_a_text_is_told_to_need_quotes(emphasis, found_at_marks):
    [finding] = found_at_marks({KNEE: f"title: Knee\nwhat: ▸{emphasis} a lot\n"})
    assert finding.code == "S203"
    assert f'"{emphasis}"' in finding.message
    assert "put it in quotes" in finding.help


def test_a_list_that_holds_itself_is_an_error_and_no_crash(found_at_marks):
    findings = found_at_marks({KNEE: "title: Knee\nnames: ▸&names [▸*names]\n"})
    assert [one.code for one in findings] == ["S203", "S203"]


def test_aliases_that_stand_for_more_than_a_machine_can_hold_are_errors_and_no_crash(project, checked):
    lines = ["x0: &x0 [a, b, c, d, e, f, g, h, i]"]
    lines += [f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]" for n in range(1, 50)]
    report = checked(project({TREE: "\n".join(lines)}))
    assert {finding.code for finding in report.findings} == {"S203"}
    assert len(report.findings) == 50 + 49 * 9


def test_a_merge_key_is_an_alias_like_any_other(found_at_marks):
    findings = found_at_marks({SOURCES: "a-study: ▸&one {title: A study}\nb-study: {<<: ▸*one, note: Again}\n"})
    assert [one.code for one in findings] == ["S203", "S203"]


def test_signs_within_a_text_are_no_anchors(found_at_marks):
    assert not found_at_marks({KNEE: 'title: Knee & hip\nsummary: "*Very* sore"\nwhat: |\n  *Sore* &c.\n  * one\n'})
