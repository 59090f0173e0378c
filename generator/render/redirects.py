"""Redirect pages at former addresses.

They are plain files that every site builder copies without a template, so that they are neither in the search index nor
in the sitemap. All addresses in them are relative, so they work below any prefix.
"""

import posixpath
from collections.abc import Mapping
from html import escape
from urllib.parse import quote

from generator.core.markup import plain
from generator.core.settings import SiteSettings
from generator.core.site import ANYWHERE, OutputFile, Serving
from generator.core.wording import direction, filled

SCRIPT = "assets/signpost/redirect.mjs"
# The script keeps the query and fragment of the address. Without JavaScript, they are lost.
_PAGE = """\
<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="canonical" href="{to}">
<link rel="icon" href="data:,">
<script type="module" src="{script}"></script>
<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript>
</head>
<body>
<p>{moved}</p>
</body>
</html>
"""


def redirect_pages(
    redirects: Mapping[str, str],
    pages: Mapping[str, str],
    titles: Mapping[str, str],
    site: SiteSettings,
    serving: Serving = ANYWHERE,
) -> list[OutputFile]:
    """One file for each former address.

    Args:
        redirects: current addresses of pages, by former address.
        pages: the Markdown file of each page, by its address.
        titles: the plain title of each page, by its Markdown file.
        site: the texts and language of the site.
        serving: where and how the pages will be served.
    """
    made = []
    for old, new in redirects.items():
        # A guide's overview page is always the index of its own folder, so it was so under former ids too.
        folder = serving.directory_urls or old.endswith("/whole/")
        file = f"{old}index.html" if folder else f"{old.removesuffix('/')}.html"
        target = serving.path(pages[new]) or "./"
        made.append(
            OutputFile(
                file,
                _page(titles[pages[new]], _relative(target, file), _relative(SCRIPT, file), site),
            )
        )
    return made


def _page(title: str, target: str, script: str, site: SiteSettings) -> str:
    to, title = escape(target), escape(title)
    moved = filled(escape(plain(site.words.moved), quote=False), link=f'<a href="{to}">{title}</a>')
    language = escape(site.language.partition("-")[0])
    way = direction(site.language)
    return _PAGE.format(title=title, to=to, script=escape(script), moved=moved, language=language, direction=way)


def _relative(target: str, file: str) -> str:
    path = posixpath.relpath(target, posixpath.dirname(file) or ".")
    return quote(f"{path}/" if target.endswith("/") else path)
