"""Every file of the site with its origin, and conflicts between files.

Files are listed as site builders get them ("guides/knee.md", "sw.js"). Where such a file is on the built site depends
on whether pages are served as folders, so both ways are checked.
"""

import posixpath
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.analyse.addresses import HOME, RULES, TESTED, Addresses, entries_with_pages, tested_trees, uri
from generator.analyse.gate import card_outcomes
from generator.core.address import why_invalid
from generator.core.kinds import KINDS, WITH_ANCHORS, WITH_PAGES, file_of
from generator.core.library import Library, aliases_of, at
from generator.core.page_words import ENGLISH, of_kind
from generator.core.project import CONTENT, FIGURES, SITE
from generator.core.source import Location, Spot

# Generated files that an author can replace, by a file of the same name in `content/`.
REPLACEABLE = frozenset((HOME, TESTED, "robots.txt", "llms.txt", "_headers"))
_OF_RULES = f"{RULES.removesuffix('.md')}/"
# Reserved folders of the site: their content may change with any version of Signpost.
RESERVED = {
    "assets/signpost/": "where Signpost keeps its own scripts and styles",
    _OF_RULES: "where the pages of Signpost's rules are",
    # MkDocs excludes it, whatever the settings say.
    "templates/": "a folder that site builders leave out",
}
_PREVIEW = "assets/preview/site.png"
# Generated files that do not belong to one entry.
_FIXED = {
    HOME: "the first page, which content/index.md can replace",
    "sw.js": "the script that keeps pages for readers without a connection",
    "robots.txt": "what search engines are told, which content/robots.txt can replace",
    "llms.txt": "what language models are told, which content/llms.txt can replace",
    _PREVIEW: "the picture that is shown with a link to the site",
}
_OF_BUILDERS = ("404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json")
_INDEX_FILES = frozenset(("index", "README"))


@dataclass(frozen=True, slots=True)
class Origin:
    """The origin of a file of the site.

    Attributes:
        uri: the file as a site builder gets it, as a path from the root of the site.
        what: its origin, phrased to fit within a sentence.
        at: where its author can change it; None if there is no such place.
        by: "signpost" if it is generated but not from one entry, "entry" if it is generated from one, "author" if an
            author wrote it, "former" if it redirects from a former address.
        linkable: whether pages can link to it, however the site is built.
    """

    uri: str
    what: str
    at: Location | Spot | None = None
    by: Literal["signpost", "entry", "author", "former"] = "signpost"
    linkable: bool = True


@dataclass(frozen=True, slots=True)
class Clash:
    """Two files that cannot both be on the site.

    Attributes:
        first, second: the two files; the second is the one to change.
        at: where to change it.
        kind: "same" for the same file twice; "case" if some systems do not tell the two apart; "folder" if one path
            would be a file and a folder; "reserved" if the first is a reserved folder.
        address: their common address, as people see it.
    """

    first: Origin
    second: Origin
    at: Location | Spot
    kind: Literal["same", "case", "folder", "reserved"]
    address: str


def origins(library: Library, addresses: Addresses, directory_urls: bool = True) -> list[Origin]:
    """The origin of each file of a site: generated ones first, then entries, authors' files and former addresses.

    Args:
        library: what an author wrote.
        addresses: the addresses of its pages, former ones included.
        directory_urls: whether pages are served as folders; this decides the file names for former addresses.
    """
    return [*present_origins(library), *_former(library, addresses, directory_urls)]


def present_origins(library: Library) -> tuple[Origin, ...]:
    """Like `origins`, without former addresses, the only ones that depend on how the site is served."""
    own = [*_generated(library), *_authors(library)]
    written = {origin.uri for origin in own if origin.by == "author"}
    return tuple(origin for origin in own if origin.by != "signpost" or not _replaced(origin.uri, written))


def clashes(library: Library, addresses: Addresses, present: tuple[Origin, ...]) -> list[Clash]:
    """All conflicts on a site, in the order of `origins`; one for each place to change.

    Args:
        library: what an author wrote.
        addresses: the addresses of its pages, former ones included.
        present: the result of `present_origins` for the library.
    """
    found: dict[Location | Spot, Clash] = {}
    reserved = {folder: why for folder, why in RESERVED.items() if folder != _OF_RULES or library.site.rule_pages}
    for directory_urls in (True, False):
        listed = [*present, *_former(library, addresses, directory_urls)]
        for clash in _clashes(listed, reserved, directory_urls):
            found.setdefault(clash.at, clash)
    return list(found.values())


@lru_cache(maxsize=1 << 14)
def built(uri: str, directory_urls: bool = True) -> str:
    """The path on the built site of a file that a site builder gets."""
    page = uri.removesuffix(".md")
    if page == uri:
        return uri
    folder, name = posixpath.split(page)
    if name in _INDEX_FILES:
        return posixpath.join(folder, "index.html")
    return f"{page}/index.html" if directory_urls else f"{page}.html"


