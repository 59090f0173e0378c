import pytest
from example import CARE_LEVELS, KNEE, RED_FLAGS, SOURCES, TREE, add, edit


@pytest.mark.parametrize(
    ("path", "better"),
    [
        ("content/places/Inner_Knee.yml", "inner-knee"),
        ("content/places/the knee.yml", "the-knee"),
        ("content/places/Müller.yml", "muller"),
        ("content/places/膝.yml", "where-it-hurts"),
    ],
)
def test_a_file_name_that_is_no_id_is_told_at_the_top_of_the_file(path, better, found_at_marks):
    [finding] = found_at_marks({path: "▸title: Knee\n"})
    assert finding.code == "S304"
    assert "only a to z, 0 to 9 and hyphens" in finding.message
    assert better in finding.help


def test_an_id_may_not_be_too_long_for_the_name_of_a_file(found_at_marks):
    files = {f"content/places/{'x' * 101}.yml": "▸title: Knee\n", f"content/places/{'y' * 100}.yml": "title: Knee\n"}
    findings = found_at_marks(files | add(KNEE, f"aliases: [{'z' * 100}, ▸{'z' * 101}]\n"))
    assert [one.code for one in findings] == ["S304", "S304"]
    assert all("longer than 100 characters" in one.message for one in findings)


STAIRS = """\
  ▸On_Stairs:
    ask: Does it hurt on stairs?
    choices:
      ▸A lot: {text: A lot, outcome: see-someone}
      a-little: {text: A little, outcome: take-it-easy}
"""


def test_questions_and_choices_have_ids_too(found_at_marks):
    findings = found_at_marks(add(TREE, "      more: {text: Something else, question: On_Stairs}\n" + STAIRS))
    assert [one.code for one in findings] == ["S304", "S304"]
    assert [one.help for one in findings] == ['Write it as "on-stairs".', 'Write it as "a-lot".']


@pytest.mark.parametrize(
    "files",
    [
        add(RED_FLAGS, "▸Big_Bruise: {text: It is blue, care: soon, places: [knee]}\n"),
        add(CARE_LEVELS, "▸Rest.: {title: Rest, card: non-urgent, act: Rest.}\n"),
        edit(SOURCES, "}\n", "}\n▸B_Study: {title: Another}\n") | {KNEE: "title: Knee\nwhat: It bends [@B_Study].\n"},
        edit(TREE, "start: rest", "start: rest\naliases: [sore-knee, ▸Old Knee]"),
        add(KNEE, "aliases: [▸Knie!]\n"),
    ],
)
def test_so_have_the_entries_of_registers_and_former_ids(files, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S304"


def test_an_id_may_be_digits_only(found_at_marks):
    assert not found_at_marks({"content/places/010.yml": "title: Ten\n"} | add(KNEE, "aliases: ['2026']\n"))
