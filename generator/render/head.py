"""Adds tags for forums, messengers and search engines, for themes that do not write them from a page's front matter."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from generator.core.wording import land

_END = re.compile(r"</head\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class About:
    """What is known about a page in addition to its front matter.

    Attributes:
        title: of the page, plain.
        site: the title of the site, plain.
        address: the full URL of the page; "" if unknown.
        language: of the site, such as "en-GB".
        home: whether it is the first page.
        alternates: the address of the same page in each language, by language.
    """

    title: str
    site: str
    address: str
    language: str
    home: bool = False
    alternates: Mapping[str, str] = field(default_factory=dict)


def with_tags(html: str, fields: Mapping[str, Any], about: About) -> str:
    """A page with the tags that it lacks added at the end of its head; unchanged if it has no head.

    Args:
        html: the page as the theme made it.
        fields: its front matter, made safe.
        about: what else is known about it.
    """
    end = _END.search(html)
    if end is None:
        return html
    head = html[: end.start()]
    tags = "".join(f"{tag}\n" for tag in _tags(head, fields, about))
    return head + tags + html[end.start() :]


def _tags(head: str, fields: Mapping[str, Any], about: About) -> Iterator[str]:
    described = fields.get("description")
    if described and not _has(head, "name", "description"):
        yield _meta("name", "description", described)
    # If a theme or another plugin writes some of these tags, all of them are left to it.
    if not _has(head, "property", "og:title"):
        yield from _open_graph(fields, about)
    for language, address in about.alternates.items():
        # The space after "alternate" keeps Material's script from looking for a sitemap below each of these pages.
        yield f'<link rel="alternate " hreflang="{escape(language)}" href="{escape(address)}">'
    if fields.get("json_ld") and "application/ld+json" not in head:
        # Nothing is escaped inside a script element, so "<" must not occur: "</script>" would end it early.
        data = json.dumps(fields["json_ld"], ensure_ascii=False).replace("<", "\\u003c")
        yield f'<script type="application/ld+json">{data}</script>'


def _open_graph(fields: Mapping[str, Any], about: About) -> Iterator[str]:
    yield _meta("property", "og:type", "website" if about.home else "article")
    if spoken_in := land(about.language):
        yield _meta("property", "og:locale", f"{about.language.partition('-')[0]}_{spoken_in}")
    yield _meta("property", "og:site_name", about.site)
    yield _meta("property", "og:title", about.title)
    if described := fields.get("description"):
        yield _meta("property", "og:description", described)
    if about.address:
        yield _meta("property", "og:url", about.address)
    image = fields.get("image")
    if isinstance(image, Mapping) and image.get("url"):
        yield _meta("property", "og:image", image["url"])
        for key in ("width", "height", "alt"):
            if image.get(key):
                yield _meta("property", f"og:image:{key}", image[key])
        yield _meta("name", "twitter:card", "summary_large_image")
    else:
        yield _meta("name", "twitter:card", "summary")


def _has(head: str, key: str, value: str) -> bool:
    return re.search(rf"""\b{key}=["']?{re.escape(value)}["'\s/>]""", head) is not None


def _meta(key: str, name: str, content: object) -> str:
    return f'<meta {key}="{name}" content="{escape(str(content))}">'
