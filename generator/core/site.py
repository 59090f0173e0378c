"""The finished site as one value, the same for every site builder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Serving:
    """How the pages will be served.

    Attributes:
        url: the address of the site's top, with a slash at its end; "" where it is not known.
        directory_urls: whether pages are served as folders, as in MkDocs' `use_directory_urls`.
        editing: whether they are served only for somebody who changes them; then no browser should keep them.
    """

    url: str = ""
    directory_urls: bool = True
    editing: bool = False

    def path(self, uri: str) -> str:
        """The path of a page as a browser asks for it, from the site's top."""
        page = uri.removesuffix(".md")
        if page == "index" or page.endswith("/index"):
            return page.removesuffix("index")
        return f"{page}/" if self.directory_urls else f"{page}.html"


# Where nothing is known of the host.
ANYWHERE = Serving()


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is rendered.

    Attributes:
        uri: where its Markdown goes, such as "guides/sit-bone.md".
        template: the name of its template, without the ending.
        title: plain text.
        description: plain text, one sentence.
        source: the file that an edit link leads to, relative to the project; None where no one file makes the page.
        view: what its template shows.
        meta: further front matter.
    """

    uri: str
    template: str
    title: str
    description: str
    source: str | None
    view: Mapping[str, Any]
    meta: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of the site that was made: Markdown, script or style as text, a picture as bytes."""

    uri: str
    content: str | bytes
    source: str | None = None


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """An ordinary page as its author wrote it, with what is said of it besides.

    Attributes:
        path: its file on disk.
        fields: its whole front matter, harmless in any theme.
        own: the keys among them that the author wrote.
        resolved: from Markdown with citations and links by id to plain Markdown, as seen from this page.
    """

    path: Path
    fields: Mapping[str, Any]
    own: frozenset[str]
    resolved: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Site:
    """All files of a site.

    Attributes:
        files: made ones, and the pages of authors as any builder reads them.
        assets: those copied as they are, each with its path on disk.
        written: the pages of authors as they are on disk, for a builder that takes what is added at render time.
    """

    files: tuple[OutputFile, ...]
    assets: Mapping[str, Path]
    written: Mapping[str, WrittenPage] = field(default_factory=dict)
