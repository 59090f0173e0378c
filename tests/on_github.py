"""The scripts of the workflows, what GitHub makes of a text, and pieces of text that it makes much of.

A text is rendered as there: CommonMark with tables, struck-out text and bare addresses as links, HTML let through. What
GitHub does afterwards (mentions, references to issues and commits) is looked for in the words that stand in no code.
"""

import importlib.util
import re
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

from hypothesis import strategies as st
from markdown_it import MarkdownIt

SCRIPTS = Path(__file__).parents[1] / ".github" / "scripts"
LIVE = re.compile(r"@\w|#\d|\bGH-\d|\b[0-9a-f]{7,40}\b|://|www\.|\$", re.IGNORECASE)
# Each ends, opens or swallows something somewhere, or becomes something live.
NASTY = (
    *("~~~", "~~~~", "```", "````", "`", "``", "> ```", "> ~~~", "- ```", "1. ~~~", "    ", "\t", "\n", "\n\n", "\r\n"),
    *("<details>", "</details>", "<summary>", "<!--", "-->", "<![CDATA[", "<?", "<!x", "<script>", "<pre>", "<table>"),
    *("</code>", "<img src=x>", "<a href=//bad.invalid>", "<br>", "<sub>", "<textarea>", "</td>", "&lt;b&gt;"),
    *("[x](https://bad.invalid)", "![x](//bad.invalid/x.png)", "[x]: https://bad.invalid", "[x]", "[^1]", "[^1]: y"),
    *("https://bad.invalid", "www.bad.invalid", "a@bad.invalid", "<https://bad.invalid>", "mailto:a@bad.invalid"),
    *("@octocat", "&#64;octocat", "&commat;octocat", "@org/team", "#12", "&#35;12", "GH-12", "gh-1", "org/repo#2"),
    *("0123456789abcdef0123456789abcdef01234567", "0123456", "org/repo@0123456", "JIRA-7", ":+1:"),
    *("> ", "- ", "* ", "+ ", "1. ", "# ", "===", "---", "***", "**", "_", "~~", "|", "\\", "\\`", "$", "$$", "$`"),
    *("[!WARNING]", "{", "}", "{}", "click n0 href", '"]', "end", "%%", "::error::", "##[error]", "é", "a", " "),
    *("\u202e", "\u200b", "\x00", "\x1b[31m", "\u2028", "\ud800"),
)
nasty = st.lists(st.sampled_from(NASTY), max_size=12).map("".join)


def script(name: str) -> ModuleType:
    """A script of the workflows, imported once. What it imports itself must have been asked for before."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, SCRIPTS / f"{name}.py")
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@dataclass
class Page(HTMLParser):
    """What a reader sees.

    Attributes:
        elements: each with its attributes and the names of those that it is in.
        words: texts that stand in no code.
    """

    elements: list[tuple[str, dict[str, str | None], tuple[str, ...]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    within: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), tuple(self.within)))
        if tag != "br":
            self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.within.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"code", "pre"} & set(self.within):
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    unknown_decl = handle_pi = handle_decl

    @property
    def names(self) -> set[str]:
        """Which elements there are."""
        return {name for name, _, _ in self.elements}

    @property
    def live(self) -> list[str]:
        """The words of which GitHub would make something."""
        return [words for words in self.words if LIVE.search(words)]


def page(markdown: str) -> Page:
    """A text as GitHub shows it; fails where an element is not closed."""
    github = MarkdownIt("commonmark", {"html": True, "linkify": True}).enable(["linkify", "strikethrough", "table"])
    shown = Page()
    shown.feed(github.render(markdown))
    shown.close()
    assert shown.within == []
    return shown
