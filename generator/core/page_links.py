"""The links and images of an ordinary page: their targets, and their offsets in the page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Literal
from urllib.parse import unquote

from generator.core.as_built import as_built
from generator.core.kinds import LINK_KINDS
from generator.core.page_fields import parts
from generator.core.page_text import page_pieces

# Characters in an address that not all parsers decode alike.
_CODED = ("\\", "&", "%", "<")
# What only Python-Markdown may read as a definition, or as HTML with links.
_DOUBTFUL = ("]:", "\t", "href", "src", "poster", "<http", "<ftp")


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link or an image on an ordinary page, other than a link by id.

    Attributes:
        target: its address, as written.
        offset: the position of the address, in characters from the top of the page; each line ending counts as one.
        raw: whether it comes from HTML in the page, which site builders leave unchanged.
    """

    kind: Literal["link", "image"]
    target: str
    offset: int
    raw: bool = False


@lru_cache(maxsize=2048)
def page_links(text: str) -> tuple[PageLink, ...]:
    """The links and images of a page as CommonMark and as Python-Markdown read it, in page order."""
    found = [
        PageLink("link" if piece.kind == "link" else "image", unquote(piece.target), piece.at)
        for piece in page_pieces(text)
        if piece.kind in ("link", "image") and not piece.names
    ]
    body = parts(text).body
    if _may_differ(text, body, found):
        found = list(_as_built(text, body, found))
    return tuple(sorted(found, key=lambda link: link.offset))


def _may_differ(text: str, body: str, found: Sequence[PageLink]) -> bool:
    """Whether Python-Markdown may find links or addresses that CommonMark does not; for most pages it cannot."""
    pieces = page_pieces(text)
    if body.count("](") + body.count("][") > sum(piece.kind in ("link", "image") for piece in pieces):
        return True
    if any(mark in text[link.offset : link.offset + len(link.target)] for link in found for mark in _CODED):
        return True
    lowered = body.lower()
    return any(mark in lowered for mark in _DOUBTFUL) or bool(found and _holds_a_tag(body))


def _holds_a_tag(body: str) -> bool:
    """Whether there may be HTML, in which Markdown has no meaning."""
    return any(part[:1].isalpha() or part[:1] in ("!", "/") for part in body.split("<")[1:])


def _as_built(text: str, body: str, found: Iterable[PageLink]) -> Iterator[PageLink]:
    """The links that Python-Markdown finds: at the same offset if CommonMark finds them too, else the first match."""
    places: dict[tuple[str, str], list[PageLink]] = {}
    for link in found:
        places.setdefault((link.kind, _decoded(link.target)), []).append(link)
    malformed = {mention.offset for piece in page_pieces(text) if piece.kind == "malformed" for mention in piece.names}
    for made in dict.fromkeys(as_built(body).links):
        if made.target.partition(":")[0] in LINK_KINDS:
            continue
        known = [] if made.raw else places.get((made.kind, _decoded(made.target)), [])
        # With the address as builders find it, encoded or not.
        yield from (PageLink(made.kind, made.target, link.offset) for link in known)
        # A malformed link by id is reported by a rule of its own.
        if not known and (place := text.find(made.target)) not in malformed:
            yield PageLink(made.kind, made.target, max(place, 0), made.raw)


def _decoded(target: str) -> str:
    return unquote(unescape(target))
