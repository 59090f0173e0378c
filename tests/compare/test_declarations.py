"""A declaration on which a proof rests cannot be weakened unnoticed: held against readers who walk both versions.

The walker in `walker` is written from the words of the design alone.
"""

import json
from itertools import permutations
from random import Random

import pytest
from click.testing import CliRunner
from deep import examples
from example import CARE_LEVELS, EXAMPLE, RED_FLAGS, SEE_SOMEONE, TAKE_IT_EASY, TREE, add, edit
from hypothesis import given, settings
from hypothesis import strategies as st
from random_libraries import PLACES, some_library
from walker import End, answers, begin, called_for, walk

from generator.analyse.survey import survey
from generator.cli.main import main
from generator.compare.libraries import Comparison, compare
from generator.core.kinds.tree import Choice
from generator.core.library import Library
from generator.core.project import Project
from generator.load.files import load
from generator.load.parse import parse
from generator.rules import unsure_lowers_care

CARDS = ["emergency", "urgent", "non-urgent", "self-care"]

ALL = ["order", "self_care", "card", "tree", "tree", "outcome", "outcome", "flag", "flag", "unsure"]
# Those that change no path: which ways a later guide leaves to a reader follows from what was asked before.
OF_LEVELS_AND_ANSWERS = ["order", "self_care", "card", "unsure", "unsure", "unsure"]

# ------------------------------------------------------------------------------------- libraries that differ in these


def redeclared(dice: Random, library: Library, kinds: list[str]) -> Library:
    """The library with one declaration changed: nothing comes or goes, and no answer leads elsewhere."""
    levels, flags, outcomes, trees = (dict(one) for one in (
        library.care_levels, library.red_flags, library.outcomes, library.trees
    ))  # fmt: skip

    def another(entries: dict, **change: object) -> None:
        id = dice.choice(list(entries))
        entries[id] = entries[id].model_copy(update=change)

    def some_places() -> list[str]:
        return dice.sample(PLACES, dice.randint(0, 2))

    match dice.choice(kinds):
        case "order":
            levels = {id: levels[id] for id in dice.choice(list(permutations(levels)))}
        case "self_care" if levels:
            another(levels, self_care=dice.random() < 0.5)
        case "card" if levels:
            another(levels, card=dice.choice(CARDS))
        case "tree":
            another(trees, places=some_places())
        case "outcome":
            another(outcomes, places=some_places())
        case "flag" if flags:
            another(flags, places=dice.choice([some_places(), "everywhere"]))
        case "unsure":
            tree = dice.choice(list(trees))
            question = dice.choice(list(trees[tree].questions))
            asked = trees[tree].questions[question]
            choice = dice.choice(list(asked.choices))
            marked = asked.choices[choice].model_copy(update={"unsure": dice.random() < 0.5})
            asked = asked.model_copy(update={"choices": {**asked.choices, choice: marked}})
            trees[tree] = trees[tree].model_copy(update={"questions": {**trees[tree].questions, question: asked}})
    return library.with_entries(care_levels=levels, red_flags=flags, outcomes=outcomes, trees=trees)


def two_versions(dice: Random, kinds: list[str] = ALL) -> tuple[Library, Library]:
    before = after = some_library(dice, loops=False)
    for _ in range(dice.randint(1, 2)):
        after = redeclared(dice, after, kinds)
    return before, after


def compared(before: Library, after: Library) -> Comparison:
    return compare(survey(before), survey(after))


any_two = given(st.builds(two_versions, st.randoms(use_true_random=True)))

# ------------------------------------------------------------------------------------------- what a reader would find


def ways(library: Library, tree: str) -> list[tuple[dict, End]]:
    """Each way through a tree: every answer by the tree and question, and where it ends, with the flags said no to."""
    found = []

    def on(reader, given: dict) -> None:
        for (question, choice), to in answers(library, reader):
            more = {**given, (reader.tree, question): choice}
            if isinstance(to, End):
                found.append((more, to))
            else:
                on(to, more)

    on(begin(library, tree, frozenset()), {})
    return found


def is_less_urgent(before: Library, after: Library, was: str | None, now: str | None) -> bool:
    """Whether one level is less urgent than another by the order of either version, or shown as less urgent."""
    if was is None or now is None:
        return was is not None
    orders = [list(library.care_levels) for library in (before, after)]
    if any(order.index(now) > order.index(was) for order in orders):
        return True
    return CARDS.index(after.care_levels[now].card) > CARDS.index(before.care_levels[was].card)


def some_reader_is_worse_off(before: Library, after: Library) -> bool:
    """Whether somebody who gives the same answers in both versions ends with less care, or has passed fewer signs."""
    for tree in before.trees:
        later = ways(after, tree)
        for way, was in ways(before, tree):
            for other, now in later:
                if any(way.get(asked, choice) != choice for asked, choice in other.items()):
                    continue
                if is_less_urgent(before, after, was.care, now.care):
                    return True
                # Who is sent away at a sign has passed fewer, and is told what the sign asks for.
                _, last = next(reversed(other))
                at_a_sign = last.startswith("red-flags-")
                if was.outcome == now.outcome in before.outcomes and was.denied - now.denied and not at_a_sign:
                    return True
    return False


