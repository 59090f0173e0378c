"""Boxes in rows: every line leads down, and few lines cross."""

import random
from itertools import combinations, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.draw.order import Order, in_rows

_BOXES = 9


@st.composite
def graphs(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Edges without a loop; every box is at one of them."""
    pairs = st.tuples(st.integers(0, _BOXES), st.integers(0, _BOXES)).filter(lambda pair: pair[0] < pair[1])
    return numbered(draw(st.lists(pairs, min_size=1, max_size=20, unique=True)), draw(st.randoms()))


@st.composite
def forests(draw: st.DrawFn) -> list[tuple[int, int]]:
    """The same, where each box has one box above it at most."""
    parents = draw(st.lists(st.integers(0, _BOXES), min_size=1, max_size=20))
    return numbered([(min(parent, box), box + 1) for box, parent in enumerate(parents)], draw(st.randoms()))


def numbered(edges: list[tuple[int, int]], order: random.Random) -> list[tuple[int, int]]:
    """The same edges, their boxes numbered anew at random, without a gap."""
    boxes = sorted({box for edge in edges for box in edge})
    numbers = list(range(len(boxes)))
    order.shuffle(numbers)
    names = dict(zip(boxes, numbers, strict=True))
    return [(names[start], names[end]) for start, end in edges]


def crossings(order: Order) -> int:
    """Counted pair by pair."""
    place = {spot: (level, number) for level, row in enumerate(order.rows) for number, spot in enumerate(row)}
    return sum(
        place[a][0] == place[c][0] and (place[a][1] - place[c][1]) * (place[b][1] - place[d][1]) < 0
        for (a, b), (c, d) in combinations(order.links, 2)
    )


def fewest(order: Order) -> int:
    """The fewest crossings that any order within the rows has, by trying all of them."""
    every = product(*(permutations(row) for row in order.rows))
    return min(crossings(Order([list(row) for row in rows], order.links)) for rows in every)


@pytest.mark.long
@given(graphs())
def test_every_edge_leads_down_row_by_row_through_spots_of_its_own(edges):
    boxes = 1 + max(map(max, edges))
    rows, links = in_rows(edges)
    assert sorted(spot for row in rows for spot in row) == list(range(sum(map(len, rows))))
    level = {spot: number for number, row in enumerate(rows) for spot in row}
    assert all(level[end] == level[start] + 1 for start, end in links)
    assert all(level[start] < level[end] for start, end in edges)
    onward = {start: end for start, end in links if start >= boxes}
    assert len(onward) == sum(start >= boxes for start, _ in links)
    found = []
    for start, first in links:
        if start < boxes:
            end = first
            while end >= boxes:
                end = onward.pop(end)
            found.append((start, end))
    assert sorted(found) == sorted(edges)
    assert not onward


@pytest.mark.long
@given(graphs())
def test_a_box_stands_as_high_as_what_leads_to_it_allows(edges):
    rows, _ = in_rows(edges)
    level = {spot: number for number, row in enumerate(rows) for spot in row}
    for box in {box for edge in edges for box in edge}:
        assert level[box] == max((level[start] + 1 for start, end in edges if end == box), default=0)


@given(forests())
def test_where_nothing_need_cross_nothing_does(edges):
    assert crossings(in_rows(edges)) == 0


@pytest.mark.long
def test_few_lines_cross_that_need_not():
    """Held against the best order of each of some 300 small graphs: one line in a hundred at most."""
    chance = random.Random(9)
    lines = needless = 0
    for _ in range(300):
        pairs = {tuple(sorted(chance.sample(range(6), 2))) for _ in range(chance.randint(4, 8))}
        order = in_rows(numbered(sorted(pairs), chance))
        if max(map(len, order.rows)) <= 4:
            lines += len(order.links)
            needless += crossings(order) - fewest(order)
    assert lines > 1000
    assert needless <= lines / 100
