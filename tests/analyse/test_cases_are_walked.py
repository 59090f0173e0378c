"""Cases, walked: held against a reader who goes one step at a time and counts words on the fingers."""

from random import Random

import pytest
import walker
from hypothesis import given
from hypothesis import strategies as st
from kettles import HANDED, KETTLES, LID, WHITE, kettles
from random_libraries import some_library

from generator.analyse.cases import expected_level, is_as_expected, matrix, uncovered, walks
from generator.check.run import check
from generator.core.kinds.case import Case, Expectation
from generator.core.library import Library
from generator.core.project import Project
from generator.load.files import load

WORDS = ["", "one", "two words", "now  these three", "four of them here"]
SEEDS = st.randoms(use_true_random=True)


def worded(library: Library, dice: Random) -> Library:
    """The same library with words everywhere, as each may be as long as it likes."""

    def say(entry, *fields: str):
        return entry.model_copy(update={field: dice.choice(WORDS) for field in fields})

    trees = {}
    for id, tree in library.trees.items():
        questions = {
            name: say(question, "ask", "why").model_copy(
                update={"choices": {one: say(choice, "text", "hint") for one, choice in question.choices.items()}}
            )
            for name, question in tree.questions.items()
        }
        trees[id] = say(tree, "title").model_copy(update={"questions": questions})
    flags = {id: say(flag, "text", "group") for id, flag in library.red_flags.items()}
    return library.with_entries(trees=trees, red_flags=flags)


def some_case(library: Library, dice: Random) -> Case:
    """A case that mostly ends, and now and then goes astray in one of many ways."""
    guide = dice.choice(sorted(library.trees))
    here, answers = walker.begin(library, guide, frozenset()), []
    while isinstance(here, walker.Reader):
        (question, choice), here = dice.choice(list(walker.answers(library, here)))
        answers.append({question: choice})
    place = dice.randrange(len(answers))
    match dice.randrange(12):
        case 0:
            answers = answers[:place]
        case 1:
            answers.append(answers[place])
        case 2:
            answers[place] = {"elsewhere": "choice0"}
        case 3:
            answers[place] = dict.fromkeys(answers[place], "elsewhere")
        case 4:
            answers[place] = answers[place] | {"more": "choice0"}
        case 5:
            answers[place] = {}
    outcomes = [None, here.outcome, here.outcome, *library.outcomes]
    levels = [None, here.care, here.care, *library.care_levels, [*library.care_levels][:2]]
    return Case(
        guide=guide, answers=answers, expect=Expectation(outcome=dice.choice(outcomes), care=dice.choice(levels))
    )


def some_cases(dice: Random) -> Library:
    library = worded(some_library(dice, loops=False), dice)
    cases = {f"case{n}": some_case(library, dice) for n in range(dice.randint(0, 8))}
    if cases and dice.random() < 0.1:
        cases["lost"] = Case(guide="no-such-guide", answers=[{"a": "b"}])
    return library.with_entries(cases=cases)


# -------------------------------------------------------------------------------------------- as somebody would count


def followed(library: Library, case: Case):
    """The readers that were asked, each with the answer, and where the last answer that could be given led."""
    here, passed = walker.begin(library, case.guide, frozenset()), []
    for answer in case.answers:
        leads = {} if isinstance(here, walker.End) else dict(walker.answers(library, here))
        pair = next(iter(answer.items()), ("", ""))
        if len(answer) != 1 or pair not in leads:
            break
        passed.append((here, pair))
        here = leads[pair]
    return passed, here


def words_at(library: Library, reader: walker.Reader) -> list[str]:
    """All that a reader is shown at a question, in the order of the page."""
    if not reader.levels:
        question = library.trees[reader.tree].questions[reader.question]
        return [
            question.ask,
            question.why,
            *(text for one in question.choices.values() for text in (one.text, one.hint)),
        ]
    whole = walker.begin(library, reader.tree, frozenset()).levels
    level = reader.levels[0]
    number = f"({whole.index(level) + 1} of {len(whole)})" if len(whole) > 1 else ""
    said = [
        "Warning signs",
        number,
        "do any of these apply to you?",
        "Tap the first that applies.",
    ]
    asked = walker.called_for(library, library.trees[reader.tree].places, reader.denied)
    above = ""
    for id, flag in library.red_flags.items():
        if id in asked and flag.care == level:
            said += [flag.group if flag.group != above else "", flag.text]
            above = flag.group
    return [*said, "None of these", "I am not sure"]


def words_of(library: Library, passed) -> int:
    total, tree = 0, None
    for reader, _ in passed:
        texts = words_at(library, reader)
        if reader.tree != tree:
            texts = [library.trees[reader.tree].title, *texts]
        total += sum(len(text.split()) for text in texts)
        tree = reader.tree
    return total


@given(SEEDS)
def test_each_case_is_walked_as_its_reader_would(dice: Random):
    library = some_cases(dice)
    found = list(walks(library))
    assert [walk.case for walk in found] == [id for id, case in library.cases.items() if case.guide in library.trees]
    for walk in found:
        case = library.cases[walk.case]
        passed, here = followed(library, case)
        ended = isinstance(here, walker.End)
        assert [answer for _, answer in walk.passed] == [answer for _, answer in passed]
        assert [standing.tree for standing, _ in walk.passed] == [reader.tree for reader, _ in passed]
        assert (walk.ending is not None) == ended
        assert not ended or (walk.ending.outcome, walk.ending.care) == (here.outcome, here.care)
        assert (walk.here is None) == ended
        assert walk.wrong == (len(passed) if len(passed) < len(case.answers) else None)
        assert walk.taps == len(passed)
        assert walk.words == words_of(library, passed)


