"""The front matter of ordinary pages: its fields, and where it ends."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from generator.core.kinds.kind import Date, Entry, Weighs
from generator.core.page_text import front_matter_end, line_ends

_FENCE = "---"
# A line of marks similar to a front matter fence, and a line that sets a field.
_MARKS = re.compile(r"[ \t]*([-+=\u2013\u2014]{2,})[ \t]*$")
_FIELD = re.compile(r"[ \t]*(\w+)[ \t]*[:=]")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")


class Search(Entry):
    """How the search of the site treats a page."""

    exclude: bool = Field(False, description="true leaves the page out.")
    boost: int | float = Field(1, description="More than 1 shows the page above others, less than 1 below.")


class Picture(Entry):
    """The picture that is shown with a link to a page, in the place of the one that is drawn."""

    REQUIRED = ("url",)
    url: str = Field("", description="Its whole address.")
    width: int = Field(0, description="In pixels.")
    height: int = Field(0, description="In pixels.")
    alt: str = Field("", description="What is to be seen, for those who cannot see it.")


class PageFields(Entry):
    """The front matter of an ordinary page. Other fields are refused: they could end a build, or be misread."""

    title: Annotated[str, Weighs("act")] = Field(
        "", description="What the page is called; its first heading where left out."
    )
    description: Annotated[str, Weighs("act")] = Field(
        "", description="What the page is about, in one sentence, for previews and searches."
    )
    author: str = Field("", description="Who wrote it.")
    reviewed: Date | None = Field(None, description="The day on which somebody last read it against its sources.")
    hide: list[str] = Field([], description="Parts of the theme to leave out: navigation, toc, footer.")
    image: Picture | None = Field(None, description="The picture that is shown with a link to it.")
    search: Search | None = Field(None, description="How the search of the site treats it.")
    tags: list[str] = Field([], description="For a theme that shows them.")
    status: str = Field("", description="For a theme that shows it, such as new.")
    translates: str = Field(
        "", description="Of a translation: the checksum of the page that it was made from, by signpost translate."
    )
    # Fields of widely used MkDocs plugins and themes: any value is accepted.
    icon: Any = Field(None, description="For a theme that shows one in its menu.")
    subtitle: Any = Field(None, description="For a theme that shows one in its menu.")
    comments: Any = Field(None, description="For a theme with comments.")
    date: Any = Field(None, description="For a blog: the day of a post.")
    authors: Any = Field(None, description="For a blog: who wrote a post.")
    categories: Any = Field(None, description="For a blog: what a post is about.")
    draft: Any = Field(None, description="For a blog: whether a post is not yet published.")
    links: Any = Field(None, description="For a blog: what a post leads to.")
    pin: Any = Field(None, description="For a blog: whether a post stays on top.")
    readtime: Any = Field(None, description="For a blog: how many minutes a post takes.")
    slug: Any = Field(None, description="For a blog: the name of a post in its address.")
    render_macros: Any = Field(None, description="For the plugin macros: whether it reads the page.")


# The fields with the same meaning in every site builder.
OURS = frozenset(("title", "description", "author", "reviewed", "hide", "image", "search", "tags", "status"))


@dataclass(frozen=True, slots=True)
class Parts:
    """A page split into front matter and body.

    Attributes:
        front: the YAML of its front matter, with an empty line instead of the first fence, so that line numbers are
            those of the page; None if it has none.
        body: the rest of the page.
        closed: whether its front matter, if any, is closed.
    """

    front: str | None
    body: str
    closed: bool = True


def set_fields(fields: PageFields) -> dict[str, Any]:
    """The fields that a page sets, as plain values that every site builder reads alike."""
    return fields.model_dump(mode="json", exclude_unset=True)


def parts(text: str) -> Parts:
    """Split a page into its front matter and its Markdown.

    Front matter starts with a line of three hyphens at the very top and ends with another one, or with three full
    stops.
    """
    text = line_ends(text)
    end = front_matter_end(text)
    if not end:
        return Parts(None, text, closed=text.partition("\n")[0].rstrip(" \t") != _FENCE)
    _, *lines = text[:end].removesuffix("\n").split("\n")
    return Parts("\n".join(["", *lines[:-1], ""]), text[end:])


def late_front_matter(text: str) -> tuple[int, int, str] | None:
    """Find what was probably meant as front matter, but comes too late or has other fence marks.

    Args:
        text: a page without front matter, with "\\n" as line ending.

    Returns:
        its line and column, from 1, and its fence marks; None if there is none. At most one heading may precede it.
    """
    lines = text.split("\n")
    before = 0
    for number, line in enumerate(lines[:-1], start=1):
        if found := _MARKS.match(line):
            field = _FIELD.match(lines[number])
            return (number, found.start(1) + 1, found[1]) if field and field[1] in OURS else None
        if line.strip():
            before += 1
            if before > 1 or not _HEADING.match(line):
                return None
    return None
