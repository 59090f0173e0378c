"""The page of all precautions: who should ask a professional before trying anything themselves."""

from collections.abc import Iterator

from generator.core.kinds import WITH_ANCHORS, file_of
from generator.core.markup import plain
from generator.core.site import Page
from generator.render.link import Links

HERE = WITH_ANCHORS["precaution"].page


def pages(links: Links) -> Iterator[Page]:
    """The page of precautions, if there are any."""
    library = links.library
    if not library.precautions:
        return
    title = plain(library.site.words.who_asks_first)
    groups = {
        who: {id: one for id, one in library.precautions.items() if one.who == who}
        for who in ("professional", "pharmacist")
    }
    cited = dict.fromkeys(source for one in library.precautions.values() for source in one.sources)
    yield Page(
        uri=HERE,
        template="precautions",
        title=title,
        description=title,
        source=file_of("precaution", ""),
        view={"groups": {who: found for who, found in groups.items() if found}, "sources": list(cited)},
        meta={"hide": ["toc"]},
    )
