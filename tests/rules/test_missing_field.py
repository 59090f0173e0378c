import pytest
from example import (
    CARE_LEVELS,
    EXAMPLE,
    EXERCISE,
    KNEE,
    PLAN,
    PRECAUTIONS,
    RED_FLAGS,
    SOURCES,
    TAKE_IT_EASY,
    TREE,
    WHY_IT_HURTS,
    WITH_PRECAUTION,
    add,
    edit,
    edit_plan,
)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({TREE: "▸" + EXAMPLE[TREE].replace("title: Sore knee\n", "")}, 'This tree has no "title"'),
        ({TREE: "▸" + EXAMPLE[TREE].replace("summary: Find out what to do about a sore knee.\n", "")}, 'no "summary"'),
        ({TREE: "▸" + EXAMPLE[TREE].replace("start: rest\n", "")}, 'no "start"'),
        ({TREE: "▸" + EXAMPLE[TREE].replace("reviewed: 2026-11-22\n", "")}, 'no "reviewed"'),
        (edit(TREE, "  rest:\n    ask: Does it hurt at rest?", "  ▸rest:"), 'This question has no "ask"'),
        (
            edit(TREE, "{text: A lot, ", "{") | edit(TREE, "a-lot: {text: A lot, ", "▸a-lot: {"),
            'This choice has no "text"',
        ),
        ({KNEE: "▸summary: It bends.\n"}, 'This place has no "title"'),
        ({KNEE: "title: Knee\n▸marker: {figure: front, x: 1}\n"}, 'This marker has no "y"'),
        (edit(TAKE_IT_EASY, "title: Take it easy\ncare", "▸care"), 'This outcome has no "title"'),
        (
            edit(WHY_IT_HURTS, "question: Why does it hurt?\nanswer", "▸answer"),
            'This reader question has no "question"',
        ),
        (
            edit(RED_FLAGS, "swelling: {text: Your knee is hot and swollen, ", "▸swelling: {"),
            'This red flag has no "text"',
        ),
        (edit(CARE_LEVELS, "soon: {title: See somebody soon, ", "▸soon: {"), 'This care level has no "title"'),
        (edit(SOURCES, "a-study: {title: A study of knees, ", "▸a-study: {"), 'This source has no "title"'),
        (edit_plan(PLAN, "title: Bend it\n", "▸"), 'This plan has no "title"'),
        (edit_plan(PLAN, "- title: Standing", "- ▸when: Later"), 'This stage has no "title"'),
        (edit_plan(PLAN, "{title: Stairs, ", "▸{"), 'This way back has no "title"'),
        (edit_plan(PLAN, "steps: [Up first]", "steps: ▸[]"), 'This way back has no "steps"'),
        (edit_plan(EXERCISE, "movement: [Bend your knee, Stretch it]", "movement: ▸[]"), 'no "movement"'),
        (
            WITH_PRECAUTION | {PRECAUTIONS: "▸" + WITH_PRECAUTION[PRECAUTIONS].replace("who: professional, ", "")},
            'no "who"',
        ),
    ],
)
def test_a_field_that_must_be_there_is_missed_where_it_belongs(files, message, found_at_marks):
    [finding] = found_at_marks(files)
    assert finding.code == "S302"
    assert message in finding.message
    field = message.split(chr(34))[1]
    assert f'Add a line "{field}: {"2026-11-22" if field == "reviewed" else "..."}"' in finding.help


@pytest.mark.parametrize(
    ("files", "known"),
    [
        (
            edit(TAKE_IT_EASY, "title: Take it easy\ncare: self-care", "▸title: Take it easy"),
            "emergency, soon or self-care",
        ),
        ({TREE: "▸" + EXAMPLE[TREE].replace("start: rest\n", "")}, "rest"),
        (
            {TREE: EXAMPLE[TREE].replace("places: [knee]", "places: ▸[]")},
            "elbow or knee",
        ),
        (edit(RED_FLAGS, "care: soon,", "▸care: ,"), "emergency, soon or self-care"),
    ],
)
def test_the_values_that_there_are_for_it_are_said_levels_by_their_urgency(files, known, found_at_marks):
    finding, *_ = found_at_marks(files)
    assert finding.code == "S302"
    assert finding.help.endswith(f"Known here: {known}.")


@pytest.mark.parametrize("nothing", ["", " ~", " null"])
def test_a_field_with_nothing_after_its_colon_is_told_at_its_name(nothing, found_at_marks):
    [finding] = found_at_marks({KNEE: f"▸title:{nothing}\n"})
    assert (finding.code, finding.message) == ("S302", 'This place has "title:" with nothing after it.')


