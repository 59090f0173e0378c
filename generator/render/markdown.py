"""Stage 5: pages to Markdown."""

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
    """Fill a page's template and put its front matter above it.

    Args:
        page: what it says, and the template that says it.
        links: titles and addresses of all things.
        serving: where and how the pages will be served.
        cache: where drawings are kept from build to build.
        templates: the folder of the site's own templates, which come before ours.

    Raises:
        BadTemplateError: where a template of the site's own cannot be used.
    """
    prose = Prose(links, page.uri, serving, cache)
    site = links.library.site
    text = filled(page.template, templates, {"t": prose, "links": links, "site": site, "w": site.words, **page.view})
    return OutputFile(page.uri, f"{_front_matter(page)}\n{_tidy(text)}", page.source)


def _front_matter(page: Page) -> str:
    fields = {"title": page.title, "description": beginning(page.description), **page.meta}
    if page.uri == HOME:
        # Themes call the first page by the name of the site; with a title of its own it would be called so twice.
        del fields["title"]
    # Empty where no one file makes the page: then it has no edit link, whatever the builder would make up.
    fields["source_file"] = page.source or ""
    if reviewed := page.view.get("reviewed"):
        fields["reviewed"] = reviewed.isoformat()
    return front_matter(fields)


def _tidy(text: str) -> str:
    """One blank line where templates left several, none at the end of a line."""
    lines: list[str] = []
    for row in text.split("\n"):
        line = row.rstrip(" ")
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip() + "\n"
