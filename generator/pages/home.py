"""The first page: where does it hurt, the guides, the most asked questions."""

from collections.abc import Iterator

from generator.addresses import HOME
from generator.link import Links
from generator.markup import plain
from generator.pages.figures import map_figures
from generator.project import SITE
from generator.site import Page


def pages(links: Links) -> Iterator[Page]:
    """The first page, unless an author wrote `content/index.md`, which then stands instead."""
    library = links.library
    if HOME in library.pages:
        return
    words = library.site
    yield Page(
        uri=HOME,
        template="home",
        title=plain(words.title) or "Home",
        description=plain(words.summary) or "Answer a few questions and find out what to do.",
        source=SITE if words.title else None,
        view={
            "words": words,
            "figures": map_figures(library),
            "places": {id: place for id, place in library.places.items() if links.related("place", id, "tree")},
            "guides_of": {id: links.related("place", id, "tree") for id in library.places},
            "trees": library.trees,
            "most_asked": words.most_asked or list(library.faq)[:5],
        },
        meta={"hide": ["navigation", "toc"]},
    )
