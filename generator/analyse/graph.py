"""The graph of the trees: reachability, order and loops.

Depth-first search with an explicit stack, so that a tree may have any depth; time is linear in questions and choices.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from generator.core.kinds.tree import Tree
from generator.core.library import Library

Answer = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Loop:
    """A back edge. `nodes` goes from its target around the loop to the target again; the last step is `edge`."""

    edge: tuple[str, str]
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """One tree as a graph.

    Attributes:
        order: questions that can be reached from the start, in topological order (loops cut).
        loops: the choices that lead back to a question on their own path; `edge` is (question, choice).
        cut: the same choices as a set, for fast lookup.
        jumps: handovers from reachable questions: tree id to the first (question, choice) that makes it.
    """

    order: tuple[str, ...]
    loops: tuple[Loop, ...]
    cut: frozenset[Answer]
    jumps: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Graph:
    """All trees of a library.

    Attributes:
        shapes: the graph of each tree.
        order: trees in topological order of handovers (loops cut).
        loops: handovers that lead back to a tree on their own path; `edge` is (tree, tree).
        cut: the same handovers as a set.
    """

    shapes: Mapping[str, Shape]
    order: tuple[str, ...]
    loops: tuple[Loop, ...]
    cut: frozenset[tuple[str, str]]


def draw(library: Library) -> Graph:
    """Find order, reachability and loops, within each tree and among trees."""
    shapes = {id: _shape(tree) for id, tree in library.trees.items()}

    def handovers(tree: str) -> list[tuple[str, str]]:
        return [(to, to) for to in shapes[tree].jumps if to in shapes]

    order, loops = _search(shapes, handovers)
    return Graph(shapes, order, loops, frozenset(loop.edge for loop in loops))


def ways(tree: Tree) -> dict[str, Answer | None]:
    """For each reachable question, the answer through which the shortest path leads to it; None for the start.

    In the order of distance from the start.
    """
    if tree.start not in tree.questions:
        return {}
    came: dict[str, Answer | None] = {tree.start: None}
    ahead = deque([tree.start])
    while ahead:
        question = ahead.popleft()
        for choice, to in _leads(tree, question):
            if to not in came:
                came[to] = (question, choice)
                ahead.append(to)
    return came


def way_to(came: Mapping[str, Answer | None], question: str) -> tuple[Answer, ...]:
    """The shortest path of answers from the start to a question, from the result of `ways`."""
    answers = []
    while (answer := came[question]) is not None:
        answers.append(answer)
        question = answer[0]
    return tuple(reversed(answers))


def _shape(tree: Tree) -> Shape:
    starts = [tree.start] if tree.start in tree.questions else []
    order, loops = _search(starts, partial(_leads, tree))
    jumps: dict[str, Answer] = {}
    for question in order:
        for id, choice in tree.questions[question].choices.items():
            if choice.tree is not None and choice.target:
                jumps.setdefault(choice.tree, (question, id))
    return Shape(order, loops, frozenset(loop.edge for loop in loops), jumps)


def _leads(tree: Tree, question: str) -> list[tuple[str, str]]:
    """The choices of a question that lead to another question of the same tree, each with that question."""
    choices, questions = tree.questions[question].choices.items(), tree.questions
    return [(id, to) for id, choice in choices if (to := choice.question) in questions and choice.target]


def _search(
    starts: Iterable[str], edges: Callable[[str], Iterable[tuple[str, str]]]
) -> tuple[tuple[str, ...], tuple[Loop, ...]]:
    """Reverse postorder from the starts, and the back edges.

    Args:
        starts: the nodes from which to search, in this order.
        edges: from a node to its outgoing edges, each as its name and its target.
    """
    finished: list[str] = []
    loops: list[Loop] = []
    position: dict[str, int] = {}  # on the current way: how far along
    done: set[str] = set()
    for start in starts:
        if start in done:
            continue
        way = [start]
        position[start] = 0
        ahead = [iter(edges(start))]
        while way:
            step = next(ahead[-1], None)
            if step is None:
                ahead.pop()
                node = way.pop()
                del position[node]
                done.add(node)
                finished.append(node)
                continue
            name, to = step
            if to in position:
                loops.append(Loop((way[-1], name), (*way[position[to] :], to)))
            elif to not in done:
                position[to] = len(way)
                way.append(to)
                ahead.append(iter(edges(to)))
    return tuple(reversed(finished)), tuple(loops)
