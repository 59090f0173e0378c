"""Everything that names something else: by a key made for it, or inside a text.

Questions are named only in their own tree, so they are left to the graph.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.core.markup import mentions
from generator.core.model import EVERYWHERE, Entry, Library, Tree, at, texts
from generator.core.project import SITE, file_of
from generator.core.source import Location, Source, Spot

_LISTS = {"places": "place", "sources": "source", "trees": "tree", "outcomes": "outcome"}


class Reference(NamedTuple):
    """One thing naming another.

    Attributes:
        owner: (kind, id) of what names it; ("page", path) for an ordinary page, ("site", "") for the site file.
        kind, id: what is named.
        at: where.
        role: how: "choice", "list" (a key such as `sources`), "text", "care" or "marker".
    """

    owner: tuple[str, str]
    kind: str
    id: str
    at: Location | Spot
    role: str


def references(library: Library) -> Iterator[Reference]:
    """Every reference of a library, in the order of its files."""
    for tree_id, tree in library.trees.items():
        yield from _of_choices(tree_id, tree)
    for kind, id, entry in library.entries():
        yield from _of_lists(kind, id, entry)
        yield from _of_texts(kind, id, entry)
    for id, place in library.places.items():
        for key in ("marker", "detail"):
            if (marker := getattr(place, key)) is not None and marker.figure:
                yield Reference(("place", id), "figure", marker.figure, at("place", id, key, "figure"), "marker")
    for id, outcome in library.outcomes.items():
        if outcome.care is not None:
            yield Reference(("outcome", id), "care-level", outcome.care, at("outcome", id, "care"), "care")
    for id, flag in library.red_flags.items():
        if flag.care:
            yield Reference(("red-flag", id), "care-level", flag.care, at("red-flag", id, "care"), "care")
        yield from _of_lists("red-flag", id, flag)
        yield from _of_texts("red-flag", id, flag)
    for id, level in library.care_levels.items():
        yield from _of_texts("care-level", id, level)
    for index, id in enumerate(library.site.most_asked):
        yield Reference(("site", ""), "faq", id, at_site("most_asked", index), "list")
    for path, text in texts(library.site):
        for mention in mentions(text):
            yield Reference(("site", ""), mention.kind, mention.id, at_site(*path), "text")
    for path, page in library.pages.items():
        yield from _of_page(path, page)


def at_site(*path: str | int) -> Location:
    """A value in the site file."""
    return Location(SITE, path)


def _of_choices(id: str, tree: Tree) -> Iterator[Reference]:
    owner, file = ("tree", id), file_of("tree", id)
    for question_id, question in tree.questions.items():
        for choice_id, choice in question.choices.items():
            if choice.outcome is not None:
                where = Location(file, ("questions", question_id, "choices", choice_id, "outcome"))
                yield Reference(owner, "outcome", choice.outcome, where, "choice")
            if choice.tree is not None:
                where = Location(file, ("questions", question_id, "choices", choice_id, "tree"))
                yield Reference(owner, "tree", choice.tree, where, "choice")


def _of_lists(kind: str, id: str, entry: Entry) -> Iterator[Reference]:
    for field, named in _LISTS.items():
        values = vars(entry).get(field, ())
        if values == EVERYWHERE:
            continue
        for index, value in enumerate(values):
            yield Reference((kind, id), named, value, at(kind, id, field, index), "list")


def _of_texts(kind: str, id: str, entry: Entry) -> Iterator[Reference]:
    for path, text in texts(entry):
        for mention in mentions(text):
            yield Reference((kind, id), mention.kind, mention.id, at(kind, id, *path), "text")


def _of_page(path: str, page: Source) -> Iterator[Reference]:
    for mention in mentions(page.text):
        before = page.text[: mention.offset]
        line = before.count("\n") + 1
        column = mention.offset - (before.rfind("\n") + 1) + 1
        yield Reference(("page", path), mention.kind, mention.id, Spot(page.path, line, column), "text")
