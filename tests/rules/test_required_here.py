import pytest
from example import ELBOW, KNEE, PLAN, RED_FLAGS, SEE_SOMEONE, SOURCES, TAKE_IT_EASY, add, edit_plan

SITE = "content/site.yml"


@pytest.mark.parametrize(
    ("required", "files"),
    [
        ("place: [what]", {KNEE: "▸title: Knee\n", ELBOW: "title: Elbow\nwhat: It bends.\n"}),
        ("place: [what]", {KNEE: "title: Knee\nwhat: ▸''\n", ELBOW: "title: Elbow\nwhat: It bends.\n"}),
        ("outcome: [try]", {**add(SEE_SOMEONE, "try: [Wait]\n"), **add(TAKE_IT_EASY, "try: ▸[]\n")}),
        ("source: [DOI or URL]", {SOURCES: "a-study: {title: A, DOI: 10.1/2}\n▸b-study: {title: B}\n"}),
        ("source: [DOI or URL]", {SOURCES: "▸a-study: {title: A study of knees}\n"}),
        ("red-flag: [why]", {RED_FLAGS: "▸swelling: {text: Hot, care: soon, places: [knee], sources: [a-study]}\n"}),
        ("plan: [stages.move_on_if]", edit_plan(PLAN, "- title: Standing", "- ▸title: Standing")),
        (
            "plan: [stages.exercises.note]",
            edit_plan(PLAN, "- {exercise: bend, dose: 10 times, note: Our choice.}", "- ▸{exercise: bend}"),
        ),
    ],
)
def test_what_a_site_requires_is_missed_where_it_belongs(required, files, found_at_marks):
    extra = (
        {"content/places/hip.yml": "title: Hip\nwhat: It bends.\nsources: [b-study]\n"}
        if "b-study" in str(files)
        else {}
    )
    findings = found_at_marks(files | extra | {SITE: f"title: Knees\nrequire:\n  {required}\n"})
    assert [one.code for one in findings] == ["S312"]
    assert findings[0].message.endswith(", which this site requires.")


def test_where_nothing_is_required_nothing_is_missed(found_at_marks):
    assert not found_at_marks({SITE: "title: Knees\nrequire: {place: []}\n"})


@pytest.mark.parametrize(
    ("required", "help"),
    [
        ("place: [▸waht]", 'Did you mean "what"?'),
        ("palce: [▸what]", 'Did you mean "place"?'),
        ("plan: [▸stages.whne]", "Use one of"),
    ],
)
def test_a_field_that_is_not_there_cannot_be_required(required, help, found_at_marks):
    [finding] = found_at_marks({SITE: f"title: Knees\nrequire: {{{required}}}\n"})
    assert finding.code == "S312"
    assert "There is no field" in finding.message
    assert help in finding.help
