"""What Above & Below promises its readers of the whole of its content, over and above what each file must say.

What each file must say stands in `content/site.yml`, where "signpost check" reads it, so that whoever writes one is
told. Here that need only be asked once: that the check has nothing to say.
"""

import re
from pathlib import Path

import pytest
import real_project

from generator.analyse.cases import expected_level, is_as_expected
from generator.analyse.gate import NO, UNSURE, gate, outcome_id
from generator.analyse.guide import words_before_first_question
from generator.analyse.routes import Ending, Routes
from generator.core.library import texts

ROOT = Path(__file__).parents[2]
REPORT = real_project.report()
LIBRARY = REPORT.survey.library
ROUTES = Routes(LIBRARY)
GATE = {outcome_id(level) for level in LIBRARY.care_levels}
LEVELS = list(LIBRARY.care_levels)
SELF_CARE = {id for id, level in LIBRARY.care_levels.items() if level.self_care}

# The numbers that stand for an ambulance, or nearly, each with what must be said beside it.
NUMBERS = {
    "999": "UK|United Kingdom",
    "911": "US|United States",
    "112": "EU|European Union",
    "000": "Australia",
    "111": "NHS 111|New Zealand",
}


def words() -> list[tuple[str, str]]:
    """The texts in which a number to call may stand, with what they are; of all others the check tells."""
    found = [(f"care level {id}", text) for id, one in LIBRARY.care_levels.items() for _, text in texts(one)]
    return found + [(path, LIBRARY.pages[path].text) for path in LIBRARY.site.pages_of_numbers]


def test_there_is_neither_an_error_nor_a_warning():
    assert not REPORT.findings


@pytest.mark.parametrize("tree", LIBRARY.trees)
def test_not_being_sure_of_a_red_flag_counts_as_yes(tree):
    standing = ROUTES.enter(tree)
    levels = [question.level for question in gate(LIBRARY, tree)]
    assert levels[:2] == ["emergency", "same-day"]
    assert levels == sorted(levels, key=LEVELS.index)
    for question in gate(LIBRARY, tree):
        leads = dict(ROUTES.choices(standing))
        assert leads[UNSURE] == Ending(outcome_id(question.level), question.level)
        for flag in question.flags:
            assert LEVELS.index(leads[flag].care) <= LEVELS.index(question.level)
        standing = leads[NO]


@pytest.mark.parametrize("tree", LIBRARY.trees)
def test_at_most_310_words_stand_before_the_first_question(tree):
    assert 0 < words_before_first_question(LIBRARY, tree) <= 310


def test_cases_reach_what_the_guides_are_for():
    walks = [walk for walk in REPORT.survey.walks if LIBRARY.cases[walk.case].expect.levels]
    expected = {walk.case: expected_level(LIBRARY, LIBRARY.cases[walk.case]) for walk in walks}
    reached = {walk.case: walk.ending.care for walk in walks}
    assert all(is_as_expected(LIBRARY, walk) for walk in REPORT.survey.walks)
    right = sum(expected[case] == reached[case] for case in expected)
    assert right >= 17 / 20 * len(expected)
    for level in ("emergency", "same-day"):
        assert all(LEVELS.index(reached[case]) <= LEVELS.index(level) for case in expected if expected[case] == level)
    ordinary = [case for case in expected if expected[case] == "self-care"]
    assert sum(reached[case] == "self-care" for case in ordinary) >= 8 / 10 * len(ordinary)


def test_a_result_is_a_few_taps_away():
    taps = sorted(walk.taps for walk in REPORT.survey.walks)
    assert taps[len(taps) // 2] <= 7
    assert taps[-1] <= LIBRARY.site.most_answers


def test_few_readers_end_at_the_result_of_last_resort():
    ends = [walk.ending.outcome for walk in REPORT.survey.walks]
    assert ends.count("get-it-checked") <= len(ends) / 20


def test_the_buttons_of_a_level_call_the_numbers_that_its_advice_names():
    for level in LIBRARY.care_levels.values():
        assert [one.number for one in level.numbers] == re.findall(r"\(tel:([^)]*)\)", level.act)
        for one in level.numbers:
            assert re.search(NUMBERS[one.number], f"{one.name} {one.place}")
            assert one.regions
            assert one.time_zones


def test_an_emergency_number_stands_with_its_country():
    seen = set()
    buttons = {one.number for level in LIBRARY.care_levels.values() for one in level.numbers}
    for where, text in words():
        if text in buttons:
            continue
        for number, names in NUMBERS.items():
            for found in re.finditer(rf"(?<![\d.,/:(-]){number}(?![\d-]|[.,]\d)", text):
                around = text[max(0, found.start() - 40) : found.end() + 30]
                assert re.search(names, around), (where, around)
                seen.add(number)
    assert seen == set(NUMBERS)


def test_a_number_to_tap_is_the_number_that_is_read():
    links = [(where, *link) for where, text in words() for link in re.findall(r"\[([^]]*)\]\(tel:([^)]*)\)", text)]
    assert len(links) > len(NUMBERS)
    for where, shown, called in links:
        assert re.sub(r"\D", "", shown) == called, where


@pytest.mark.long
def test_no_path_to_self_care_is_without_every_red_flag_of_its_tree():
    for tree in LIBRARY.trees:
        for path in ROUTES.paths(tree):
            if path.ending.care in SELF_CARE:
                asked = {question for question, choice in path.answers if choice == NO}
                assert {question.id for question in gate(LIBRARY, tree)} <= asked