def _generated(library: Library) -> Iterator[Origin]:
    """The files that are always generated, then those generated from entries."""
    yield from (Origin(name, what, linkable=name != _PREVIEW) for name, what in _FIXED.items())
    if library.site.rule_pages:
        yield Origin(RULES, "the list of rules")
    yield from (Origin(name, "a file that site builders write themselves", linkable=False) for name in _OF_BUILDERS)
    if library.cases:
        yield Origin(TESTED, f"the page of cases, which {CONTENT}/{TESTED} can replace")
        for tree in tested_trees(library):
            yield Origin(uri("tested", tree), f'the page of cases of the guide "{tree}"')
    if library.site.headers:
        yield Origin("_headers", "what hosts are told, which content/_headers can replace")
    for kind, pages in WITH_PAGES.items():
        if library.entries[kind] or not pages.unless_empty:
            yield Origin(pages.index, f"the list of {of_kind(ENGLISH, kind, 'many').lower()}")
    for kind, anchors in WITH_ANCHORS.items():
        if library.entries[kind]:
            yield Origin(anchors.page, f"the list of {KINDS[kind].plural}")
    for kind, id in _with_pages(library):
        pages = WITH_PAGES[kind]
        where = None if _is_card(library, kind, id) else Spot(file_of(kind, id))
        thing = f'the {KINDS[kind].noun} "{id}"' + (f" ({where.file})" if where else "")
        yield Origin(uri(kind, id), thing, where, "entry")
        if kind == "tree":
            yield Origin(uri("whole", id), f"the picture of {thing}", where, "entry")
            yield Origin(f"{pages.folder}/{id}/guide.json", f"the data of {thing}", where, "entry")
            if library.site.embed:
                yield Origin(f"{pages.folder}/{id}/embed/index.html", f"the frame of {thing}", where, "entry")
        if pages.preview:
            picture = f"assets/preview/{pages.folder}/{id}.png"
            yield Origin(picture, f"the picture that is shown with a link to {thing}", where, "entry", linkable=False)


def _authors(library: Library) -> Iterator[Origin]:
    """Ordinary pages and other files by an author."""
    names = [page.path for page in library.pages.values()]
    names += [name for name in library.assets if not name.startswith(f"{FIGURES}/")]
    for name in sorted(names):
        yield Origin(name.removeprefix(f"{CONTENT}/"), name, Spot(name), "author")


def _former(library: Library, addresses: Addresses, directory_urls: bool) -> Iterator[Origin]:
    """The redirects from former addresses, each once; an alias that is another entry's id is left to another rule."""
    claimed = set()
    cards = card_outcomes(library)
    tested = tested_trees(library)
    for kind, id in _with_pages(library):
        if _is_card(library, kind, id):
            continue
        known = library.known.get(kind) or ()
        for index, alias in enumerate(aliases_of(library.entries[kind][id])):
            if alias in known or (kind == "outcome" and alias in cards) or (kind, alias) in claimed:
                continue
            claimed.add((kind, alias))
            where = at(kind, id, "aliases", index)
            for one in _pages_of(kind, id in tested):
                file = built(uri(one, alias), directory_urls)
                yield Origin(file, f'a former address of the {KINDS[kind].noun} "{id}"', where, "former")
    for old in library.site.moved:
        if old in addresses.redirects and why_invalid(old) is None:
            file = f"{old}index.html" if directory_urls else f"{old.removesuffix('/')}.html"
            yield Origin(file, f'"{old}", which has moved', Location(SITE, ("moved", old), "key"), "former")


def _pages_of(kind: str, is_tested: bool) -> tuple[str, ...]:
    """The kinds of page that an entry of a kind has, as `uri` names them."""
    if kind != "tree":
        return (kind,)
    return ("tree", "whole", "tested") if is_tested else ("tree", "whole")


def _with_pages(library: Library) -> Iterator[tuple[str, str]]:
    """Everything with a page of its own, as (kind, id), including the cards of care levels."""
    outcomes = {**library.outcomes, **card_outcomes(library)}
    return ((kind, id) for kind, ids in entries_with_pages(library, outcomes).items() for id in ids)


def _is_card(library: Library, kind: str, id: str) -> bool:
    return kind == "outcome" and id not in library.outcomes


def _replaced(uri: str, written: set[str]) -> bool:
    return uri in REPLACEABLE and uri in written


def _clashes(listed: Iterable[Origin], reserved: Mapping[str, str], directory_urls: bool) -> Iterator[Clash]:
    files: dict[str, Origin] = {}
    folders: dict[str, tuple[str, Origin]] = {}
    # Folders without conflicts: no file has their name, they are spelt in one way only, and so are all above them.
    free: set[str] = set()
    ordered = list(listed)
    for origin in ordered:
        file = built(origin.uri, directory_urls)
        first = files.setdefault(_key(file), origin)
        if origin.at is None:
            continue
        for folder, why in reserved.items() if origin.by in ("author", "former") else ():
            if _key(origin.uri).startswith(folder):
                yield Clash(Origin(folder, why), origin, origin.at, "reserved", folder)
        if first is not origin:
            same = built(first.uri, directory_urls) == file
            yield Clash(first, origin, origin.at, "same" if same else "case", _address(file))
    for origin in ordered:
        nearest = posixpath.dirname(built(origin.uri, directory_urls))
        if nearest in free:
            continue
        free.add(nearest)
        for folder in _with_parents(nearest):
            spelt, first = folders.setdefault(_key(folder), (folder, origin))
            there = files.get(_key(folder))
            if spelt != folder or there is not None:
                free.discard(nearest)
            if spelt != folder and origin.at is not None:
                yield Clash(first, origin, origin.at, "case", f"{folder}/")
            if there is not None:
                first, second = sorted((there, origin), key=ordered.index)
                if second.at is not None:
                    yield Clash(first, second, second.at, "folder", folder)


def _with_parents(folder: str) -> Iterator[str]:
    """A folder and all its parents, without the root."""
    while folder:
        yield folder
        folder = posixpath.dirname(folder)


def _key(path: str) -> str:
    """The form in which Windows and macOS compare paths: ignoring case, and how accents are encoded."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _address(file: str) -> str:
    folder, name = posixpath.split(file)
    return file if name != "index.html" else f"{folder or '.'}/"
