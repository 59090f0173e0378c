from datetime import date, datetime, timedelta, timezone

import pytest
from example import EXAMPLE, KNEE, TREE, add, edit

from generator.analyse.survey import survey
from generator.core.project import Project
from generator.load.files import load
from generator.load.parse import latest_today, parse
from generator.rules import reviewed_date


@pytest.mark.parametrize(
    "words",
    [
        "22.11.2026",
        "2026-13-01",
        "2026-02-30",
        "2026-1-2",
        "20261122",
        "2026-11-22T10:00",
        "yesterday",
        "2026",
        "7.5",
        '""',
        "2026/11/22",
        "2026-W47-7",
    ],
)
def test_what_is_no_date_is_told_with_the_form_of_a_date(words, found_at_marks):
    [finding] = found_at_marks(add(KNEE, f"reviewed: ▸{words}\n"))
    assert finding.code == "S307"
    assert f'"{words.strip(chr(34))}" is not a date' in finding.message
    assert "2026-11-22" in finding.help


def test_a_list_is_no_date(found_at_marks):
    [finding] = found_at_marks(edit(TREE, "reviewed: 2026-11-22", "reviewed: ▸[2026-11-22]"))
    assert finding.code == "S307"


def test_a_date_in_the_future_is_told_with_the_present_one(found_at_marks):
    [finding] = found_at_marks(edit(TREE, "2026-11-22", "▸9999-12-31"))
    assert finding.code == "S307"
    assert f"9999-12-31 is in the future (today is {latest_today()})" in finding.message


@pytest.mark.parametrize(("today", "early"), [(date(2026, 11, 22), 0), (date(2026, 11, 21), 4)])
def test_today_is_not_in_the_future_and_tomorrow_is(today, early, project):
    library, faults = parse(load(Project(project(EXAMPLE))), today=today)
    assert not faults
    assert len(list(reviewed_date.check(survey(library)))) == early


def test_it_is_today_as_soon_as_it_is_so_anywhere():
    where_days_begin = timezone(timedelta(hours=14))
    before = datetime.now(where_days_begin).date()
    assert before <= latest_today() <= datetime.now(where_days_begin).date()


def test_a_date_in_quotes_is_a_date(found_at_marks):
    assert not found_at_marks(edit(TREE, "reviewed: 2026-11-22", 'reviewed: "2026-11-22"'))