def self_care_flags(library: Library, outcome: str) -> set[str] | None:
    """The flags that must be asked before an outcome; None where it is bound to nothing."""
    value = library.outcomes[outcome]
    bound = value.care is not None and library.care_levels[value.care].self_care
    return called_for(library, value.places) if bound else None


def some_result_is_held_back_by_less(before: Library, after: Library) -> bool:
    for id in before.outcomes:
        was, now = self_care_flags(before, id), self_care_flags(after, id)
        if was is not None and (now is None or was - now):
            return True
    return False


def some_level_is_weaker(before: Library, after: Library) -> bool:
    """Whether a level sends fewer people on than it did, by its card or its own word."""
    for id, was in before.care_levels.items():
        now = after.care_levels[id]
        if CARDS.index(now.card) > CARDS.index(was.card) or (now.self_care and not was.self_care):
            return True
    return False


@pytest.mark.long
@settings(max_examples=examples(400))
@any_two
def test_no_reader_is_worse_off_unnoticed(two):
    if some_reader_is_worse_off(*two) or some_result_is_held_back_by_less(*two) or some_level_is_weaker(*two):
        assert compared(*two).less_urgent


def rerouted(dice: Random, library: Library) -> Library:
    """The library with every answer that led to a result leading to any other."""

    def anywhere(choice: Choice) -> Choice:
        return choice.model_copy(update={"outcome": dice.choice(list(library.outcomes))}) if choice.outcome else choice

    trees = {}
    for id, tree in library.trees.items():
        questions = {
            name: asked.model_copy(update={"choices": {key: anywhere(one) for key, one in asked.choices.items()}})
            for name, asked in tree.questions.items()
        }
        trees[id] = tree.model_copy(update={"questions": questions})
    return library.with_entries(trees=trees)


def fewer_are_refused(before: Library, after: Library, seeds: list[int]) -> bool:
    """Whether some routes, the same in both versions, would be refused before and let pass after."""
    return any(lowered(rerouted(Random(seed), before)) - lowered(rerouted(Random(seed), after)) for seed in seeds)


def lowered(library: Library) -> set[tuple]:
    return {(fault.at.file, fault.at.path[:4]) for fault in unsure_lowers_care.check(survey(library))}


def with_routes(dice: Random) -> tuple[Library, Library, list[int]]:
    return *two_versions(dice, OF_LEVELS_AND_ANSWERS), [dice.randint(0, 10**9) for _ in range(4)]


@pytest.mark.long
@given(st.builds(with_routes, st.randoms(use_true_random=True)))
def test_where_less_urgent_unsure_answers_would_be_let_pass_that_is_told(drawn):
    """The rule on unsure answers refuses some routes; a declaration by which it refuses fewer has weakened it."""
    before, after, seeds = drawn
    if fewer_are_refused(before, after, seeds):
        assert compared(before, after).less_urgent


@pytest.mark.long
def test_the_changes_tried_here_are_of_every_kind():
    """Else the tests above would prove little."""
    dice = Random(1)
    seen: dict[str, int] = {}
    for _ in range(200):
        before, after = two_versions(dice)
        told = compared(before, after)
        for name, found in {
            "worse off": some_reader_is_worse_off(before, after),
            "held back by less": some_result_is_held_back_by_less(before, after),
            "a weaker level": some_level_is_weaker(before, after),
            "fewer refused": fewer_are_refused(*with_routes(dice)),
            "told": told.less_urgent,
            "quiet": not told.less_urgent and before != after,
        }.items():
            seen[name] = seen.get(name, 0) + found
    assert min(seen.values()) > 5, seen


# ------------------------------------------------------------------------------------------------ what is said of them


def read(files: dict[str, str], folder) -> Library:
    for path, text in (EXAMPLE | files).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return parse(load(Project(folder)))[0]


def diff(before, after) -> tuple[int, dict]:
    arguments = ["diff", str(before), str(after), "--fail-on-less-urgent", "--format", "json"]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return result.exit_code, json.loads(result.stdout)


