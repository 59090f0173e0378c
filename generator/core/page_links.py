"""Where the links and pictures of an ordinary page lead, and where in the page that is said."""

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

# In an address, these are not understood by all readers alike.
_CODED = ("\\", "&", "%", "<")
# What only Python-Markdown may take for a definition, or for HTML that leads somewhere.
_DOUBTFUL = ("]:", "\t", "href", "src", "poster", "<http", "<ftp")


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link or a picture on an ordinary page that is not named by kind and id.

    Attributes:
        target: its address as written.
        offset: where the address stands, in characters from the top of the page, line ends counted as one.
        raw: whether it is HTML that the author wrote, which builders leave as it is.
    """

    kind: Literal["link", "image"]
    target: str
    offset: int
    raw: bool = False


@lru_cache(maxsize=2048)
def page_links(text: str) -> tuple[PageLink, ...]:
    """The links and pictures of a page, as CommonMark and as Python-Markdown read it, in the order of the page."""
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
    """Whether Python-Markdown may read a link where CommonMark reads none, or another address: it often cannot."""
    pieces = page_pieces(text)
    if body.count("](") + body.count("][") > sum(piece.kind in ("link", "image") for piece in pieces):
        return True
    if any(mark in text[link.offset : link.offset + len(link.target)] for link in found for mark in _CODED):
        return True
    lowered = body.lower()
    return any(mark in lowered for mark in _DOUBTFUL) or bool(found and _holds_a_tag(body))


def _holds_a_tag(body: str) -> bool:
    """Whether HTML may stand somewhere, in which Markdown means nothing."""
    return any(part[:1].isalpha() or part[:1] in ("!", "/") for part in body.split("<")[1:])


def _as_built(text: str, body: str, found: Iterable[PageLink]) -> Iterator[PageLink]:
    """What Python-Markdown takes for a link: at its own place where CommonMark has it too, else where it is first."""
    places: dict[tuple[str, str], list[PageLink]] = {}
    for link in found:
        places.setdefault((link.kind, _decoded(link.target)), []).append(link)
    slips = {mention.offset for piece in page_pieces(text) if piece.kind == "slip" for mention in piece.names}
    for made in dict.fromkeys(as_built(body).links):
        if made.target.partition(":")[0] in LINK_KINDS:
            continue
        known = [] if made.raw else places.get((made.kind, _decoded(made.target)), [])
        # With the address that builders find, coded as it may be.
        yield from (PageLink(made.kind, made.target, link.offset) for link in known)
        # What only looks like a link of a kind has a rule of its own.
        if not known and (place := text.find(made.target)) not in slips:
            yield PageLink(made.kind, made.target, max(place, 0), made.raw)


def _decoded(target: str) -> str:
    return unquote(unescape(target))
