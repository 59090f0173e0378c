"""Where in a library something looks like a citation or a link and is none."""

from collections.abc import Iterator, Mapping

from generator.core.kinds import KINDS
from generator.core.library import Library, at, at_site, texts_for_readers
from generator.core.markup import pieces
from generator.core.page_text import front_matter_end, line_ends, page_pieces
from generator.core.slips import Slip, may_slip, slips
from generator.core.source import Location, Spot


def library_slips(
    library: Library, strings: Mapping[tuple[str, str], list[str]]
) -> Iterator[tuple[Location | Spot, Slip]]:
    """Every slip, with its text or, on an ordinary page, its first character.

    Args:
        library: whose texts and pages are looked through.
        strings: every string within each entry, by (kind, id).
    """
    known = library.known.get("source") or frozenset()
    for kind in KINDS:
        entries = library.entries[kind]
        # Most kinds have no slip at all, and to see that of all texts at once is soonest done.
        if not may_slip("\n".join("\n".join(strings[kind, id]) for id in entries), known):
            continue
        for id, entry in entries.items():
            if may_slip("\n".join(strings[kind, id]), known):
                for path, text in texts_for_readers(entry):
                    for slip in slips(text, pieces(text), known):
                        yield at(kind, id, *path), slip
    for path, text in texts_for_readers(library.site):
        for slip in slips(text, pieces(text), known):
            yield at_site(*path), slip
    for page in library.pages.values():
        text = line_ends(page.text)
        end = front_matter_end(text)
        body = " " * end + text[end:]
        if may_slip(body, known):
            for slip in slips(body, page_pieces(text), known):
                before = text[: slip.offset]
                yield Spot(page.path, before.count("\n") + 1, slip.offset - (before.rfind("\n") + 1) + 1), slip
