"""From a checked library to the finished site."""

from generator.browser_files import browser_files
from generator.check import Report
from generator.link import link, page_title
from generator.markup import plain
from generator.pages import PAGE_KINDS
from generator.project import CONTENT, FIGURES
from generator.prose import Prose
from generator.reading.load import Loaded
from generator.redirects import redirect_pages
from generator.render import render
from generator.site import ANYWHERE, OutputFile, Serving, Site


def build(loaded: Loaded, report: Report, serving: Serving = ANYWHERE) -> Site:
    """Make every page of a library in which the check found no error.

    Args:
        loaded: where pictures and other assets are.
        serving: where and how the pages will be served.
    """
    links = link(report.survey)
    pages = [page for kind in PAGE_KINDS for page in kind(links)]
    made = [render(page, links, serving) for page in pages]
    titles = {page.uri: page.title for page in pages}
    written = [
        OutputFile(uri, Prose(links, uri, serving).resolved(page.text), page.path)
        for uri, page in links.library.pages.items()
        if uri not in titles
    ]
    titles = {uri: plain(page_title(page.text, uri)) for uri, page in links.library.pages.items()} | titles
    at = links.addresses
    led_on = redirect_pages(at.redirects, at.pages, titles, serving)
    copied = {
        path.removeprefix(f"{CONTENT}/"): file
        for path, file in loaded.assets.items()
        if path.startswith(f"{CONTENT}/") and not path.startswith(f"{FIGURES}/")
    }
    files = [*made, *written, *led_on, *browser_files()]
    return Site(tuple(sorted(files, key=lambda file: file.uri)), copied)
