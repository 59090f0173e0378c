"""The generated site as one value, independent of the site builder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Serving:
    """How the pages will be served.

    Attributes:
        url: the root address of the site, with a slash at its end; "" if not known.
        directory_urls: whether pages are served as folders, as with MkDocs' `use_directory_urls`.
        editing: whether they are served only while somebody edits; browsers should then not cache them.
    """

    url: str = ""
    directory_urls: bool = True
    editing: bool = False

    def path(self, uri: str) -> str:
        """The path of a page as browsers request it, from the root of the site."""
        page = uri.removesuffix(".md")
        if page == "index" or page.endswith("/index"):
            return page.removesuffix("index")
        return f"{page}/" if self.directory_urls else f"{page}.html"


# For when nothing is known of the host.
ANYWHERE = Serving()


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is rendered.

    Attributes:
        uri: the path of its Markdown, such as "guides/sit-bone.md".
        template: the name of its template, without the ending.
        title: plain text.
        description: plain text, one sentence.
        source: the file that an edit link leads to, relative to the project; None if the page has no single source
            file.
        view: the values for its template.
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
    """A generated file of the site: Markdown, a script or a style sheet as text, an image as bytes."""

    uri: str
    content: str | bytes
    source: str | None = None


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """An ordinary page as its author wrote it, with what is added to it.

    Attributes:
        path: its file on disk.
        fields: its whole front matter, safe in any theme.
        own: the keys of the fields that the author wrote.
        resolved: a function that turns Markdown with citations and links by id into plain Markdown, relative to this
            page.
    """

    path: Path
    fields: Mapping[str, Any]
    own: frozenset[str]
    resolved: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Site:
    """All files of a site.

    Attributes:
        files: generated files, and the pages of authors in the form for any builder.
        assets: files that are copied unchanged, each with its path on disk.
        written: the pages of authors as they are on disk, for a builder that adds to them while it renders.
    """

    files: tuple[OutputFile, ...]
    assets: Mapping[str, Path]
    written: Mapping[str, WrittenPage] = field(default_factory=dict)
