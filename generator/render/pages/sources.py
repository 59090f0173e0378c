"""The bibliography: each source with the pages that cite it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.analyse.addresses import SOURCES
from generator.core.kinds import file_of
from generator.core.kinds.source import BibliographicSource
from generator.core.markup import plain
from generator.core.site import Page
from generator.core.wording import comma
from generator.render.link import Links, label, names, source_address, year
from generator.render.pages.guide import in_order

# If more pages than the first number cite a source, only as many as the second are named, so that the page does not
# grow with the library.
_MOST, _FIRST = 100, 12


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as shown.

    Attributes:
        authors: "" if the label already names them.
        journal: or its publisher, as written, in Markdown.
        numbers: volume, issue and pages, plain.
        link: its URL.
        cited_by: the pages that cite it, as (kind, id); only the first if there are very many.
        others: the number of citing pages that are not named.
    """

    id: str
    label: str
    authors: str
    year: str
    source: BibliographicSource
    journal: str
    numbers: str
    link: str
    cited_by: list[tuple[str, str]]
    others: int


def pages(links: Links) -> Iterator[Page]:
    """The page of sources, if there are any."""
    library = links.library
    words = library.site.words
    if not library.sources:
        return
    cited = [_cited(links, id, source) for id, source in library.sources.items()]
    cited.sort(key=lambda one: (one.label.casefold(), one.id))
    yield Page(
        uri=SOURCES,
        template="sources",
        title=plain(words.sources_title),
        description=plain(words.sources_about),
        source=file_of("source", ""),
        view={"groups": _groups(links, cited)},
        meta={"hide": ["toc"]},
    )


def _groups(links: Links, cited: list[Cited]) -> dict[str, list[Cited]]:
    """The sources by the first guide that relies on them, by its id; "" for sources of no guide."""
    library = links.library
    guides = in_order(library)
    found: dict[str, list[Cited]] = {id: [] for id in [*guides, ""]}
    for one in cited:
        of = {tree for owner in links.referrers.get(("source", one.id), ()) for tree in _guides_of(links, *owner)}
        found[next((id for id in guides if id in of), "")].append(one)
    return {id: group for id, group in found.items() if group}


def _guides_of(links: Links, kind: str, id: str) -> Iterable[str]:
    """The guides that an entry belongs to: those that lead to it, or that are about one of its places."""
    library = links.library
    if kind == "tree":
        return [id]
    if kind == "outcome":
        return [way.tree for way in links.ways_here.get(id, ())]
    entry = library.entries[kind].get(id) if kind in library.entries else None
    places = [id] if kind == "place" else getattr(entry, "places", [])
    # An entry that applies everywhere belongs to no particular guide.
    here = set() if isinstance(places, str) else set(places)
    return [tree for tree, one in library.trees.items() if here.intersection(one.places)]


def _cited(links: Links, id: str, source: BibliographicSource) -> Cited:
    people = [f"{family} {given}".strip() for family, given in names(source)]
    title = label(id, source, links.library.site.words)
    # Without the final full stop of an initial: the page adds one after the last author.
    authors = comma(links.library.site.language).join(people).removesuffix(".")
    owners = [owner for owner in links.referrers.get(("source", id), ()) if owner[0] != "site"]
    shown = owners if len(owners) <= _MOST else owners[:_FIRST]
    return Cited(
        id=id,
        label=title,
        authors="" if authors == title else authors,
        year=year(source),
        source=source,
        journal=source.container_title or source.publisher,
        numbers=_numbers(source),
        link=source_address(source),
        cited_by=shown,
        others=len(owners) - len(shown),
    )


def _numbers(source: BibliographicSource) -> str:
    """Volume, issue and pages, as plain text."""
    parts = f"{source.volume}"
    if source.issue:
        parts += f"({source.issue})"
    if source.page:
        parts += f":{source.page}"
    return parts
