"""What nobody has held against its sources for a long time is listed, oldest first."""

import json
from datetime import date, timedelta

import pytest
from click.testing import CliRunner
from example import EXAMPLE, SEE_SOMEONE, TREE, edit

from generator.analyse.reviews import overdue
from generator.cli.main import main
from generator.core.project import Project
from generator.load.files import load
from generator.load.parse import parse

OLD = edit(TREE, "2026-11-22", "2019-03-31") | edit(SEE_SOMEONE, "2026-11-22", "2018-01-01")


def signpost(folder, *arguments):
    return CliRunner().invoke(main, ["overdue", "--project", str(folder), *arguments], catch_exceptions=False)


def test_the_oldest_stands_first(project):
    done = signpost(project(EXAMPLE | OLD), "--months", "36")
    assert done.exit_code == 0
    assert done.output.splitlines()[:2] == [
        "2018-01-01  content/outcomes/see-someone.yml  See someone",
        "2019-03-31  decision_trees/example.yml  Sore knee",
    ]


def test_the_markdown_is_a_list_to_tick_off(project):
    done = signpost(project(EXAMPLE | OLD), "--months", "36", "--format", "markdown")
    assert "- [ ] 2018-01-01: `content/outcomes/see-someone.yml`\n- [ ] 2019-03-31: " in done.output


def test_programs_get_the_same(project):
    done = json.loads(signpost(project(EXAMPLE | OLD), "--months", "36", "--format", "json").output)
    assert [one["id"] for one in done["overdue"]] == ["see-someone", "example"]


def test_there_is_nothing_to_do_where_nothing_is_due(project):
    folder = project(EXAMPLE)
    assert "everything was reviewed within 1,200 months" in signpost(folder, "--months", "1200").output
    assert signpost(folder, "--months", "1200", "--format", "markdown").output == ""


@pytest.mark.parametrize(
    ("today", "months", "last"),
    [
        ("2026-11-22", 12, "2025-11-22"),
        ("2026-01-31", 2, "2025-11-30"),
        ("2028-02-29", 12, "2027-02-28"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2026-12-31", 1, "2026-11-30"),
    ],
)
def test_a_review_holds_to_the_same_day_of_the_month_or_its_last(project, today, months, last):
    last = date.fromisoformat(last)

    def due(reviewed: date) -> list[str]:
        files = EXAMPLE | edit(SEE_SOMEONE, "2026-11-22", reviewed.isoformat())
        library, _ = parse(load(Project(project(files))), date.fromisoformat(today))
        return [one.id for one in overdue(library, months)]

    assert "see-someone" not in due(last)
    assert "see-someone" in due(last - timedelta(days=1))


def test_a_month_before_all_time_is_no_error(project):
    assert signpost(project(EXAMPLE), "--months", "999999").exit_code == 0
