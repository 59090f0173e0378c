"""From a checked library to the finished site."""

from generator.browser_files import browser_files
from generator.check import Report
from generator.link import link
from generator.pages import PAGE_KINDS
from generator.paper import codes
from generator.project import CONTENT, FIGURES
from generator.prose import Prose
from generator.reading.load import Loaded
from generator.render import render
from generator.site import ANYWHERE, OutputFile, Serving, Site


def build(loaded: Loaded, report: Report, serving: Serving = ANYWHERE) -> Site:
    """Make every page of a library in which the check found no error.

    Args:
        loaded: where pictures and other assets are.
        serving: where and how the pages will be served.
    """
    links = link(report.survey)
    made = [render(page, links, serving) for kind in PAGE_KINDS for page in kind(links)]
    taken = {file.uri for file in made}
    written = [
        OutputFile(uri, Prose(links, uri, serving).resolved(page.text), page.path)
        for uri, page in links.library.pages.items()
        if uri not in taken
    ]
    copied = {
        path.removeprefix(f"{CONTENT}/"): file
        for path, file in loaded.assets.items()
        if path.startswith(f"{CONTENT}/") and not path.startswith(f"{FIGURES}/")
    }
    return Site(
        tuple(sorted([*made, *written, *browser_files(), *codes(links, serving)], key=lambda file: file.uri)), copied
    )
