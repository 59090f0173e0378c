"""From a checked library to the finished site."""

from generator.browser_files import browser_files
from generator.check import Report
from generator.guide_data import guide_data
from generator.headers import headers_file
from generator.link import link, page_title
from generator.markup import plain
from generator.offline import offline_files
from generator.pages import PAGE_KINDS
from generator.previews import drawn
from generator.project import CONTENT, FIGURES
from generator.prose import Prose
from generator.reading.load import Loaded
from generator.redirects import redirect_pages
from generator.remembering.shelf import Shelf
from generator.render import render, with_front_matter
from generator.robots import llms, robots
from generator.site import ANYWHERE, OutputFile, Serving, Site
from generator.structured import Structured


def build(loaded: Loaded, report: Report, serving: Serving = ANYWHERE, shelf: Shelf | None = None) -> Site:
    """Make every page of a library in which the check found no error.

    Args:
        loaded: where pictures and other assets are.
        serving: where and how the pages will be served.
        shelf: where drawings are kept from build to build; without one, nothing is kept.
    """
    shelf = shelf or Shelf()
    links = link(report.survey)
    library = links.library
    pictures = drawn(links, serving, shelf)
    shelf.begin()
    pages = [page for kind in PAGE_KINDS for page in kind(links)]
    titles = {uri: plain(page_title(page.text, uri)) for uri, page in library.pages.items()}
    written = [uri for uri in library.pages if uri not in {page.uri for page in pages}]
    titles |= {page.uri: page.title for page in pages}
    structured = Structured(links, serving, titles)
    made = [render(structured.page(page), links, serving, shelf) for page in pages]
    for uri in written:
        text = Prose(links, uri, serving).resolved(library.pages[uri].text)
        text = with_front_matter(text, structured.front_matter(uri))
        made.append(OutputFile(uri, text, library.pages[uri].path))
    at = links.addresses
    made += redirect_pages(at.redirects, at.pages, titles, serving)
    made += [*browser_files(), *guide_data(links, serving)]
    made += [robots(serving), llms(links, serving), *([headers_file()] if library.site.headers else [])]
    made += offline_files(links, serving, made)
    copied = {
        path.removeprefix(f"{CONTENT}/"): file
        for path, file in loaded.assets.items()
        if path.startswith(f"{CONTENT}/") and not path.startswith(f"{FIGURES}/")
    }
    # What an author put there stands, such as another robots.txt.
    files = sorted((file for file in made if file.uri not in copied), key=lambda file: file.uri)
    return Site(tuple(files), {**pictures, **copied})
