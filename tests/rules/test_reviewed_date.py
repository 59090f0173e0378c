from datetime import date, timedelta

import pytest
from example import EXAMPLE, KNEE, TREE, add, edit

from generator.check import check
from generator.load import load
from generator.parse import latest_today, parse
from generator.project import Project


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


def test_a_day_is_over_for_nobody_before_it_has_begun_for_all(project):
    loaded = load(Project(project(EXAMPLE)))
    library, faults = parse(loaded, today=date(2026, 11, 22))
    assert not faults
    assert library.today == date(2026, 11, 22)
    assert latest_today() - date.today() <= timedelta(days=1)
    assert check(loaded).ok


def test_a_date_in_quotes_is_a_date(found_at_marks):
    assert not found_at_marks(edit(TREE, "reviewed: 2026-11-22", 'reviewed: "2026-11-22"'))
