"""A guide without the site around it, for an iframe on any other page: `guides/<tree>/embed/`.

A complete plain HTML page that site builders copy unchanged. Links within guides, and the answers, stay in the frame;
links to other pages open a new tab.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from html import escape, unescape
from pathlib import Path

from generator.core.as_built import html_of
from generator.core.cache import Cache
from generator.core.markup import plain
from generator.core.page_fields import parts
from generator.core.site import OutputFile, Serving
from generator.core.wording import direction, plain_text
from generator.emit.browser_files import SCRIPTS, STYLES, without_comments
from generator.emit.headers import policy
from generator.render.link import Links
from generator.render.redirects import redirect_pages

# The script of the page around a frame, and the script and style of the page in it.
SCRIPT, _INSIDE, _STYLE = (f"assets/signpost/{name}" for name in ("embed.js", "embedded.mjs", "embed.css"))
_SOURCES = Path(__file__).parents[1] / "web" / "embed"
_ADDRESS = re.compile(r'(<a\b[^>]*?\bhref=")([^"]*)(")')
# What a guide's own page shows about related entries, up to the line with its review date.
_AROUND = re.compile(r'<h2\b[^>]*\bclass="[^"]*\bsp-about\b.*?(?=<div class="sp-foot"|\Z)', re.DOTALL)
_PAGE = """\
<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="canonical" href="{whole}">
<link rel="icon" href="data:,">
{parts}
</head>
<body>
<main class="md-typeset">
{guide}
</main>
<footer class="md-typeset">
{foot}
<p class="sp-embed-foot"><a href="{whole}" target="_blank" rel="noopener">{name}</a></p>
</footer>
</body>
</html>
"""


def embed_uri(tree: str) -> str:
    """The page of a guide for a frame, as a path from the root of the site."""
    return f"guides/{tree}/embed/index.html"


def embed_files(links: Links, serving: Serving, made: Iterable[OutputFile], cache: Cache) -> Iterator[OutputFile]:
    """A page for each guide, and the files that it and embedding pages load; nothing if the site settings disable it.

    Former ids, which other sites may embed, redirect to the current page.

    Args:
        links: a library in which the check found no error.
        serving: where and how the pages will be served.
        made: the pages of the site.
        cache: keeps HTML between builds.
    """
    site = links.library.site
    if not site.embed:
        return
    for name in (SCRIPT, _INSIDE, _STYLE):
        yield OutputFile(name, without_comments((_SOURCES / posixpath.basename(name)).read_text("utf-8")))
    texts = {file.uri: file.content for file in made if isinstance(file.content, str)}
    guides = {links.address("tree", id): id for id in links.library.trees}
    for uri, id in guides.items():
        body = parts(texts[uri]).body
        html = _in_frame(cache.text("embed", body, partial(html_of, body)), guides, serving, id)
        # Separate from the guide: otherwise it would count as part of the last outcome.
        guide, *foot = _AROUND.split(html, maxsplit=1)
        title = plain(links.title("tree", id))
        page = _PAGE.format(
            language=escape(site.language.partition("-")[0]),
            direction=direction(site.language),
            policy=escape(policy()),
            title=escape(title),
            whole=_from(id, serving.path(uri)),
            parts="\n".join(_loaded(id)),
            guide=guide,
            foot="\n".join(foot),
            name=escape(plain_text(site.words.embed_foot, guide=title, site=plain(site.title) or title)),
        )
        yield OutputFile(embed_uri(id), page)
        yield from _former(links, id, title)


def _former(links: Links, id: str, title: str) -> list[OutputFile]:
    here, page = f"guides/{id}/embed/", f"guides/{id}/embed/index.md"
    there = [f"guides/{alias}/embed/" for alias in links.library.trees[id].aliases if alias not in links.library.trees]
    return redirect_pages(dict.fromkeys(there, here), {here: page}, {page: title}, links.library.site)


def _loaded(tree: str) -> Iterator[str]:
    for style in (*STYLES, _STYLE):
        yield f'<link rel="stylesheet" href="{_from(tree, style)}">'
    for script in (*SCRIPTS, _INSIDE):
        yield f'<script type="module" src="{_from(tree, script)}"></script>'


def _in_frame(html: str, guides: Mapping[str, str], serving: Serving, tree: str) -> str:
    """The HTML of a guide with its addresses relative to its page for frames."""

    def seen(link: re.Match[str]) -> str:
        before, address, after = link[1], unescape(link[2]), link[3]
        if address.startswith("#"):
            return f'{before}{link[2]}{after} target="_self"'
        path, sign, anchor = address.partition("#")
        if path.endswith(".md") and ":" not in path:
            uri = posixpath.normpath(posixpath.join("guides", path))
            if uri in guides:
                frame = _from(tree, posixpath.dirname(embed_uri(guides[uri])))
                return f'{before}{frame}/{sign}{anchor}{after} target="_self"'
            address = f"{_from(tree, serving.path(uri))}{sign}{anchor}"
        return f'{before}{escape(address)}{after} target="_blank" rel="noopener"'

    return _ADDRESS.sub(seen, html)


def _from(tree: str, path: str) -> str:
    """A path from the root of the site, relative to a guide's page for frames."""
    seen = posixpath.relpath(path or ".", posixpath.dirname(embed_uri(tree)))
    return escape(f"{seen}/" if path.endswith("/") or not path else seen)
