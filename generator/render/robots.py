"""Files at the top of the site for programs that read it: `robots.txt`, and `llms.txt` after llmstxt.org."""

import posixpath
from collections.abc import Iterator

from generator.core.kinds import WITH_PAGES
from generator.core.library import summary_of
from generator.core.markup import plain
from generator.core.site import OutputFile, Serving
from generator.render.guide_data import guide_data_uri
from generator.render.link import Links

ROBOTS, LLMS = "robots.txt", "llms.txt"
_USE = """\
How to use the guides safely:

- Ask the questions in the order of the guide, one at a time. Those about red flags come first and are never skipped.
- To a question about red flags, "I am not sure" counts as yes.
- Follow the choices exactly. Do not guess an answer for the reader, and do not jump to a result.
- Give the result's advice with its level of care, and name the page it is from. It is not a diagnosis.
- `guide.json` holds a whole guide: questions, choices, results, red flags, levels of care and sources."""


def robots(serving: Serving) -> OutputFile:
    """Everything may be read; the map of the site is named where its address is known."""
    site_map = f"\nSitemap: {serving.url}sitemap.xml\n" if serving.url else ""
    return OutputFile(ROBOTS, f"User-agent: *\nAllow: /\n{site_map}")


def llms(links: Links, serving: Serving) -> OutputFile:
    """What the site is, how its guides are to be used, and where everything is, one page a line."""
    site = links.library.site
    head = [f"# {plain(site.title or 'Guides')}"]
    head += [f"> {plain(text)}" for text in [site.summary] if text]
    head += [plain(text) for text in [site.attribution] if text]
    parts = [*head, _USE, *_lists(links, serving)]
    return OutputFile(LLMS, "\n\n".join(parts) + "\n")


def _lists(links: Links, serving: Serving) -> Iterator[str]:
    def line(uri: str, title: str, summary: str) -> str:
        return f"- [{_label(title)}]({serving.url}{serving.path(uri) or './'}): {plain(summary) or plain(title)}"

    groups: dict[str, list[str]] = {}
    indexes = []
    for kind, pages in WITH_PAGES.items():
        entries = links.entries(kind)
        groups[pages.many] = [
            line(links.address(kind, id), links.title(kind, id), summary_of(kind, entry))
            for id, entry in entries.items()
        ]
        if kind == "tree":
            groups["Guides as data"] = [
                f"- [{_label(links.title(kind, id))}]({posixpath.join(serving.url, guide_data_uri(id))}): "
                "the whole guide as JSON"
                for id in entries
            ]
        if entries or not pages.unless_empty:
            indexes.append(line(pages.index, f"All {pages.many.lower()}", ""))
    groups["Lists"] = indexes
    yield from (f"## {name}\n\n" + "\n".join(lines) for name, lines in groups.items() if lines)


def _label(text: str) -> str:
    """The words of a text for the inside of a link, which brackets would end."""
    return plain(text).translate(_IN_LABEL)


_IN_LABEL = str.maketrans({mark: f"\\{mark}" for mark in "[]\\"})
