"""Stage 5: render pages as Markdown."""

from pathlib import Path

from generator.analyse.addresses import HOME
from generator.core.cache import Cache
from generator.core.site import ANYWHERE, OutputFile, Page, Serving
from generator.core.text import beginning
from generator.render.front_matter import front_matter
from generator.render.link import Links
from generator.render.page_templates import filled
from generator.render.prose import Prose


def render(
    page: Page,
    links: Links,
    serving: Serving = ANYWHERE,
    cache: Cache | None = None,
    templates: Path | None = None,
) -> OutputFile:
    """Fill a page's template and add its front matter.

    Args:
        page: its content and the name of its template.
        links: titles and addresses of all entries.
        serving: where and how the pages will be served.
        cache: keeps drawings between builds.
        templates: the folder of the site's own templates, which override the built-in ones.

    Raises:
        BadTemplateError: if one of the site's own templates cannot be used.
    """
    prose = Prose(links, page.uri, serving, cache)
    site = links.library.site
    text = filled(page.template, templates, {"t": prose, "links": links, "site": site, "w": site.words, **page.view})
    return OutputFile(page.uri, f"{_front_matter(page)}\n{_tidy(text)}", page.source)


def _front_matter(page: Page) -> str:
    fields = {"title": page.title, "description": beginning(page.description), **page.meta}
    if page.uri == HOME:
        # Themes use the site's name as the title of the first page; with a title of its own, the name would appear
        # twice.
        del fields["title"]
    # Empty if the page is not made from a single file: then it gets no edit link, whatever the builder would invent.
    fields["source_file"] = page.source or ""
    if reviewed := page.view.get("reviewed"):
        fields["reviewed"] = reviewed.isoformat()
    return front_matter(fields)


def _tidy(text: str) -> str:
    """Collapse repeated blank lines and remove trailing spaces, both left over from templates."""
    lines: list[str] = []
    for row in text.split("\n"):
        line = row.rstrip(" ")
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip() + "\n"
