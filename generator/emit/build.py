"""Builds the finished site from a checked library."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from generator.analyse.addresses import HOME
from generator.check.result import Report
from generator.core.address import refuse_outside
from generator.core.cache import Cache
from generator.core.markup import plain
from generator.core.page_fields import parts, set_fields
from generator.core.page_text import first_heading, line_ends, page_title
from generator.core.project import CONTENT, FIGURES
from generator.core.site import ANYWHERE, OutputFile, Page, Serving, Site, WrittenPage
from generator.emit.browser_files import browser_files
from generator.emit.embed import embed_files
from generator.emit.headers import headers_file
from generator.emit.offline import offline_files
from generator.emit.share import share_files
from generator.load.files import Loaded
from generator.render.front_matter import harmless_fields, with_front_matter
from generator.render.guide_data import guide_data
from generator.render.link import link
from generator.render.markdown import render
from generator.render.page_templates import refuse_unusable
from generator.render.pages import PAGE_MAKERS
from generator.render.previews import drawn
from generator.render.prose import Prose
from generator.render.redirects import redirect_pages
from generator.render.robots import llms, robots
from generator.render.structured import Structured


def build(
    loaded: Loaded,
    report: Report,
    serving: Serving = ANYWHERE,
    cache: Cache | None = None,
    templates: Path | None = None,
    follow: Callable[[Sequence[Page]], Iterable[Page]] = iter,
) -> Site:
    """Make every page of a library in which the check found no error.

    Args:
        loaded: the project's sources, with the paths of its images and other assets.
        report: the check of these sources.
        serving: where and how the pages will be served.
        cache: keeps drawings between builds; without one, nothing is kept.
        templates: the folder of the site's own templates, if it has one.
        follow: yields the pages one by one; a caller can wrap them here to show progress.

    Raises:
        OutsideError: if a file would be outside the site; the check makes sure that there is none.
        BadTemplateError: if one of the site's own templates cannot be used.
    """
    refuse_unusable(templates)
    cache = cache or Cache()
    links = link(report.survey)
    library = links.library
    pages = [page for make in PAGE_MAKERS for page in make(links)]
    titles = {uri: plain(page_title(page.text, uri)) for uri, page in library.pages.items()}
    written = [uri for uri in library.pages if uri not in {page.uri for page in pages}]
    titles |= {page.uri: page.title for page in pages}
    structured = Structured(links, serving, titles)
    made = [render(structured.page(page), links, serving, cache, templates) for page in follow(pages)]
    of_authors = {}
    for uri in written:
        source = library.pages[uri]
        prose = Prose(links, uri, serving)
        own = set_fields(library.page_fields[uri])
        fields = dict(own)
        if uri != HOME and first_heading(line_ends(source.text)):
            # Builders make HTML of a heading as it is; as a field, the title is made safe.
            fields = {"title": titles[uri]} | own
        fields |= structured.front_matter(uri) | own
        made.append(OutputFile(uri, with_front_matter(prose.resolved(parts(source.text).body), fields), source.path))
        path = loaded.root / source.path
        of_authors[uri] = WrittenPage(path, harmless_fields(fields), frozenset(own), prose.resolved)
    at = links.addresses
    made += redirect_pages(at.redirects, at.pages, titles, library.site, serving)
    made += [*browser_files(), *guide_data(links, serving), *drawn(links, serving, cache)]
    made += embed_files(links, serving, made, cache)
    made += share_files(library.site)
    made += [robots(serving, library.site.languages), llms(links, serving)]
    if library.site.headers:
        addresses = [serving.path(file.uri) if file.uri.endswith(".md") else file.uri for file in made]
        pages_of_all = [path for path in addresses if path.endswith(("/", ".html")) or not path]
        made.append(headers_file(pages_of_all, library.site.languages))
    made += offline_files(links, serving, made)
    copied = {
        path.removeprefix(f"{CONTENT}/"): file
        for path, file in loaded.assets.items()
        if path.startswith(f"{CONTENT}/") and not path.startswith(f"{FIGURES}/")
    }
    # A file by an author at the same address, such as another robots.txt, takes precedence.
    files = sorted((file for file in made if file.uri not in copied), key=lambda file: file.uri)
    refuse_outside((*copied, *(file.uri for file in files)))
    return Site(tuple(files), copied, of_authors)
