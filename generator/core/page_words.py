"""Words that generated pages show and a site can set: headings of plans and exercises, of warnings and precautions."""

from pydantic import Field

from generator.core.kinds.kind import Entry, Text


def _said(words: str, where: str) -> str:
    return Field(words, description=f"{where}, in the place of “{words}”.")


class PageWords(Entry):
    """What generated pages say, where a site wants other words. Each has a default that fits any subject."""

    NOUN = "list of words"
    tonight: Text = _said("At once", "The heading over what a plan asks for first")
    pain_rule: Text = _said("Is it too much?", "The heading over how to tell whether a plan asks too much")
    stage: Text = _said("Stage", "What a stage of a plan is called, before its number")
    when: Text = _said("When", "What stands before the time to begin a stage")
    how_long: Text = _said("How long it takes", "The heading over how long a plan takes")
    stage_how_long: Text = _said("How long", "What stands before how long a stage takes")
    move_on: Text = _said("Move on if", "What stands before that which must be so before the next stage")
    see_someone: Text = _said("See someone if", "The heading over when not to go on alone")
    other_versions: Text = _said("Other versions", "The heading over where versions of a plan differ")
    whole_plan: Text = _said("See the whole plan", "On a result, the link to the page of its plan")
    diary: Text = _said("Diary", "The heading of the sheet to tick")
    diary_use: Text = _said(
        "Tick what you did, and write down each day how it went, from 0 (well) to 10 (worst).",
        "How to use the sheet to tick",
    )
    diary_week: Text = _said("Week", "What a week is called on the sheet to tick")
    diary_step: Text = _said("Exercise", "What an exercise is called on the sheet to tick")
    diary_measure: Text = _said("How it went, 0 to 10", "What is written down each day on the sheet to tick")
    diary_days: Text = _said("Mon Tue Wed Thu Fri Sat Sun", "The days of a week on the sheet to tick, with spaces")
    start: Text = _said("Start", "The heading over how an exercise begins")
    movement: Text = _said("Movement", "The heading over the steps of an exercise")
    hold: Text = _said("Hold", "What stands before how long to hold an exercise")
    mistakes: Text = _said("Common mistakes", "The heading over what often goes wrong")
    take_care: Text = _said("Take care", "The heading over cautions")
    used_in: Text = _said("Plans that use it", "The heading over the plans that ask for an exercise")
    sooner: Text = _said("Get help sooner if", "The heading over warning signs")
    check_signs: Text = _said("Check the warning signs first", "The link to the warning signs on a page")
    sign: Text = _said("Warning sign", "What stands before a warning sign that leads to a result")
    ask_professional: Text = _said("See a professional first if", "What stands before those who should see one first")
    ask_pharmacist: Text = _said("Ask a pharmacist if", "What stands before those who should ask one")
    who_asks_first: Text = _said("Who should ask first", "The title of the page of all precautions")
    why_ask_first: Text = _said("Why, and sources", "The link to that page")
    tested: Text = _said("How the guides are tested", "The title of the page of cases")
    tested_lead: Text = _said(
        "Every guide is walked with stories of readers, each time anything changes. Nothing is published while one of "
        "them ends where it must not.",
        "The first lines of the page of cases",
    )
    tested_matrix: Text = _said("How soon, expected and reached", "The heading over the table of levels")
    tested_counts: Text = _said(
        "Of {judged} stories whose level was set beforehand, {right} end at just that level, {more} at a more urgent "
        "one, {less} at a less urgent one.",
        "The line over the table of levels, with {judged}, {right}, {more} and {less}",
    )
    tested_expected: Text = _said("Expected", "The first head of the table of levels")
    tested_meaning: Text = _said(
        "A row is the level that a story should end with, a column the level where it ends. This says how the guides "
        "treat these stories. It does not say how often they are right for other people.",
        "What the table of levels means",
    )
    tested_cases: Text = _said("The stories", "The heading over the cases")
    tested_all: Text = _said(
        "{cases} stories, by the guide where their reader begins. Most are there to pin down one answer each.",
        "The line over the cases, with {cases}",
    )
    tested_best: Text = _said("expected", "What stands before the level that a case should end with")
    tested_replay: Text = _said("See these answers in the guide", "The link that replays a case")
