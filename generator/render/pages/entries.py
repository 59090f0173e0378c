"""The pages of kinds without a page module of their own: one page per entry, and the list of entries."""

from collections.abc import Iterator

from generator.core.kinds import WITH_PAGES, file_of
from generator.core.library import reviewed_of, sources_of, summary_of
from generator.core.markup import plain
from generator.core.page_words import of_kind
from generator.core.site import Page
from generator.render.link import Links


def pages(links: Links, kind: str) -> Iterator[Page]:
    """One page per entry, made with the template named after the kind, and the list of entries.

    Args:
        links: titles and addresses of all entries.
        kind: the name of a kind with pages.
    """
    site = WITH_PAGES[kind]
    entries = links.entries(kind)
    words = links.library.site.words
    for id, entry in entries.items():
        title = plain(links.title(kind, id))
        yield Page(
            uri=links.address(kind, id),
            template=kind,
            title=title,
            description=plain(summary_of(kind, entry)) or title,
            source=file_of(kind, id),
            view={
                "id": id,
                "entry": entry,
                "related": links.all_related(kind, id),
                "sources": sources_of(entry),
                "reviewed": reviewed_of(entry),
            },
        )
    if entries or not site.unless_empty:
        yield Page(
            uri=site.index,
            template="entries",
            title=plain(of_kind(words, kind, "many")),
            description=plain(of_kind(words, kind, "about")),
            source=None,
            view={"kind": kind, "summaries": {id: summary_of(kind, one) for id, one in entries.items()}},
        )
