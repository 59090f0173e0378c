"""Structured data of a page: JSON-LD with the schema.org vocabulary, and the data of link preview tags.

It is stored in the page's front matter, so that the template of any site builder can output it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.analyse.addresses import HOME
from generator.core.kinds import WITH_PAGES
from generator.core.kinds.faq import FaqEntry
from generator.core.kinds.source import BibliographicSource
from generator.core.kinds.tree import Tree
from generator.core.library import reviewed_of
from generator.core.markup import plain
from generator.core.site import Page, Serving
from generator.core.subject import is_health
from generator.core.text import beginning
from generator.draw.preview import HEIGHT, WIDTH
from generator.render.link import Links, names, source_address, year
from generator.render.previews import are_used, preview_uri, previews

_KIND_OF_FOLDER = {pages.folder: kind for kind, pages in WITH_PAGES.items() if pages.preview}


class Structured:
    """Adds front matter to the pages of one library.

    Args:
        titles: the plain title of each page, by its Markdown file.
    """

    def __init__(self, links: Links, serving: Serving, titles: Mapping[str, str]) -> None:
        self._links = links
        self._serving = serving
        self._titles = titles
        self._pictures = previews(links)

    def page(self, page: Page) -> Page:
        """The page with its structured data in its front matter."""
        return replace(page, meta={**page.meta, **self.front_matter(page.uri, self._about(page))})

    def front_matter(self, uri: str, about: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """What every page has: its preview image and breadcrumbs; empty if neither is available.

        Args:
            uri: its Markdown file, as a path from the root of the site.
            about: further structured data about the page.
        """
        graph = [one for one in (about, self._way(uri)) if one]
        meta: dict[str, Any] = {}
        if are_used(self._links, self._serving):
            picture = preview_uri(uri)
            if picture not in self._pictures:
                # An ordinary page in the folder of a kind's pages is not an entry of that kind.
                picture = preview_uri(HOME)
            drawn = self._pictures[picture]
            words = ": ".join(part for part in (drawn.kind, drawn.title) if part)
            meta["image"] = {
                "url": self._serving.url + picture,
                "width": WIDTH,
                "height": HEIGHT,
                "alt": f"{words.removesuffix('.')}. {drawn.act}".removesuffix(" "),
            }
        if graph:
            meta["json_ld"] = {"@context": "https://schema.org", "@graph": graph}
        return meta

    def _about(self, page: Page) -> dict[str, Any] | None:
        folder, _, id = page.uri.removesuffix(".md").rpartition("/")
        kind = _KIND_OF_FOLDER.get(folder)
        library = self._links.library
        entry = self._links.entries(kind).get(id) if kind else None
        if entry is None:
            return None
        about: dict[str, Any] = {"@type": "WebPage", "name": page.title, "description": beginning(page.description)}
        if isinstance(entry, FaqEntry):
            about["@type"] = "FAQPage"
            answer = {"@type": "Answer", "text": plain(entry.answer)}
            about["mainEntity"] = [{"@type": "Question", "name": page.title, "acceptedAnswer": answer}]
        elif is_health(library):
            about["@type"] = "MedicalWebPage"
        about["inLanguage"] = library.site.language.partition("-")[0]
        if self._serving.url:
            about["url"] = self._address(page.uri)
        if are_used(self._links, self._serving):
            about["image"] = self._serving.url + preview_uri(page.uri)
        if library.site.title:
            site = {"@type": "WebSite", "name": plain(library.site.title)}
            about["isPartOf"] = site | ({"url": self._serving.url} if self._serving.url else {})
        if reviewed := reviewed_of(entry):
            about["lastReviewed"] = reviewed.isoformat()
        # A guide page shows the sources of all its outcomes, but its JSON-LD lists only the guide's own: the full list
        # would be a tenth of the page's size, and the pages of the outcomes have it.
        sources = entry.sources if isinstance(entry, Tree) else page.view["sources"]
        cited = [self._citation(library.sources[id]) for id in sources if id in library.sources]
        return about | ({"citation": cited} if cited else {})

    def _citation(self, source: BibliographicSource) -> dict[str, Any]:
        paper = source.type.startswith("article") and bool(source.DOI)
        work: dict[str, Any] = {"@type": "ScholarlyArticle" if paper else "CreativeWork", "name": plain(source.title)}
        authors = [f"{given} {family}".strip() for family, given in names(source) if family != "et al."]
        if authors:
            work["author"] = authors
        if when := year(source):
            work["datePublished"] = when
        if address := source_address(source):
            work["url"] = address
        return work

    def _way(self, uri: str) -> dict[str, Any] | None:
        """The breadcrumbs of a page. They need full URLs."""
        steps = [step for step in _above(uri) if step in self._titles]
        if not self._serving.url or len(steps) < 2:
            return None
        items = [
            {"@type": "ListItem", "position": at, "name": self._titles[step], "item": self._address(step)}
            for at, step in enumerate(steps, 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def _address(self, uri: str) -> str:
        return self._serving.url + self._serving.path(uri)


def _above(uri: str) -> list[str]:
    """Possible ancestors of a page: the first page, the index of each folder, then the page itself."""
    folders = uri.split("/")[:-1]
    ways = ["/".join(folders[: depth + 1]) for depth in range(len(folders))]
    return list(dict.fromkeys([HOME, *(page for way in ways for page in (f"{way}/index.md", f"{way}.md")), uri]))
