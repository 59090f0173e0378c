"""Dead links on ordinary pages and in texts, with what was probably meant.

Links by kind and id are references, and have rules of their own. These are the others: addresses within the site.
"""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from generator.analyse.addresses import Addresses, page_address
from generator.analyse.destinations import Origin, built
from generator.core.as_built import as_built
from generator.core.kinds import KINDS, LINK_KINDS, WITH_ANCHORS, WITH_PAGES
from generator.core.kinds.kind import Entry, Folder, Words, fields_of
from generator.core.library import Library, at, at_site
from generator.core.markup import pieces
from generator.core.memo import memoized
from generator.core.page_fields import parts
from generator.core.page_links import PageLink, page_links
from generator.core.page_text import line_ends, page_pieces, resolved
from generator.core.source import Location, Spot, Step

_INDEXES = ("index.md", "README.md", "index.html")
_ENDINGS = (".md", ".html")

Why = Literal["missing", "folder", "absolute", "raw", "anchor", "relative", "unreadable", "undefined"]


@dataclass(frozen=True, slots=True)
class DeadLink:
    """A link or an image that leads nowhere.

    Attributes:
        at: the position of its address, or the text that contains it.
        target: its address, as written.
        why: "missing": the target does not exist; "folder": it names a page by its folder, as browsers do; "absolute":
            it begins at the root of the host; "raw": it is HTML that builders resolve differently; "anchor": the page
            has no such anchor; "relative": it is in a text that is shown on several pages; "unreadable": no browser can
            parse it; "undefined": its definition does not exist.
        kind: "link" or "image".
        meant: what to write instead; empty if unknown.
    """

    at: Location | Spot
    target: str
    why: Why
    kind: Literal["link", "image"] = "link"
    meant: str = ""


def dead_links(library: Library, addresses: Addresses, origins: Iterable[Origin]) -> Iterator[DeadLink]:
    """Every dead link, first in texts, then on ordinary pages.

    Args:
        library: the library to check.
        addresses: the addresses of its pages.
        origins: the files of the site; former addresses may be left out, as no link should use them.
    """
    site = _Site(library, addresses, origins)
    yield from _in_texts(library, site)
    for page, source in library.pages.items():
        text = line_ends(source.text)
        for piece in page_pieces(text):
            if piece.kind == "malformed" and piece.names[0].kind == "definition":
                yield DeadLink(_spot(source.path, text, piece.names[0].offset), piece.names[0].id, "undefined")
        for link in page_links(text):
            if found := site.judged(page, link):
                why, meant = found
                yield DeadLink(_spot(source.path, text, link.offset), link.target, why, link.kind, meant)


_Verdict = tuple[Why, str]


class _DeadInText(NamedTuple):
    target: str
    why: Why
    kind: Literal["link", "image"] = "link"


def _in_texts(library: Library, site: "_Site") -> Iterator[DeadLink]:
    for kind, id, entry in library.each():
        for path, link in _of_entry(entry):
            yield _dead(at(kind, id, *path), link, site)
    for path, link in _of_entry(library.site):
        yield _dead(at_site(*path), link, site)


@memoized
def _of_entry(entry: Entry) -> tuple[tuple[tuple[Step, ...], _DeadInText], ...]:
    """The links in the texts of an entry that are dead whatever is on the site, with their paths."""
    # Fast path: most texts have no link, and this runs over every text of a library.
    return tuple(
        (path, link) for path, text in _texts(entry, ()) if "[" in text or "<" in text for link in _in_text(text)
    )


def _in_text(text: str) -> Iterator[_DeadInText]:
    for piece in pieces(text):
        if piece.kind == "malformed" and piece.names[0].kind == "definition":
            yield _DeadInText(piece.names[0].id, "undefined")
        if piece.kind in ("link", "image") and not piece.names:
            address = _split(piece.target)
            if address is None:
                yield _DeadInText(piece.target, "unreadable", piece.kind)
            elif not address.scheme and not address.netloc:
                yield _DeadInText(piece.target, "relative", piece.kind)


def _dead(where: Location, link: _DeadInText, site: "_Site") -> DeadLink:
    if link.why == "undefined":
        return DeadLink(where, link.target, link.why)
    meant = site.meant(link.target) if link.why == "relative" else ""
    return DeadLink(where, unquote(link.target), link.why, link.kind, meant)


def _texts(entry: Entry, above: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str]]:
    """The texts of an entry that readers see, with their paths."""
    for one in fields_of(type(entry)):
        value = vars(entry)[one.name]
        if value and (one.part is not None or isinstance(one.role, Words)):
            yield from _within(value, (*above, one.key))


def _within(value: object, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Entry):
        yield from _texts(value, path)
    elif isinstance(value, (dict, list)):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _within(item, (*path, key))


