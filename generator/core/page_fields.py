"""What the front matter of an ordinary page can say, and where it ends."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from generator.core.kinds.kind import Date, Entry, Weighs
from generator.core.page_text import front_matter_end, line_ends

_FENCE = "---"
# A line of marks like those around front matter, and one that gives a field its value.
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
    """The front matter of an ordinary page. What is not here could end a build, or be taken for something else."""

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
    # What widely used plugins and themes of MkDocs read. It is theirs, whatever it holds.
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


# Those that mean to every builder what they mean here.
OURS = frozenset(("title", "description", "author", "reviewed", "hide", "image", "search", "tags", "status"))


@dataclass(frozen=True, slots=True)
class Parts:
    """A page taken apart.

    Attributes:
        front: the YAML of its front matter, with an empty line in the place of the first fence, so that its lines are
            those of the page; None where it has none.
        body: what follows.
        closed: whether the front matter, where there is any, ends.
    """

    front: str | None
    body: str
    closed: bool = True


def said(fields: PageFields) -> dict[str, Any]:
    """The fields that a page has itself, as values that any site builder reads alike."""
    return fields.model_dump(mode="json", exclude_unset=True)


def parts(text: str) -> Parts:
    """A page as its front matter and the Markdown behind it.

    Front matter begins with a line of three hyphens at the very top and ends with another, or with three full stops.
    """
    text = line_ends(text)
    end = front_matter_end(text)
    if not end:
        return Parts(None, text, closed=text.partition("\n")[0].rstrip(" \t") != _FENCE)
    _, *lines = text[:end].removesuffix("\n").split("\n")
    return Parts("\n".join(["", *lines[:-1], ""]), text[end:])


def late_front_matter(text: str) -> tuple[int, int, str] | None:
    """Where something begins that was probably meant as front matter and is none: too late, or with other marks.

    Args:
        text: a page without front matter, with "\\n" as the end of each line.

    Returns:
        its line and column, from 1, and the marks that stand there; None where there is nothing like it. At most a
        heading stands before it.
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
