"""A walker written from the words of the design alone: it answers each question in every way, one reader at a time.

It shares nothing with the package `generator.analyse`, so that what is proved there can be held against it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.core.library import Library


class Reader(NamedTuple):
    """Somebody before a question: the red flags answered no so far, the levels of flags still to be asked."""

    tree: str
    question: str
    denied: frozenset[str]
    levels: tuple[str, ...]


class End(NamedTuple):
    outcome: str
    care: str | None
    tree: str
    denied: frozenset[str]


def called_for(library: Library, places: list[str], denied=frozenset()) -> set[str]:
    flags = library.red_flags.items()
    return {id for id, flag in flags if flag.places == "everywhere" or set(flag.places) & set(places)} - denied


def begin(library: Library, tree: str, denied: frozenset[str]) -> Reader:
    asked = called_for(library, library.trees[tree].places, denied)
    levels = tuple(one for one in library.care_levels if any(library.red_flags[flag].care == one for flag in asked))
    return Reader(tree, library.trees[tree].start, denied, levels)


def answers(library: Library, reader: Reader) -> Iterator[tuple[tuple[str, str], Reader | End]]:
    tree, question, denied, levels = reader
    if levels:
        level, *later = levels
        asked = called_for(library, library.trees[tree].places, denied)
        here = [id for id, flag in library.red_flags.items() if id in asked and flag.care == level]
        card = End(f"care-{level}", level, tree, denied)
        for flag in here:
            own = library.red_flags[flag].outcome
            end = End(own, library.outcomes[own].care, tree, denied) if own else card
            yield (f"red-flags-{level}", flag), end
        yield (f"red-flags-{level}", "no"), Reader(tree, question, denied | set(here), tuple(later))
        yield (f"red-flags-{level}", "unsure"), card
        return
    for id, choice in library.trees[tree].questions[question].choices.items():
        if choice.outcome:
            to = End(choice.outcome, library.outcomes[choice.outcome].care, tree, denied)
        elif choice.tree:
            to = begin(library, choice.tree, denied)
        else:
            to = Reader(tree, choice.question, denied, ())
        yield (question, id), to


def walk(library: Library, reader: Reader, way=()) -> Iterator[tuple[tuple[tuple[str, str], ...], End]]:
    for answer, to in answers(library, reader):
        if isinstance(to, End):
            yield (*way, answer), to
        else:
            yield from walk(library, to, (*way, answer))
