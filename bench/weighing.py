"""Measures how much a reader's phone has to download."""

import gzip
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from bench.figure import Figure
from bench.workshop import Workshop
from generator.emit.browser_files import browser_files

OWN = Figure("own-files", "a guide's own script and style, compressed", None, 10, " KB")
FIRST_VIEW = Figure("first-view", "first view of the heaviest page, compressed", None, 120, " KB")
LARGER = Figure("first-view-growth", "first view in a large library ÷ in a small one, lists aside", None, 1.02)
LISTS = Figure("first-view-of-lists", "first view of the heaviest list in a large library", None, 120, " KB")
FIGURES = (OWN, FIRST_VIEW, LARGER, LISTS)
_IMPORT = re.compile(r"""(?:from|import)\s*["'](\./[^"']+)["']""")
_INDEX = "search/search_index.json"
# Pages that list all entries of a kind or at a place, and therefore grow with the library.
_OF_ALL = ("guides/", "outcomes/", "questions/", "places/", "places/place-1/", "sources/")
# Pages that exist in any library, and must not grow with it.
_IN_ANY_LIBRARY = (
    "",
    "guides/guide-0000/",
    "outcomes/guide-0000-result/",
    "outcomes/shared-0/",
    "outcomes/get-it-checked/",
    "outcomes/care-emergency/",
    "questions/guide-0000-why/",
)
# The files that a guide loads; those of its picture and of redirects are separate.
_OF_A_GUIDE = ("/guide.mjs", "/signpost.css")


def measured(workshop: Workshop) -> Iterator[Figure]:
    """Every figure in FIGURES."""
    own = {file.uri: _packed(file.content.encode()) for file in browser_files() if file.uri.endswith(_OF_A_GUIDE)}
    told = ", ".join(f"{uri.rpartition('/')[2]} {size / 1000:.1f}" for uri, size in own.items())
    yield OWN.measured(sum(own.values()) / 1024, told)
    # This site loads the index and its worker only when somebody searches; a browser test checks that.
    views = first_views(workshop.site(workshop.real()), worker=False)
    heaviest = max(views, key=views.get)
    index = _packed((workshop.site(workshop.real()) / _INDEX).read_bytes())
    told = f"/{dirname(heaviest)}; the search index, {index / 1000:.0f} KB, is asked for by those who search"
    yield FIRST_VIEW.measured(views[heaviest] / 1000, told)
    yield from _growth(workshop, 10, workshop.sizes[-1])


def _growth(workshop: Workshop, few: int, many: int) -> Iterator[Figure]:
    sites = [workshop.site(workshop.library(guides)) for guides in (few, many)]
    small, large = (_views(site, _IN_ANY_LIBRARY) for site in sites)
    most = max(small, key=lambda page: large[page] / small[page])
    told = f"/{dirname(most)}: {few} guides {small[most] / 1000:.1f} KB, {many} {large[most] / 1000:.1f} KB, no index"
    yield LARGER.measured(large[most] / small[most], told)
    lists = _views(sites[1], _OF_ALL)
    heaviest = max(lists, key=lists.get)
    told = f"/{dirname(heaviest)}, {many} guides, no index"
    yield LISTS.measured(lists[heaviest] / 1000, told)


def _views(site: Path, pages: Iterable[str]) -> dict[str, int]:
    return first_views(site, [site / f"{page}index.html" for page in pages], worker=True)


def first_views(site: Path, pages: Iterable[Path] | None = None, *, worker: bool) -> dict[str, int]:
    """For each page, or those given, the bytes that a browser downloads with an empty cache; each file compressed.

    The search index is not included; `worker` says whether the search worker is, which a site may also load later.
    """
    sizes: dict[str, int] = {}

    def size(path: str) -> int:
        if path not in sizes:
            sizes[path] = _packed((site / path).read_bytes()) if (site / path).is_file() else 0
        return sizes[path]

    workers = site.glob("assets/javascripts/workers/search.*.js") if worker else ()
    searched = [path.relative_to(site).as_posix() for path in workers]
    views = {}
    for page in site.rglob("*.html") if pages is None else pages:
        path = page.relative_to(site).as_posix()
        if path == "404.html":
            continue
        files = {path, *searched} | _needed(site, path, page.read_text(encoding="utf-8"))
        views[path] = sum(map(size, files))
    return views


def _needed(site: Path, path: str, html: str) -> set[str]:
    parser = _Needs()
    parser.feed(html)
    found = {normpath(join(dirname(path), unquote(urlsplit(one).path))) for one in parser.found if _is_here(one)}
    ahead = [one for one in found if one.endswith(".mjs")]
    while ahead:
        module = ahead.pop()
        text = (site / module).read_text(encoding="utf-8") if (site / module).is_file() else ""
        new = {normpath(join(dirname(module), one)) for one in _IMPORT.findall(text)} - found
        found |= new
        ahead += new
    return found


def _is_here(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc and bool(parts.path)


class _Needs(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and {"stylesheet", "icon", "modulepreload", "preload"} & set(given.get("rel", "").split()):
            self.found.append(given.get("href", ""))
        elif tag in ("script", "img") and given.get("src") and given.get("loading") != "lazy":
            self.found.append(given["src"])


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 9))
