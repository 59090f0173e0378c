"""The greatest number of questions that can still follow each question of a guide."""

from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter

from generator.analyse.gate import gate
from generator.core.library import Library

Place = tuple[str, str]


def max_remaining_questions(library: Library) -> Mapping[Place, int]:
    """The greatest number of questions after each question, as (tree, question), until an outcome.

    In a tree that another hands over to, all red-flag questions are counted, as some readers have not answered them
    before; so nobody is asked more than this. Every choice must have a target, and there must be no loops.
    """
    ways = {
        (tree, id): list(_ways(library, tree, id)) for tree, entry in library.trees.items() for id in entry.questions
    }
    left: dict[Place, int] = {}
    for at in TopologicalSorter({at: [to for to, _ in found] for at, found in ways.items()}).static_order():
        left[at] = max((asked + 1 + left[to] for to, asked in ways[at]), default=0)
    return left


def _ways(library: Library, tree: str, question: str) -> Iterator[tuple[Place, int]]:
    """The next questions after a question, each with the number of red-flag questions before it."""
    for choice in library.trees[tree].questions[question].choices.values():
        if choice.question is not None:
            yield (tree, choice.question), 0
        elif choice.tree is not None:
            yield (choice.tree, library.trees[choice.tree].start), len(gate(library, choice.tree))
