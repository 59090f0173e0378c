import pytest
from example import CARE_LEVELS, EXAMPLE, KNEE, PRECAUTIONS, RED_FLAGS, SEE_SOMEONE, WITH_PRECAUTION, add, edit


@pytest.mark.parametrize(
    "files",
    [
        edit(SEE_SOMEONE, "care: soon", "care: ▸soom"),
        edit(RED_FLAGS, "care: soon", "care: ▸soom"),
        add(KNEE, "what: ▸Be [seen](care:soom).\n"),
        add(KNEE, "what: ▸'[](care:soom)'\n"),
        {"content/about/index.md": "# About\n\nBe [seen](▸care:soom).\n"},
        {PRECAUTIONS: WITH_PRECAUTION[PRECAUTIONS].replace("sources", "levels: [self-care, ▸soom], sources")},
    ],
)
def test_a_care_level_that_does_not_exist_is_told_wherever_it_is_named(files, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S406"
    assert 'no care level "soom"' in finding.message
    assert finding.help == 'Did you mean "soon"?'


def test_without_any_care_levels_there_is_none_to_name(project, checked):
    report = checked(project({path: text for path, text in EXAMPLE.items() if path != CARE_LEVELS}))
    assert [one.code for one in report.findings] == ["S406"] * 3
    assert all(CARE_LEVELS in one.help for one in report.findings)


def test_broken_care_levels_are_told_once(found_at_marks):
    [finding] = found_at_marks({CARE_LEVELS: "▸{title: Soon\n"})
    assert finding.code == "S201"


def test_a_link_leads_to_the_card_of_a_level(found_at_marks):
    assert not found_at_marks(add(KNEE, "what: Be [seen](care:soon).\n"))


def test_a_level_that_no_red_flag_names_has_no_card_to_link_to(found_at_marks):
    [finding] = found_at_marks(add(KNEE, "what: ▸Look [after it](care:self-care).\n"))
    assert finding.code == "S406"
    assert 'The care level "self-care" has no page to link to' in finding.message
    assert finding.help == "Link to another, or say in words what to do. Known here: soon."


def test_what_to_do_at_it_can_be_written_all_the_same(found_at_marks):
    assert not found_at_marks(add(KNEE, "what: 'If it hurts: [](care:self-care)'\n"))


def test_cards_are_not_missed_while_the_red_flags_cannot_be_read(found_at_marks):
    [finding] = found_at_marks({RED_FLAGS: "▸{text: Hot\n"} | add(KNEE, "what: Be [seen](care:emergency).\n"))
    assert finding.code == "S201"