class _Site:
    """The link targets on a site."""

    def __init__(self, library: Library, addresses: Addresses, origins: Iterable[Origin]) -> None:
        self._library = library
        self._addresses = addresses
        self._origins = origins

    @cached_property
    def files(self) -> frozenset[str]:
        """The files that a page can link to, as builders get them, from the root of the site."""
        # Former addresses and preview images depend on how the site is served.
        return frozenset(one.uri for one in self._origins if one.by != "former" and one.linkable)

    @cached_property
    def served(self) -> frozenset[str]:
        """The same files, as paths that browsers request."""
        return frozenset(built(file) for file in self.files)

    def judged(self, page: str, link: PageLink) -> _Verdict | None:
        """What is wrong with a link on an ordinary page, and what was meant; None if it works."""
        address = _split(link.target)
        if address is None:
            return "unreadable", ""
        if address.scheme or address.netloc:
            return None
        if link.target.startswith(("/", "\\")):
            return "absolute", self.meant(link.target)
        path = unquote(address.path)
        if not path:
            return self._anchor(page, address.fragment)
        if link.raw:
            return self._raw(page, path, link.target)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        if target not in self.files or (link.kind == "image" and target.endswith(".md")):
            is_folder = not posixpath.splitext(path)[1]
            return "folder" if is_folder else "missing", self._near(page, target) or self.meant(link.target)
        return self._anchor(target, address.fragment)

    def _raw(self, page: str, path: str, target: str) -> _Verdict | None:
        folder, name = posixpath.split(page)
        if name not in _INDEXES:
            return "raw", self.meant(target)
        found = posixpath.normpath(posixpath.join(folder, path))
        is_there = not self.served.isdisjoint((found, posixpath.normpath(posixpath.join(found, "index.html"))))
        return None if is_there else ("missing", self.meant(target))

    def _anchor(self, page: str, anchor: str) -> _Verdict | None:
        if not anchor or not page.endswith(".md"):
            return None
        anchors = self._anchors(page)
        if anchor in anchors:
            return None
        from difflib import get_close_matches

        near = get_close_matches(unquote(anchor), sorted(anchors), n=1, cutoff=0.6)
        return "anchor", f"#{near[0]}" if near else ""

    def _anchors(self, page: str) -> frozenset[str]:
        """The anchors of a page. For generated pages these are the promised ones."""
        if page in self._library.pages:
            body = parts(self._library.pages[page].text).body
            # Citations and links are resolved first, because they change the anchors of headings.
            return as_built(resolved(body, lambda kind, id: id, " ".join)).anchors
        address = page_address(page)
        return frozenset(one.partition("#")[2] for one in self._promised.get(address, ()))

    @cached_property
    def _promised(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one in (*self._addresses.living, *self._addresses.kept):
            if "#" in one:
                found.setdefault(one.partition("#")[0], []).append(one)
        return found

    def _near(self, page: str, target: str) -> str:
        """The relative address, from a page, of a file that was probably meant; empty if there is none."""
        from difflib import get_close_matches

        candidates = [f"{target}.md", f"{target}/index.md", f"{target.removesuffix('.html')}.md"]
        near = next((one for one in candidates if one in self.files), None)
        if near is None:
            folder, name = posixpath.split(target)
            beside = [posixpath.basename(one) for one in self.files if posixpath.dirname(one) == folder]
            if names := get_close_matches(name, sorted(beside), n=1, cutoff=0.7):
                near = posixpath.join(folder, names[0])
        return posixpath.relpath(near, posixpath.dirname(page) or ".") if near else ""

    def meant(self, target: str) -> str:
        """What a link was probably meant to name, if it is no web address; empty if unknown."""
        address = _split(target)
        if address is None:
            return ""
        path, anchor = unquote(address.path), unquote(address.fragment)
        if "@" in path and "/" not in path:
            return f"mailto:{path}"
        names = [name for name in path.split("/") if name not in ("", ".", "..")]
        if names and names[-1] in _INDEXES:
            names.pop()
        for ending in _ENDINGS:
            if names:
                names[-1] = names[-1].removesuffix(ending)
        if thing := self._thing(names, anchor):
            return thing
        page = "/".join(names)
        pages = [f"{page}.md", *(posixpath.join(page, index) for index in _INDEXES)]
        if found := next((one for one in pages if one in self._library.pages), None):
            return f"page:{found}"
        host = path.partition("/")[0]
        is_host = "." in host.strip(".") and not host.endswith((*_ENDINGS, ".png", ".jpg", ".svg", ".pdf"))
        return f"https://{path}" if is_host else ""

    def _thing(self, names: list[str], anchor: str) -> str:
        """The entry that is named by its page, its file, its anchor or only its id, as `kind:id`; empty if unclear."""
        library = self._library
        id = anchor or (names[-1] if names else "")
        folder = "/".join(names[:-1] if not anchor else names)
        of_folder = [
            kind
            for kind in KINDS
            if kind in LINK_KINDS and id in library.entries[kind] and folder and folder in _folders(kind)
        ]
        of_id = [kind for kind in KINDS if kind in LINK_KINDS and id in library.entries[kind]]
        if of_folder:
            return f"{of_folder[0]}:{id}"
        if anchor and names and (of_page := self._thing(names, "")):
            return of_page
        return f"{of_id[0]}:{id}" if len(of_id) == 1 and not (folder and not anchor) else ""


def _folders(kind: str) -> set[str]:
    """The folders in which an author may look for an entry: that of its page and that of its file."""
    found = set()
    if kind in WITH_PAGES:
        found.add(WITH_PAGES[kind].folder)
    if kind in WITH_ANCHORS:
        found.add(posixpath.dirname(WITH_ANCHORS[kind].page))
    home = KINDS[kind].home
    if isinstance(home, Folder):
        found |= {home.path, posixpath.basename(home.path)}
    return found


def _split(target: str) -> SplitResult | None:
    try:
        return urlsplit(target)
    except ValueError:
        return None


def _spot(path: str, text: str, offset: int) -> Spot:
    before = text[:offset]
    return Spot(path, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
