"""Files at the root of the site for programs that read it: `robots.txt`, and `llms.txt` as described at llmstxt.org."""

import posixpath
from collections.abc import Iterable, Iterator

from generator.core.kinds import WITH_PAGES
from generator.core.library import summary_of
from generator.core.markup import plain
from generator.core.page_words import PageWords, of_kind
from generator.core.site import OutputFile, Serving
from generator.core.wording import plain_text
from generator.render.guide_data import guide_data_uri
from generator.render.link import Links

ROBOTS, LLMS = "robots.txt", "llms.txt"
# The rules for programs, by the names of their texts.
_RULES = ("llms_order", "llms_signs", "llms_follow", "llms_result", "llms_data")
_END = "\n"


def robots(serving: Serving, languages: Iterable[str] = ()) -> OutputFile:
    """A `robots.txt` that allows everything and, if the site's URL is known, names the sitemaps.

    Args:
        serving: where the pages will be served.
        languages: the folders of the site's translations.
    """
    folders = ["", *(f"{language}/" for language in languages)] if serving.url else []
    maps = "".join(f"\nSitemap: {serving.url}{folder}sitemap.xml" for folder in folders)
    return OutputFile(ROBOTS, f"User-agent: *\nAllow: /\n{maps and maps + _END}")


def llms(links: Links, serving: Serving) -> OutputFile:
    """An `llms.txt`: what the site is, how to use its guides, and all pages, one per line."""
    site = links.library.site
    head = [f"# {plain(site.title or site.words.tree_many)}"]
    head += [f"> {plain(text)}" for text in [site.summary] if text]
    head += [plain(text) for text in [site.attribution] if text]
    parts = [*head, _use(site.words, bool(links.library.red_flags)), *_lists(links, serving)]
    return OutputFile(LLMS, "\n\n".join(parts) + "\n")


def _use(words: PageWords, signs: bool) -> str:
    values = {"unsure": plain(words.gate_unsure), "file": "`guide.json`"}
    names = [name for name in _RULES if signs or name != "llms_signs"]
    rules = "\n".join(f"- {plain_text(getattr(words, name), **values)}" for name in names)
    return f"{plain(words.llms_use)}\n\n{rules}"


def _lists(links: Links, serving: Serving) -> Iterator[str]:
    def line(uri: str, title: str, summary: str) -> str:
        return f"- [{_label(title)}]({serving.url}{serving.path(uri) or './'}): {plain(summary) or plain(title)}"

    words = links.library.site.words
    # A list, not a dictionary by title: a site may give two of them the same title.
    groups: list[tuple[str, list[str]]] = []
    indexes = []
    for kind, pages in WITH_PAGES.items():
        entries = links.entries(kind)
        listed = [
            line(links.address(kind, id), links.title(kind, id), summary_of(kind, entry))
            for id, entry in entries.items()
        ]
        groups.append((plain(of_kind(words, kind, "many")), listed))
        if kind == "tree":
            as_data = [
                f"- [{_label(links.title(kind, id))}]({posixpath.join(serving.url, guide_data_uri(id))}): "
                f"{plain(words.llms_guide)}"
                for id in entries
            ]
            groups.append((plain(words.llms_guides), as_data))
        if entries or not pages.unless_empty:
            indexes.append(line(pages.index, of_kind(words, kind, "all"), ""))
    groups.append((plain(words.llms_lists), indexes))
    yield from (f"## {name}\n\n" + "\n".join(lines) for name, lines in groups if lines)


def _label(text: str) -> str:
    """A text as link text, with brackets escaped."""
    return plain(text).translate(_IN_LABEL)


_IN_LABEL = str.maketrans({mark: f"\\{mark}" for mark in "[]\\"})
