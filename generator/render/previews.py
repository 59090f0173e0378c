"""Decides which pages have link preview images, and what each image shows."""

from functools import partial

from generator.analyse.addresses import HOME
from generator.core.cache import Cache
from generator.core.kinds import WITH_PAGES
from generator.core.markup import plain
from generator.core.page_words import of_kind
from generator.core.site import OutputFile, Serving
from generator.core.wording import is_drawn
from generator.draw.preview import Preview, draw
from generator.render.link import Links


def preview_uri(page: str) -> str:
    """The preview image of a page: its own if its kind has previews, otherwise the site's."""
    folder, _, name = page.removesuffix("/whole.md").removesuffix(".md").rpartition("/")
    own = folder in {pages.folder for pages in WITH_PAGES.values() if pages.preview} and name != "index"
    return f"assets/preview/{folder}/{name}.png" if own else "assets/preview/site.png"


def previews(links: Links) -> dict[str, Preview]:
    """The previews to draw, by path from the root of the site."""
    library = links.library
    site = plain(library.site.title)
    words = library.site.words
    note = plain(words.preview_note) if library.care_levels else ""
    title = plain(library.site.summary) or site or plain(words.tree_many)
    found = {preview_uri(HOME): Preview(site, "", title, note, slogan=plain(words.preview_slogan))}
    for kind, pages in WITH_PAGES.items():
        for id in links.entries(kind) if pages.preview else ():
            care = library.care_levels.get(links.outcomes[id].care or "") if kind == "outcome" else None
            title = plain(links.title(kind, id))
            # The page of a care level's card has the title of the level; showing it twice would look like a mistake.
            act = plain(care.title) if care else ""
            signs = plain(words.preview_signs) if kind == "outcome" and id not in library.outcomes else ""
            level = (care.card if care else "", act if act != title else signs)
            look = "question" if kind == "faq" else ""
            preview = Preview(site, plain(of_kind(words, kind, "one")), title, note, *level, look=look)
            found[preview_uri(links.address(kind, id))] = preview
    return found


def are_used(links: Links, serving: Serving) -> bool:
    """Whether pages refer to preview images: not without a public URL, and not while somebody is editing.

    Also not in a language whose script the built-in font lacks.
    """
    site = links.library.site
    return bool(serving.url) and site.previews and not serving.editing and is_drawn(site.language)


def drawn(links: Links, serving: Serving, cache: Cache) -> list[OutputFile]:
    """All preview images; empty if no page refers to them.

    Args:
        links: titles and addresses of all entries.
        serving: where the pages will be served.
        cache: keeps images between builds.
    """
    if not are_used(links, serving):
        return []
    wanted = previews(links)
    return [OutputFile(uri, cache.bytes("preview", one, partial(draw, one))) for uri, one in wanted.items()]
