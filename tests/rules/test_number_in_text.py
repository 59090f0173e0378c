import pytest
from example import CARE_LEVELS, EXAMPLE, KNEE, SEE_SOMEONE, SOURCES, WITH_PLAN, add, edit

CALL = edit(CARE_LEVELS, "act: Call an ambulance.", 'act: "Call [112](tel:112) or [999](tel:999)."')
PLAN = "content/plans/bend-it.yml"


@pytest.mark.parametrize(
    "files",
    [
        add(KNEE, "what: ▸Call 112.\n"),
        add(KNEE, "caution: [Rest, ▸'Or call [112](tel:112)']\n"),
        edit(SEE_SOMEONE, "summary: Show", "summary: ▸112 helps. Show"),
        {"content/about/index.md": "# About\n\nCall ▸112 first.\n"},
        {"content/site.yml": "summary: ▸Call 112.\n"},
        WITH_PLAN | {PLAN: WITH_PLAN[PLAN].replace("{exercise: bend, dose: 10", "{exercise: bend, dose: ▸112")},
    ],
)
def test_a_number_to_call_that_is_copied_is_told(files, found_at_marks):
    [finding] = found_at_marks(CALL | files)
    assert (finding.code, finding.severity) == ("S807", "warning")
    assert 'The number 112 is in the "act" of "emergency"' in finding.message
    assert "[words](care:emergency)" in finding.help


@pytest.mark.parametrize(
    "text",
    [
        "Of 1112 people, 112.5 of 100 and 2,112 more.",
        "Read page-112 and 112-4.",
        "See https://example.org/112 first.",
    ],
)
def test_other_numbers_are_not(text, found_at_marks):
    assert not found_at_marks(CALL | add(KNEE, f"what: {text!r}\n"))


def test_a_number_in_the_title_of_a_source_is_not_ours(found_at_marks):
    assert not found_at_marks(CALL | edit(SOURCES, "A study of knees", "A study of 112 knees"))


def test_without_numbers_in_the_acts_none_is_looked_for(found_at_marks):
    assert not found_at_marks({KNEE: EXAMPLE[KNEE] + "what: Call 112.\n"})
