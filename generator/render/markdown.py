"""Stage 5: pages to Markdown. The only module that imports jinja2."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.analyse.addresses import HOME
from generator.analyse.seals import flag_seal, question_seal
from generator.core.cache import Cache
from generator.core.kinds import WITH_ANCHORS, WITH_PAGES
from generator.core.page_words import of_kind
from generator.core.site import ANYWHERE, OutputFile, Page, Serving
from generator.core.text import beginning
from generator.render.front_matter import front_matter
from generator.render.link import Links
from generator.render.prose import Prose

_TEMPLATES = Path(__file__).parent / "templates"
# How many links of one kind a page holds that is no list of that kind: it must not grow with the library.
_FEW = 12


def render(page: Page, links: Links, serving: Serving = ANYWHERE, cache: Cache | None = None) -> OutputFile:
    """Fill a page's template and put its front matter above it.

    Args:
        page: what it says, and the template that says it.
        links: titles and addresses of all things.
        serving: where and how the pages will be served.
        cache: where drawings are kept from build to build.
    """
    prose = Prose(links, page.uri, serving, cache)
    body = _environment().get_template(f"{page.template}.md.jinja")
    text = body.render(t=prose, links=links, site=links.library.site, w=links.library.site.words, **page.view)
    return OutputFile(page.uri, f"{_front_matter(page)}\n{_tidy(text)}", page.source)


@cache
def _environment() -> Environment:
    # Markdown, so nothing is escaped as HTML here; `Prose` makes authors' text harmless.
    environment = Environment(  # noqa: S701
        loader=FileSystemLoader(_TEMPLATES), trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    environment.filters |= {"question_seal": question_seal}
    environment.globals |= {
        "few": _FEW,
        "pages_of": WITH_PAGES,
        "precautions_page": WITH_ANCHORS["precaution"].page,
        "flag_seal": flag_seal,
        "of_kind": of_kind,
    }
    return environment


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
