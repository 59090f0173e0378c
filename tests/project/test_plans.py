"""Every plan of Above & Below says what to do tonight, where its numbers come from, and when to go on."""

import re
from pathlib import Path
from typing import Any

import pytest

from generator.core.source import SourceFile
from generator.load.yaml_nodes import read

CONTENT = Path(__file__).parents[2] / "content"
CAUTION = "No ibuprofen in pregnancy, on blood thinners or on an antibiotic such as ciprofloxacin."


def entries(folder: str) -> dict[str, Any]:
    paths = sorted((CONTENT / folder).glob("*.yml"))
    return {path.stem: read(SourceFile(path.name, path.read_text("utf-8")))[0] for path in paths}


PLANS, EXERCISES = entries("plans"), entries("exercises")
STEPS = [(plan, step) for plan, one in PLANS.items() for stage in one["stages"] for step in stage.get("exercises", ())]


def test_the_plans_and_exercises_are_there():
    assert len(PLANS) == 11
    assert len(EXERCISES) >= 24


def test_every_exercise_is_part_of_a_plan_and_every_step_an_exercise():
    assert {step["exercise"] for _, step in STEPS} == set(EXERCISES)


@pytest.mark.parametrize("id", EXERCISES)
def test_an_exercise_is_told_in_words_and_has_a_frame_for_start_and_movement(id):
    exercise = EXERCISES[id]
    assert exercise["start"]
    assert exercise["mistakes"]
    assert len(exercise["movement"]) >= 3
    start, move = exercise["figure"]
    assert start.removesuffix("-start") == move.removesuffix("-move") != start
    assert all((CONTENT / "figures" / f"{frame}.svg").is_file() for frame in exercise["figure"])


@pytest.mark.parametrize("id", PLANS)
def test_tonight_speaks_of_sleep_sitting_driving_and_work(id):
    tonight = " ".join(PLANS[id]["tonight"])
    assert {"sleep", "sit", "driving", "work"} <= set(re.findall(r"sleep|sit|driving|work", tonight.lower()))


@pytest.mark.parametrize("id", PLANS)
def test_ibuprofen_never_stands_without_its_caution(id):
    for line in PLANS[id]["tonight"]:
        assert ("ibuprofen" in line) == (CAUTION in line)
        assert "ibuprofen" not in line or "(faq:which-painkiller)" in line


@pytest.mark.parametrize("id", [id for id in PLANS if id != "sciatica"])
def test_the_pain_rule_is_in_numbers(id):
    assert "**0 to 3:**" in PLANS[id]["pain_rule"]
    assert re.search(r"\*\*(4|6) or more:\*\*", PLANS[id]["pain_rule"])


def test_pain_at_the_heel_bone_never_leads_to_the_edge_of_a_step():
    named = {step["exercise"] for plan, step in STEPS if plan == "insertional-achilles"}
    assert named.isdisjoint({"heel-drop", "bent-knee-heel-drop", "calf-stretch", "towel-calf-stretch"})


@pytest.mark.parametrize(("plan", "step"), STEPS, ids=[f"{plan}-{step['exercise']}" for plan, step in STEPS])
def test_a_dose_says_whose_it_is(plan, step):
    """By a source, or as the site's own choice."""
    assert step["dose"]
    assert re.search(r"\[@|\bours?\b", step["note"], re.IGNORECASE)


@pytest.mark.parametrize("id", PLANS)
def test_a_stage_says_when_to_begin_how_long_it_takes_and_when_to_go_on(id):
    for stage in PLANS[id]["stages"]:
        assert all(stage[field] for field in ("title", "when", "how_long", "move_on_if"))


@pytest.mark.parametrize("id", PLANS)
def test_a_plan_says_after_how_long_to_see_someone_and_what_a_week_is_like(id):
    assert "**A normal week" in PLANS[id]["how_long"]
    waits = " ".join(PLANS[id]["see_someone_if"])
    assert re.search(r"\b(\d+ (weeks|days)|a few weeks|each time you come back)\b", waits)


@pytest.mark.parametrize("id", PLANS)
def test_where_the_article_presses_the_plan_says_that_a_clot_comes_first(id):
    says = PLANS[id]["article_says"]
    assert "[@sockdoc-hamstring" in says
    if re.search(r"tender point|place:(top-of-calf|lower-calf|beside-the-achilles)", says):
        assert "(outcome:suspected-clot)" in says
        assert "Never press the hollow behind the knee, the groin, the outer knee bump" in says
