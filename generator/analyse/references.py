"""All references: ids in fields, citations and links in texts and pages.

Questions are referred to only within their own tree, so they are left to the graph.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.core.blocks import Mention
from generator.core.kinds import linked_kind
from generator.core.kinds.kind import EVERYWHERE, Entry, RefersTo, Words, fields_of
from generator.core.library import Library, at, at_site, parts
from generator.core.markup import mentions
from generator.core.memo import memoized
from generator.core.page_text import line_ends, page_mentions
from generator.core.source import Location, SourceFile, Spot, Step

_Path = tuple[Step, ...]


class Reference(NamedTuple):
    """A reference from one entry to another.

    Attributes:
        owner: (kind, id) of the referring entry; ("page", path) for an ordinary page, ("site", "") for the site file.
        kind, id: the entry referred to.
        at: where the reference is.
        by: how it is made: "text", "act" for a link without link text, or as the field says (`Names`).
    """

    owner: tuple[str, str]
    kind: str
    id: str
    at: Location | Spot
    by: str


def references(library: Library) -> Iterator[Reference]:
    """Every reference of a library, in the order of kinds and files."""
    for kind, id, entry in library.each():
        yield from _of_entry(entry, kind, id)
    yield from _of_site(library.site)
    for uri, page in library.pages.items():
        yield from _in_page(uri, page)


@memoized
def _of_entry(entry: Entry, kind: str, id: str) -> tuple[Reference, ...]:
    owner = (kind, id)
    return tuple(Reference(owner, *named, at(kind, id, *path), by) for path, named, by in _in_entry(entry, ()))


@memoized
def _of_site(site: Entry) -> tuple[Reference, ...]:
    return tuple(Reference(("site", ""), *named, at_site(*path), by) for path, named, by in _in_entry(site, ()))


def _in_entry(entry: Entry, above: _Path) -> Iterator[tuple[_Path, tuple[str, str], str]]:
    """The references of an entry, as path, (kind, id) and how they are made."""
    values = vars(entry)
    for field in fields_of(type(entry)):
        value = values[field.name]
        if not value:
            continue
        path = (*above, field.key)
        if field.part is not None:
            for where, part in parts(value, path):
                yield from _in_entry(part, where)
        elif isinstance(field.role, RefersTo):
            if value != EVERYWHERE:
                for where, id in _strings(value, path):
                    yield where, (field.role.kind, id), field.role.by
        elif isinstance(field.role, Words):
            for where, text in _strings(value, path):
                for mention in mentions(text):
                    yield where, (linked_kind(mention.kind), mention.id), _manner(text, mention)


def _strings(value: object, path: _Path) -> Iterator[tuple[_Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _strings(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, (*path, key))


@lru_cache(maxsize=2048)
def _in_page(uri: str, page: SourceFile) -> tuple[Reference, ...]:
    return tuple(_named_in_page(uri, page))


def _named_in_page(uri: str, page: SourceFile) -> Iterator[Reference]:
    text = line_ends(page.text)
    for mention in page_mentions(text):
        before = text[: mention.offset]
        line = before.count("\n") + 1
        column = mention.offset - (before.rfind("\n") + 1) + 1
        named = linked_kind(mention.kind)
        yield Reference(("page", uri), named, mention.id, Spot(page.path, line, column), _manner(text, mention))


def _manner(text: str, mention: Mention) -> str:
    """How a reference is made: a link without link text shows the text of its target."""
    return "act" if text.endswith("[](", 0, mention.offset) else "text"
