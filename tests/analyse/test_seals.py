"""A seal changes with every word that it stands for, and with nothing else."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_libraries import libraries

from generator.analyse.guide import GuideChoice, GuideQuestion, guide_questions
from generator.analyse.seals import editions, flag_seal, question_seal
from generator.core.kinds.care_level import CareLevel
from generator.core.kinds.outcome import Outcome
from generator.core.kinds.red_flag import RedFlag
from generator.core.kinds.tree import Choice, Question, Tree
from generator.core.library import Library

TEXT = st.text(max_size=8)


FLAGS = st.tuples(TEXT, st.builds(RedFlag, text=TEXT, group=TEXT))


@given(FLAGS, FLAGS)
def test_a_flag_is_its_id_its_words_and_those_above_it(one: tuple[str, RedFlag], other: tuple[str, RedFlag]):
    assert (flag_seal(*one) == flag_seal(*other)) is (one == other)


def test_nothing_else_of_a_flag_is_sealed():
    plain = RedFlag(text="It is hot")
    other = RedFlag(text="It is hot", care="soon", places="everywhere", why="Because.", sources=["a"], detail="Very.")
    assert flag_seal("hot", plain) == flag_seal("hot", other)
    assert len(flag_seal("hot", plain)) == 16


CHOICES = st.builds(
    GuideChoice, id=TEXT, text=TEXT, kind=st.just("outcome"), to=st.just("there"), hint=TEXT, place=st.none() | TEXT
)
QUESTIONS = st.builds(
    GuideQuestion, id=st.just("q"), ask=TEXT, why=TEXT, answers=st.lists(CHOICES, max_size=3).map(tuple)
)


@given(QUESTIONS, QUESTIONS)
def test_a_question_is_all_that_is_said_at_it_and_at_its_choices(one: GuideQuestion, other: GuideQuestion):
    assert (question_seal(one) == question_seal(other)) is (one == other)
    assert len(question_seal(one)) == 8


@given(QUESTIONS)
def test_where_a_choice_leads_and_what_the_question_is_called_are_not_sealed(question: GuideQuestion):
    moved = tuple(replace(one, kind="question", to="elsewhere") for one in question.answers)
    assert question_seal(question) == question_seal(replace(question, id="other", answers=moved))


def test_a_question_about_signs_is_the_same_whatever_its_number():
    def about_signs(levels: dict[str, str]) -> GuideQuestion:
        care_levels = {level: CareLevel(title=level) for level in ("emergency", "soon")}
        flags = {id: RedFlag(text=id, care=level, places="everywhere") for id, level in levels.items()}
        library = Library.of(trees={"a": tree()}, red_flags=flags, care_levels=care_levels)
        return next(one for one in guide_questions(library, "a") if one.id == "red-flags-soon")

    alone, second = about_signs({"hot": "soon"}), about_signs({"hot": "soon", "numb": "emergency"})
    assert alone.ask != second.ask
    assert question_seal(alone) == question_seal(second)
    assert len(question_seal(alone)) == 16


def tree(*leads_to: str, ask: str = "?") -> Tree:
    ways = {f"to-{id}": Choice(text=id, tree=id) for id in leads_to}
    return Tree(start="q", questions={"q": Question(ask=ask, choices={**ways, "end": Choice(text="No", outcome="o")})})


@given(libraries(loops=False), st.randoms(use_true_random=True))
def test_an_edition_changes_with_its_guide_and_those_before_it_and_no_other(library: Library, dice: Random):
    touched = dice.choice(sorted(library.trees))
    old = library.trees[touched]
    name = dice.choice(sorted(old.questions))
    new = dice.choice([_said_otherwise, _chosen_otherwise])(old.questions[name], dice)
    changed = old.model_copy(update={"questions": {**old.questions, name: new}})
    before, after = editions(library), editions(library.with_entries(trees={**library.trees, touched: changed}))
    assert {id for id in before if before[id] != after[id]} == _from(library, touched)


def _said_otherwise(question: Question, dice: Random) -> Question:
    return question.model_copy(update={dice.choice(["ask", "why"]): "Something else?"})


def _chosen_otherwise(question: Question, dice: Random) -> Question:
    id = dice.choice(sorted(question.choices))
    choice = question.choices[id].model_copy(update={dice.choice(["text", "hint", "place"]): "Something else"})
    return question.model_copy(update={"choices": {**question.choices, id: choice}})


def _from(library: Library, tree: str) -> set[str]:
    """A tree and all that it can lead to, found by going there."""
    found, ahead = set(), [tree]
    while ahead:
        here = ahead.pop()
        if here not in found:
            found.add(here)
            choices = [one for asked in library.trees[here].questions.values() for one in asked.choices.values()]
            ahead += [choice.tree for choice in choices if choice.tree]
    return found


@pytest.mark.parametrize(
    ("more", "same"),
    [
        ({"red_flags": {"hot": RedFlag(text="Hot", care="soon", places=["hip"])}}, True),
        ({"red_flags": {"hot": RedFlag(text="Hot", care="soon", places=["knee"])}}, False),
        ({"red_flags": {"hot": RedFlag(text="Hot!", care="soon", places=["knee"])}}, False),
        ({"outcomes": {"o": Outcome(title="Another")}}, True),
    ],
    ids=["a sign of another place", "a sign", "a sign in other words", "a result"],
)
def test_an_edition_changes_with_the_signs_that_its_guide_asks(more: dict, same: bool):
    knee = tree().model_copy(update={"places": ["knee"]})
    levels = {"soon": CareLevel(title="Soon")}
    library = Library.of(trees={"a": knee}, care_levels=levels, outcomes={"o": Outcome(title="One")})
    assert (editions(library) == editions(library.with_entries(**more))) is same


def test_an_edition_changes_with_where_an_answer_leads():
    assert (
        editions(Library.of(trees={"a": tree("b"), "b": tree(), "c": tree()}))["a"]
        != (editions(Library.of(trees={"a": tree("c"), "b": tree(), "c": tree()}))["a"])
    )


@pytest.mark.long
def test_a_long_row_of_guides_is_no_trouble():
    trees = {f"t{n}": tree(f"t{n + 1}") for n in range(3000)} | {"t3000": tree()}
    assert len(set(editions(Library.of(trees=trees)).values())) == 3001
