"""What follows from a value is worked out once for it, anew where anything else is asked, and gone with the value."""

import gc

from generator.core.kinds.outcome import Outcome
from generator.core.memo import memoized, memoized_by_path
from generator.core.source import SourceFile


def counted():
    asked = []

    @memoized
    def title(outcome, mark):
        asked.append(mark)
        return outcome.title + mark

    return title, asked


def test_it_is_worked_out_once_for_the_same_value_and_the_same_question():
    title, asked = counted()
    outcome = Outcome(title="Rest")
    assert [title(outcome, "!"), title(outcome, "!")] == ["Rest!", "Rest!"]
    assert asked == ["!"]


def test_another_question_has_its_own_answer():
    title, _ = counted()
    outcome = Outcome(title="Rest")
    assert [title(outcome, mark) for mark in ("!", "?", "!", "")] == ["Rest!", "Rest?", "Rest!", "Rest"]


def test_an_equal_value_is_another():
    title, asked = counted()
    assert [title(Outcome(title="Rest"), "!") for _ in range(3)] == ["Rest!"] * 3
    assert asked == ["!"] * 3


def test_values_that_are_gone_leave_nothing_behind_for_those_that_come_in_their_place():
    title, _ = counted()
    for number in range(2000):
        # Each is made where the one before it was.
        assert title(Outcome(title=str(number)), "") == str(number)


def test_a_value_is_not_held_by_what_follows_from_it():
    title, _ = counted()
    outcomes = [Outcome(title=str(number)) for number in range(10)]
    for outcome in outcomes:
        title(outcome, "")
    del outcome, outcomes
    gc.collect()
    assert not [one for one in gc.get_objects() if isinstance(one, Outcome) and one.title.isdecimal()]


def test_a_function_that_gives_the_value_itself_holds_it_not_either():
    @memoized
    def same(outcome):
        return outcome

    outcome = Outcome(title="itself")
    assert same(outcome) is outcome
    del outcome
    gc.collect()
    assert not [one for one in gc.get_objects() if isinstance(one, Outcome) and one.title == "itself"]


def test_of_a_file_the_last_text_is_known():
    asked = []

    @memoized_by_path
    def length(source, more):
        asked.append(source.text)
        return len(source.text) + more

    texts = ["a", "ab", "ab", "a", "a"]
    assert [length(SourceFile("a.yml", text), 1) for text in texts] == [2, 3, 3, 2, 2]
    assert asked == ["a", "ab", "a"]
    assert [length(SourceFile("b.yml", "a"), more) for more in (1, 2)] == [2, 3]
