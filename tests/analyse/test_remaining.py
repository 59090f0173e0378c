"""How many questions can follow is held against every way through small libraries."""

from hypothesis import given
from random_libraries import libraries
from real_project import library

from generator.analyse.gate import gate
from generator.analyse.remaining import max_remaining_questions
from generator.analyse.routes import Ending, Routes
from generator.core.library import Library


def longest(library: Library, tree: str, question: str) -> int:
    """The most questions after one, counted one way at a time."""
    most = 0
    for choice in library.trees[tree].questions[question].choices.values():
        if choice.question:
            most = max(most, 1 + longest(library, tree, choice.question))
        elif choice.tree:
            start = library.trees[choice.tree].start
            most = max(most, len(gate(library, choice.tree)) + 1 + longest(library, choice.tree, start))
    return most


@given(libraries(loops=False))
def test_the_number_is_that_of_the_longest_way(some: Library):
    left = max_remaining_questions(some)
    assert left == {(tree, id): longest(some, tree, id) for tree, entry in some.trees.items() for id in entry.questions}


@given(libraries(loops=False))
def test_nobody_is_asked_more(some: Library):
    left = max_remaining_questions(some)
    routes = Routes(some)
    for tree in some.trees:
        standing, allowed = routes.enter(tree), None
        # The way with the most questions that a reader can go from here, step by step.
        while not isinstance(standing, Ending):
            if not standing.gate:
                here = left[standing.tree, standing.question]
                assert allowed is None or here < allowed
                allowed = here
            onward = [to for _, to in routes.choices(standing) if not isinstance(to, Ending)]
            if not onward:
                break
            standing = max(onward, key=lambda to: -1 if to.gate else left[to.tree, to.question])


def test_most_questions_of_the_site_say_how_many_follow():
    left = max_remaining_questions(library())
    assert sum(number <= 5 for number in left.values()) > len(left) * 3 / 4