@pytest.mark.parametrize("nothing", ['""', "''"])
def test_an_empty_text_is_as_good_as_none(nothing, found_at_marks):
    [finding] = found_at_marks({KNEE: f"title: ▸{nothing}\n"})
    assert finding.code == "S302"


@pytest.mark.parametrize("blank", ["' '", '"\u00a0 "', '"\u200b"', '"[@a-study]"', '"****"', '"[]()"', "'<!-- -->'"])
@pytest.mark.parametrize(
    ("path", "old", "new", "field"),
    [
        (TREE, "Does it hurt at rest?", "▸{}", "ask"),
        (TREE, "A lot", "▸{}", "text"),
        (RED_FLAGS, "Your knee is hot and swollen", "▸{}", "text"),
        (CARE_LEVELS, "Make an appointment.", "▸{}", "act"),
        (TAKE_IT_EASY, "[It is no better after 2 weeks]", "[▸{}]", "get_help_if"),
        (TAKE_IT_EASY, "summary: Rest it.", "summary: Rest it.\nwhat: ▸{}", "what"),
        (SOURCES, "A study of knees", "▸{}", "title"),
        (KNEE, "title: Knee", "title: Knee\nnames: [Genu, ▸{}]", "names"),
    ],
)
def test_a_text_without_words_is_missing_at_its_value(path, old, new, field, blank, found_at_marks):
    # A link without words is told of for its address as well.
    marks = "▸" if blank == '"[]()"' else ""
    finding, *others = found_at_marks(edit(path, old, new.format(marks + blank)))
    assert finding.code == "S302"
    assert f'"{field}" is blank' in finding.message
    assert [one.code for one in others] == (["S414"] if blank == '"[]()"' else [])


def test_an_optional_text_may_be_empty_and_an_item_of_a_list_may_not(found_at_marks):
    [finding] = found_at_marks(edit(KNEE, "title: Knee", 'title: Knee\nwhat: ""\nnames: [Genu, ▸""]'))
    assert finding.code == "S302"


def test_the_site_file_is_held_to_it_as_well(found_at_marks):
    [finding] = found_at_marks({"content/site.yml": 'title: Knees\nsummary: ▸"&nbsp;"\n'})
    assert finding.code == "S302"


def test_a_review_date_left_open_is_missing(found_at_marks):
    [finding] = found_at_marks(edit(TREE, "reviewed: 2026-11-22\n", "▸reviewed:\n"))
    assert finding.code == "S302"


@pytest.mark.parametrize("nothing", ["", " {}", " []", " # Later"])
def test_a_tree_without_questions_is_told_and_nothing_that_follows(nothing, found_at_marks):
    [finding] = found_at_marks({TREE: EXAMPLE[TREE].split("questions")[0] + f"▸questions:{nothing}\n"})
    assert finding.code == "S302"
    assert finding.message == 'This tree has "questions:" with nothing after it.'


def test_a_question_without_choices_is_told_and_nothing_that_follows(found_at_marks):
    [finding] = found_at_marks({TREE: EXAMPLE[TREE].split("    choices:")[0] + "    ▸choices:\n"})
    assert finding.code == "S302"
    assert "at least two choices below it" in finding.help


def test_a_tree_needs_places_as_soon_as_there_are_red_flags(found_at_marks):
    # That its red flags are not asked follows, and is told once it has places.
    [finding] = found_at_marks({TREE: "▸" + EXAMPLE[TREE].replace("places: [knee]\n", "")})
    assert finding.code == "S302"
    assert 'This tree has no "places"' in finding.message


def test_an_outcome_needs_a_care_level_as_soon_as_there_are_any(found_at_marks):
    [finding] = found_at_marks(edit(TAKE_IT_EASY, "title: Take it easy\ncare: self-care", "▸title: Take it easy"))
    assert finding.code == "S302"
    assert 'This outcome has no "care"' in finding.message


def test_a_library_without_red_flags_and_care_levels_needs_neither(project, checked):
    files = {path: text for path, text in EXAMPLE.items() if path not in (RED_FLAGS, CARE_LEVELS)}
    plain = {
        path: "".join(line for line in text.splitlines(True) if not line.startswith(("care:", "places:")))
        for path, text in files.items()
    }
    assert not checked(project(plain)).findings


def test_a_file_with_one_field_missing_is_judged_in_all_its_other_fields(found_at_marks):
    findings = found_at_marks(add(KNEE, "▸marker: {figure: front, x: 1}\n▸sumary: It bends.\n"))
    assert [one.code for one in findings] == ["S302", "S301"]
