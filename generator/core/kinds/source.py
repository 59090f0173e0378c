"""A source: an entry of the bibliography."""

from typing import Annotated, Any, ClassVar

from pydantic import Field

from generator.core.kinds.kind import (
    Aliases,
    Anchors,
    Entry,
    Explanation,
    Kind,
    KindRule,
    Number,
    Record,
    Register,
    Weighs,
)

_OTHER_CSL = """
abstract accessed annote archive archive-place authority available-date call-number categories chapter-number
citation-key citation-label citation-number collection-editor collection-number collection-title composer
container-author container-title-short contributor curator custom dimensions director division edition editor
editorial-director event event-date event-place event-title genre guest host illustrator institution interviewer
ISBN ISSN journalAbbreviation jurisdiction keyword language license locator medium narrator number number-of-
pages number-of-volumes organizer original-author original-date original-publisher original-publisher-place
original-title page-first part part-title PMCID PMID printing producer publisher-place recipient references
reviewed-author reviewed-genre reviewed-title scale section script-writer series-creator shortTitle source
status submitted supplement title-short translator version volume-title volume-title-short year-suffix
"""


class BibliographicSource(Entry):
    """An entry of the bibliography, in the fields of the Citation Style Language (CSL 1.0.2, appendix IV)."""

    REQUIRED = ("title",)
    type: Annotated[str, Weighs("record")] = Field(
        "", description="The kind of source in the words of CSL, such as article-journal, book or webpage."
    )
    title: Record = Field("", description="Its title.")
    author: Annotated[str | list[str | dict[str, Any]], Weighs("record")] = Field(
        [], description="Its authors: names, or family and given names."
    )
    issued: Annotated[Any, Weighs("record")] = Field(
        None, description="When it was published: a year, a date, or the date-parts of CSL."
    )
    container_title: Record = Field(
        "", alias="container-title", description="The journal, book or website it is part of."
    )
    publisher: Record = Field("", description="Who published it.")
    volume: Annotated[Number, Weighs("record")] = Field("", description="The volume of the journal.")
    issue: Annotated[Number, Weighs("record")] = Field("", description="The issue of the journal.")
    page: Annotated[Number, Weighs("record")] = Field("", description="The pages, such as 12-34.")
    DOI: Annotated[str, Weighs("record")] = Field("", description="Its DOI, without https://doi.org/.")
    URL: Annotated[str, Weighs("record")] = Field("", description="Its address on the web.")
    note: Explanation = Field("", description="What a reader should know about it.")
    aliases: Aliases = Field([], description="Ids that this source had before, so that old links still lead to it.")
    # The other CSL variables are accepted but not shown.
    others: ClassVar[frozenset[str]] = frozenset(_OTHER_CSL.split())


def issued(source: BibliographicSource) -> str:
    """The publication date of a source as written, from any of the forms of CSL dates; else empty."""
    found = source.issued
    if isinstance(found, list) and found:
        found = found[0]
    if isinstance(found, dict):
        parts = found.get("date-parts") or [[found.get("year") or found.get("literal") or found.get("raw") or ""]]
        first = parts[0] if isinstance(parts, list) else parts
        found = first[0] if isinstance(first, list) and first else first
    return "" if found is None else str(found)


KIND = Kind(
    name="source",
    plural="sources",
    noun="source",
    model=BibliographicSource,
    home=Register("content/sources.yml"),
    site=Anchors("sources/index.md"),
    summary="note",
    unknown=KindRule(
        code="S405",
        name="unknown-source",
        help="Add it to content/sources.yml, or name another.",
        doc="""\
A source that is not in the bibliography.

Every statement must be traceable. The id after @ or under `sources` has to stand in
`content/sources.yml`.

Wrong, in content/places/knee.yml:

    title: Knee
    what: It bends [@b-study].

Right, in content/places/knee.yml:

    title: Knee
    what: It bends [@a-study].
""",
    ),
    orphan=KindRule(
        code="S703",
        name="orphan-source",
        message='Nothing cites the source "{id}".',
        help='Cite it where it supports a statement ("sources: [...]" or "[@...]"), or delete it.',
        doc="""\
A source that nothing cites.

Readers take the bibliography for what the pages rest on. Either a statement was meant to cite it, or
it can go.

Wrong, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1}
    b-study: {title: Another study, URL: https://example.org/2}

Right, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1}
""",
    ),
)
