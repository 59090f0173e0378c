"""The pages of reader questions with their answers, and the list of questions."""

from collections.abc import Iterator

from generator.analyse.warnings_shown import warnings_at
from generator.core.kinds import WITH_PAGES, file_of
from generator.core.markup import plain
from generator.core.site import Page
from generator.render.link import Links
from generator.render.pages.figures import glance


def pages(links: Links) -> Iterator[Page]:
    """One page per entry, and the list of entries."""
    faq, words = links.library.faq, links.library.site.words
    for id, entry in faq.items():
        yield Page(
            uri=links.address("faq", id),
            template="faq_entry",
            title=plain(entry.question),
            description=plain(entry.summary) or plain(entry.answer),
            source=file_of("faq", id),
            view={
                "entry": entry,
                "figure": glance(links.library, entry.places),
                "related": links.all_related("faq", id),
                "signs": warnings_at(links.library, entry.places),
                "sources": entry.sources,
                "reviewed": entry.reviewed,
            },
        )
    if faq:
        yield Page(
            uri=WITH_PAGES["faq"].index,
            template="questions",
            title=plain(words.faq_many),
            description=plain(words.faq_about),
            source=None,
            view={"faq": faq},
        )
