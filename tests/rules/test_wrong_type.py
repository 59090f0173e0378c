import pytest
from example import CARE_LEVELS, EXAMPLE, KNEE, RED_FLAGS, SEE_SOMEONE, SOURCES, TAKE_IT_EASY, TREE, add, edit


@pytest.mark.parametrize(
    ("files", "expected", "found"),
    [
        ({KNEE: "title: ▸5\n"}, "a text", "the number 5"),
        ({KNEE: "title: ▸1.50\n"}, "a text", "the number 1.5"),
        ({KNEE: "title: ▸true\n"}, "a text", "the switch true"),
        ({KNEE: "title: ▸[Knee]\n"}, "a text", "a list"),
        ({KNEE: "title: ▸{en: Knee}\n"}, "a text", "keys with values"),
        ({KNEE: "title: Knee\nnames: ▸Genu\n"}, "a list", 'the text "Genu"'),
        ({KNEE: "title: Knee\nnames: ▸|\n  Genu, the joint between the thigh and the leg\n"}, "a list", "a text"),
        ({KNEE: "title: Knee\nnames:\n  - Genu\n  - ▸7\n"}, "a text", "the number 7"),
        ({KNEE: "title: Knee\nmarker: {figure: front, x: ▸left, y: 2}\n"}, "a number", 'the text "left"'),
        ({KNEE: "title: Knee\nmarker: ▸front\n"}, "keys with values", 'the text "front"'),
        ({KNEE: "▸- title: Knee\n"}, "keys with values", "a list"),
        ({KNEE: "▸Knee\n"}, "keys with values", 'the text "Knee"'),
        (edit(TREE, "{text: A lot,", "{text: A lot, unsure: ▸yes,"), "true or false", 'the text "yes"'),
        (edit(CARE_LEVELS, "self_care: true", "self_care: ▸on"), "true or false", 'the text "on"'),
        (edit(CARE_LEVELS, "card: emergency", "card: ▸red"), "emergency, urgent, non-urgent or self-care", '"red"'),
        (edit(RED_FLAGS, "[knee]", "▸knee"), "a list of places, or the word everywhere", 'the text "knee"'),
        (edit(RED_FLAGS, "[knee]", "[knee, ▸7]"), "a text", "the number 7"),
        (edit(SOURCES, "{title:", "{author: ▸7, title:"), "a name, or a list of names", "the number 7"),
        (edit(SOURCES, "{title:", "{author: [A. Lee, ▸7], title:"), "a text", "the number 7"),
        (edit(SOURCES, "{title:", "{volume: ▸[7], title:"), "a number or a text", "a list"),
        (add(SOURCES, "b-study:▸\n"), "keys with values", "nothing"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_with_what_should_be_there(files, expected, found, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S303"
    assert finding.message.startswith(f"There should be {expected} here, not ")
    assert found in finding.message
    assert "Write" in finding.help


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "010", "0x1F", "1e3", "1_000", "12:30", "2026-11-22", "y"])
def test_words_that_old_yaml_took_for_something_else_are_texts(word, found_at_marks, project, checked):
    assert not found_at_marks({KNEE: f"title: {word}\nnames: [{word}]\n"})
    assert checked(project({})).survey.library.places["knee"].title == word


def test_words_that_old_yaml_took_for_switches_can_be_ids(found_at_marks):
    assert not found_at_marks({TREE: EXAMPLE[TREE].replace("a-lot:", "yes:").replace("a-little:", "no:")})


@pytest.mark.parametrize(
    "files",
    [
        edit(TREE, "places: [knee]", "places: [knee, ▸5]"),
        edit(TREE, "start: rest", "start: ▸5"),
        edit(TREE, "reviewed: 2026-11-22", "reviewed: 2026-11-22\nsources: ▸a-study"),
        edit(TAKE_IT_EASY, "care: self-care", "care: ▸5"),
        edit(TAKE_IT_EASY, "sources: [a-study]", "sources: ▸a-study"),
        edit(TAKE_IT_EASY, "get_help_if: [It is no better after 2 weeks]", "get_help_if: ▸It is no better"),
        edit(
            TREE,
            "A little, outcome: take-it-easy}",
            "A little, outcome: take-it-easy}\n      more: {text: Hm, outcome: ▸5}",
        ),
        add(TREE, "      more: ▸see-someone\n"),
        add(TREE, "      more: {text: Hm, question: stairs}\n  stairs: ▸[]\n"),
    ],
)
def test_a_value_that_does_not_fit_is_not_also_called_missing_or_unknown(files, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S303"


def test_while_the_places_of_a_tree_do_not_fit_nothing_passes_and_only_that_is_told(project, checked):
    # That a self-care outcome is then led to past its red flags follows from it.
    report = checked(project(EXAMPLE | edit(TREE, "places: [knee]", "places: knee")))
    assert [finding.code for finding in report.findings] == ["S303"]
    assert not report.ok


def test_several_values_of_one_file_are_told_in_one_run(found_at_marks):
    findings = found_at_marks(
        edit(SEE_SOMEONE, "title: See someone", "title: ▸5\ntry: ▸Rest\navoid: [▸1, Running, ▸2]")
    )
    assert [one.code for one in findings] == ["S303"] * 4
