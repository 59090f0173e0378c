"""The pages of places, and the list of places."""

from collections.abc import Iterator

from generator.analyse.warnings_shown import warnings_at
from generator.core.kinds import WITH_PAGES, file_of
from generator.core.markup import plain
from generator.core.site import Page
from generator.render.link import Links
from generator.render.pages.figures import caption, described, own_figure


def pages(links: Links) -> Iterator[Page]:
    """One page per place, and the list of places."""
    library = links.library
    words = library.site.words
    for id, place in library.places.items():
        yield Page(
            uri=links.address("place", id),
            template="place",
            title=plain(place.title),
            description=plain(place.summary or place.title),
            source=file_of("place", id),
            view={
                "place": place,
                "figure": own_figure(library, id),
                "described": described(library, id),
                "caption": caption(library, id),
                "related": links.all_related("place", id),
                "signs": warnings_at(library, [id]),
                "sources": place.sources,
                "reviewed": place.reviewed,
            },
        )
    if library.places:
        yield Page(
            uri=WITH_PAGES["place"].index,
            template="places",
            title=plain(words.place_many),
            description=plain(words.place_about),
            source=None,
            view={"places": library.places},
        )