TWO = EXAMPLE[RED_FLAGS] + "numb: {text: It is numb, care: emergency, places: [elbow, knee], sources: [a-study]}\n"
NUMB = {RED_FLAGS: TWO.replace("[elbow, knee]", "[elbow]")}
LONG = edit(TREE, "A lot, outcome", "A lot, unsure: true, outcome")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            {},
            edit(CARE_LEVELS, ", self_care: true", ""),
            'The care level "Look after it" is now shown as "self-care"; it was "self-care", and sends nobody to a'
            " professional. Its results no longer wait for the answers to red flags.",
        ),
        (
            {},
            edit(CARE_LEVELS, "self-care, act: Take it easy., self_care: true", "non-urgent, act: Take it easy."),
            'The care level "Look after it" is now shown as "non-urgent"; it was "self-care", and sends nobody to a'
            " professional. Its results no longer wait for the answers to red flags.",
        ),
        (
            {},
            edit(CARE_LEVELS, "act: Make an appointment.", "act: Make an appointment., self_care: true"),
            'The care level "See somebody soon" is now shown as "non-urgent", and sends nobody to a professional; it'
            ' was "non-urgent".',
        ),
        (
            {},
            edit(TAKE_IT_EASY, "[knee]", "[]"),
            'The outcome "Take it easy" no longer waits for the answer to the red flag "Your knee is hot and swollen".',
        ),
        (
            {RED_FLAGS: TWO},
            {RED_FLAGS: TWO} | edit(TAKE_IT_EASY, "[knee]", "[hip]") | {"content/places/hip.yml": "title: Hip\n"},
            'The outcome "Take it easy" no longer waits for the answer to the red flags "Your knee is hot and swollen"'
            ' and "It is numb".',
        ),
        (
            {RED_FLAGS: TWO} | edit(SEE_SOMEONE, "summary", "places: [knee]\nsummary"),
            {RED_FLAGS: TWO},
            'The outcome "See someone" no longer shows the red flag "It is numb".',
        ),
        (
            {},
            edit(CARE_LEVELS, "self-care: {", "rest: {title: Rest, card: non-urgent, act: Rest.}\nself-care: {")
            | edit(TAKE_IT_EASY, "care: self-care", "care: rest"),
            'The outcome "Take it easy" is no longer held back by red flags: it now means "Rest".',
        ),
        (
            LONG,
            {},
            'The answer "A lot" to "Does it hurt at rest?" is no longer marked as unsure, so it may lead to less care.',
        ),
        (
            edit(TREE, "A little, outcome", "A little, unsure: true, outcome"),
            {TREE: LONG[TREE].replace("A little, outcome", "A little, unsure: true, outcome")},
            'The answer "A lot" to "Does it hurt at rest?" is now marked as unsure. Other uncertain answers are no'
            " longer held to it.",
        ),
        (
            {},
            {CARE_LEVELS: "".join(reversed(EXAMPLE[CARE_LEVELS].splitlines(keepends=True)))},
            "The care levels stand in another order.",
        ),
        (
            NUMB | edit(TREE, "{text: A lot, outcome", "{text: A lot, sign: numb, outcome"),
            NUMB,
            'The answer "A lot" to "Does it hurt at rest?" no longer means "It is numb".',
        ),
        (
            edit(RED_FLAGS, "[knee]", "[knee], shown_at: [knee, elbow]"),
            edit(RED_FLAGS, "[knee]", "[knee], shown_at: [knee]"),
            'The red flag "Your knee is hot and swollen" is no longer shown at "Elbow".',
        ),
        (
            edit(RED_FLAGS, "[knee]", "[knee], shown_at: everywhere"),
            {},
            'The red flag "Your knee is hot and swollen" is no longer shown everywhere.',
        ),
    ],
)  # fmt: skip
def test_a_weaker_declaration_is_less_urgent_and_ends_the_command_with_1(before, after, said, tmp_path):
    read(before, tmp_path / "before")
    read(after, tmp_path / "after")
    status, told = diff(tmp_path / "before", tmp_path / "after")
    assert said in [note["message"] for note in told["notes"] if note["less_urgent"]]
    assert status == 1
    assert told["less_urgent"]


@pytest.mark.parametrize(
    "after",
    [
        edit(TAKE_IT_EASY, "[knee]", "[knee, elbow]"),
        edit(RED_FLAGS, "[knee]", "[knee, elbow]"),
        edit(TREE, "[knee]", "[knee, elbow]"),
        add(CARE_LEVELS, "rest: {title: Rest, card: self-care, act: Rest., self_care: true}\n"),
        edit(TAKE_IT_EASY, "care: self-care", "care: soon"),
    ],
)
def test_a_stronger_declaration_is_not(after, tmp_path):
    read({}, tmp_path / "before")
    read(after, tmp_path / "after")
    status, told = diff(tmp_path / "before", tmp_path / "after")
    assert (status, told["less_urgent"]) == (0, False)


def test_the_first_answer_that_is_marked_as_unsure_lowers_nothing(tmp_path):
    sure = edit(TREE, "      cannot-tell: {text: I cannot tell, unsure: true, outcome: see-someone}\n", "")
    read(sure, tmp_path / "before")
    read({TREE: sure[TREE].replace("A lot, outcome", "A lot, unsure: true, outcome")}, tmp_path / "after")
    status, told = diff(tmp_path / "before", tmp_path / "after")
    assert (status, told["less_urgent"]) == (0, False)


def test_a_result_that_is_now_somebodys_care_need_no_longer_be_held_back(tmp_path):
    before = read({}, tmp_path / "before")
    after = read(edit(TAKE_IT_EASY, "care: self-care", "care: emergency"), tmp_path / "after")
    comparison = compared(before, after)
    assert [note.less_urgent for note in comparison.notes] == [False]
    assert all(walk(after, begin(after, tree, frozenset())) for tree in after.trees)
