"""The malformed citations and links of a library, with their positions."""

from collections.abc import Iterator
from functools import lru_cache

from generator.core.kinds.kind import Entry
from generator.core.library import Library, all_texts_for_readers, at, at_site, strings
from generator.core.malformed_links import MalformedLink, malformed_links, may_have_malformed_links
from generator.core.markup import pieces
from generator.core.memo import memoized
from generator.core.page_text import front_matter_end, line_ends, page_pieces
from generator.core.source import Location, Spot, Step


def library_malformed_links(library: Library) -> Iterator[tuple[Location | Spot, MalformedLink]]:
    """Every malformed citation or link, with the text it is in or, on an ordinary page, its first character."""
    known = library.known.get("source") or frozenset()
    known = _shared(known)
    for kind, id, entry in library.each():
        for path, malformed in _of_entry(entry, known):
            yield at(kind, id, *path), malformed
    for path, malformed in _of_entry(library.site, known):
        yield at_site(*path), malformed
    for page in library.pages.values():
        text = line_ends(page.text)
        end = front_matter_end(text)
        body = " " * end + text[end:]
        if may_have_malformed_links(body, known):
            for malformed in malformed_links(body, page_pieces(text), known):
                before = text[: malformed.offset]
                yield (
                    Spot(page.path, before.count("\n") + 1, malformed.offset - (before.rfind("\n") + 1) + 1),
                    malformed,
                )


@memoized
def _of_entry(entry: Entry, sources: frozenset[str]) -> tuple[tuple[tuple[Step, ...], MalformedLink], ...]:
    # Fast path: most entries have none, and one search in all texts shows it.
    if not may_have_malformed_links("\n".join(strings(entry)), sources):
        return ()
    return tuple(
        (path, malformed)
        for path, text in all_texts_for_readers(entry)
        for malformed in malformed_links(text, pieces(text), sources)
    )


@lru_cache(maxsize=8)
def _shared(ids: frozenset[str]) -> frozenset[str]:
    """The first of several equal sets: comparing a set with itself is immediate, so cached results are found fast."""
    return ids