@given(SEEDS)
def test_a_case_is_right_where_all_that_it_expects_has_come(dice: Random):
    library = some_cases(dice)
    for walk in walks(library):
        case = library.cases[walk.case]
        passed, here = followed(library, case)
        wanted = [one for one in (case.expect.outcome, case.expect.care) if one]
        come = isinstance(here, walker.End) and len(passed) == len(case.answers)
        if come and case.expect.outcome:
            come = here.outcome == case.expect.outcome
        if come and case.expect.care:
            levels = case.expect.care if isinstance(case.expect.care, list) else [case.expect.care]
            come = here.care in levels
        assert is_as_expected(library, walk) == (come and bool(wanted))


@given(SEEDS)
def test_the_matrix_counts_each_case_that_ends_once(dice: Random):
    library = some_cases(dice)
    counted = matrix(library, tuple(walks(library)))
    levels = list(library.care_levels)
    assert {row: list(cells) for row, cells in counted.items()} == dict.fromkeys(levels, levels)
    ends = []
    for case in library.cases.values():
        if case.guide in library.trees:
            here = followed(library, case)[1]
            if isinstance(here, walker.End):
                ends.append((wanted_level(library, case), here.care))
    for expected in levels:
        for reached in levels:
            assert counted[expected][reached] == ends.count((expected, reached))


def wanted_level(library: Library, case: Case) -> str | None:
    care = case.expect.care
    if care:
        return care if isinstance(care, str) else care[0]
    if case.expect.outcome in library.outcomes:
        return library.outcomes[case.expect.outcome].care
    for level in library.care_levels:
        if case.expect.outcome == f"care-{level}" and any(flag.care == level for flag in library.red_flags.values()):
            return level
    return None


@given(SEEDS)
def test_what_no_case_comes_by_is_all_that_none_came_by(dice: Random):
    library = some_cases(dice)
    left = uncovered(library, tuple(walks(library)))
    results, choices, signs = set(), set(), set()
    for case in library.cases.values():
        if case.guide not in library.trees:
            continue
        passed, here = followed(library, case)
        for reader, (question, choice) in passed:
            if reader.levels:
                signs.add(choice)
            else:
                choices.add((reader.tree, question, choice))
        if isinstance(here, walker.End):
            results.add(here.outcome)
    asked = set().union(*(walker.called_for(library, tree.places) for tree in library.trees.values()))
    there = [
        (tree, question, choice)
        for tree, one in library.trees.items()
        for question, two in one.questions.items()
        for choice in two.choices
    ]
    led_to = {library.trees[tree].questions[question].choices[choice].outcome for tree, question, choice in there}
    led_to |= {library.red_flags[id].outcome for id in asked}
    assert list(left.choices) == [one for one in there if one not in choices]
    assert set(left.signs) == asked - signs
    assert set(left.outcomes) == led_to - results - {None}
    assert all(len(set(one)) == len(one) for one in (left.outcomes, left.choices, left.signs))


# ------------------------------------------------------------------------------------------------------- by hand


def surveyed(folder):
    return check(load(Project(folder))).survey


def walk_of(survey, id: str):
    return next(walk for walk in survey.walks if walk.case == id)


def test_the_words_on_the_way_to_a_loose_lid(project):
    told = [
        "The kettle is slow",
        "Warning signs (1 of 2): do any of these apply to you? Tap the first that applies.",
        "It smokes or smells burnt None of these I am not sure",
        "Warning signs (2 of 2): do any of these apply to you? Tap the first that applies.",
        "While it boils The lid is loose None of these I am not sure",
    ]
    walk = walk_of(surveyed(project(KETTLES)), "open-lid")
    assert (walk.words, walk.taps) == (len(" ".join(told).split()), 2)


def test_after_a_handover_the_title_of_the_next_guide_is_read_and_no_sign_again(project):
    whole = walk_of(surveyed(project(KETTLES)), "dead-base").words
    half = kettles(HANDED, "  - {red-flags-unplug: no}\n  - {socket: no}\n", "")
    told = [
        "The base is dead",
        "Warning signs: do any of these apply to you? Tap the first that applies.",
        "The plug is wet None of these I am not sure",
        "Does a lamp work in that socket? It does It does not I have no lamp",
    ]
    assert whole - walk_of(surveyed(project(half)), "dead-base").words == len(" ".join(told).split())


def test_marks_and_addresses_are_no_words(project):
    plain = walk_of(surveyed(project(KETTLES)), "white-inside").words
    said = kettles("decision_trees/kettle.yml", "{text: White, ", "{text: '[*White*](faq:none)', ")
    assert walk_of(surveyed(project(said)), "white-inside").words == plain


def test_a_choice_called_like_a_sign_is_no_sign(project):
    path = "decision_trees/kettle.yml"
    text = KETTLES[path].replace("white: {text", "smoke: {text")
    survey = surveyed(project(KETTLES | {path: text, WHITE: KETTLES[WHITE].replace("inside: white", "inside: smoke")}))
    assert walk_of(survey, "white-inside").ending.outcome == "descale"
    assert "smoke" in uncovered(survey.library, survey.walks).signs


@pytest.mark.parametrize(
    ("expect", "level"),
    [
        ("{care: shop}", "shop"),
        ("{care: [unplug, shop]}", "unplug"),
        ("{outcome: new-lid}", "shop"),
        ("{outcome: care-unplug}", "unplug"),
        ("{outcome: new-lid, care: yourself}", "yourself"),
        ("{}", None),
    ],
)
def test_the_level_expected_is_the_best_of_those_named_or_that_of_the_result(expect: str, level: str | None, project):
    library = surveyed(project(kettles(LID, "{care: [unplug, shop]}", expect))).library
    assert expected_level(library, library.cases["open-lid"]) == level
