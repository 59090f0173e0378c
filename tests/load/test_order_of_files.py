"""Entries stand in the order of their files' names, as people count."""

from example import ELBOW, EXAMPLE

from generator.core.project import Project
from generator.core.text import natural_sort_key
from generator.load.files import load


def test_numbers_in_names_are_counted_and_not_spelt():
    names = ["place-10", "place-2", "place", "Place-3", "place-2b", "place-2-a", "10", "9", "", "a/2/b", "a/10"]
    assert sorted(names, key=natural_sort_key) == [
        "",
        "9",
        "10",
        "Place-3",
        "a/2/b",
        "a/10",
        "place",
        "place-2",
        "place-2-a",
        "place-2b",
        "place-10",
    ]


def test_names_without_numbers_keep_the_order_of_their_letters():
    names = ["b", "a-b", "a", "ab", "B", "é", "a/b", "a.b"]
    assert sorted(names, key=natural_sort_key) == sorted(names)


def test_places_are_listed_so(project, checked):
    places = {f"content/places/p{number}.yml": f"title: P{number}\n" for number in (10, 9, 100)}
    root = project({**EXAMPLE, **places})
    assert ELBOW in EXAMPLE
    assert list(checked(root).survey.library.places) == ["elbow", "knee", "p9", "p10", "p100"]
    assert load(Project(root)).problems == ()
