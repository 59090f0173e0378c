"""What authors may write inside a text besides Markdown: citations and links by id.

`[@goom-2016]` or `[@goom-2016; @beatty-2017]` cites sources. `[words](outcome:get-it-checked)` links
to a thing of the library; the kinds are tree, outcome, faq, place, source, and page for an ordinary page.
What stands in backticks is code, and stays as it is.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.core.kinds import LINK_KINDS

# What else a link may begin with; anything further is a slip, or a script.
WEB_KINDS = frozenset(("http", "https", "mailto", "tel"))
_CODE = re.compile(r"(`+[^`]+`+)")
_CITATION = re.compile(r"\[(@[a-zA-Z0-9_-]+(?:\s*;\s*@[a-zA-Z0-9_-]+)*)\]")
_ID_LINK = re.compile(rf"\]\(({'|'.join(LINK_KINDS)}):([^)\s]+)(?=[)\s])")
_ANY_LINK = re.compile(r"(?m)(?:\]\(|^ {0,3}\[[^\]]+\]:)\s*([A-Za-z][A-Za-z0-9+.-]*):(\s?)")
_WHOLE_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\([^()\s]*(?:\([^()\s]*\))?[^()]*\)")
_SPACE_AND_CITATION = re.compile(r"\s*\[@[^\]]*\]")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!-])")


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing that a text names: its kind and id, and where in the text the name stands."""

    kind: str
    id: str
    offset: int


def mentions(text: str) -> Iterator[Mention]:
    """Everything that a text cites or links to by id, and the kind of every other link as "link-kind"."""
    # Most texts have neither, and this runs over every text of a library.
    if "[" not in text:
        return
    text = _CODE.sub(lambda code: " " * len(code[0]), text)
    for citation in _CITATION.finditer(text):
        for name in re.finditer(r"@([a-zA-Z0-9_-]+)", citation.group(1)):
            yield Mention("source", name.group(1), citation.start(1) + name.start())
    for link in _ID_LINK.finditer(text):
        yield Mention(link.group(1), link.group(2), link.start(1))
    for link in _ANY_LINK.finditer(text):
        kind, space = link.groups()
        if space or kind not in LINK_KINDS:
            yield Mention("link-kind", f"{kind}:{space}".removesuffix(":"), link.start(1))


def resolve(text: str, address: Callable[[str, str], str], cite: Callable[[tuple[str, ...]], str]) -> str:
    """Turn citations and links by id into plain Markdown.

    Args:
        address: from (kind, id) to the target of a Markdown link.
        cite: from the ids of a citation to the Markdown that stands for it.
    """
    if "[" not in text:
        return text

    def resolved(part: str) -> str:
        part = _CITATION.sub(lambda found: cite(tuple(re.findall(r"@([a-zA-Z0-9_-]+)", found.group(1)))), part)
        return _ID_LINK.sub(lambda found: f"]({address(found.group(1), found.group(2))}", part)

    return outside_code(text, resolved)


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """Change a text everywhere but in its code."""
    parts = _CODE.split(text)
    return "".join(part if index % 2 else change(part) for index, part in enumerate(parts))


def without_links(text: str) -> str:
    """One line without citations, and with the words of its links in their place."""
    return " ".join(_WHOLE_LINK.sub(r"\1", _SPACE_AND_CITATION.sub("", text)).split())


def plain(text: str) -> str:
    """One line without any Markdown, for titles, descriptions and attributes."""
    line = without_links(text)
    for _ in range(2):
        line = _EMPHASIS.sub(r"\2", line)
    return _ESCAPED.sub(r"\1", line)
