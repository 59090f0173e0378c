"""A reader question and its answer."""

from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from generator.core.kinds.kind import (
    ARTICLE,
    EVIDENCE,
    RESTS_ON,
    REVIEWED,
    Aliases,
    Date,
    Entry,
    Explanation,
    Folder,
    Kind,
    KindRule,
    Pages,
    PlaceIds,
    RefersTo,
    SourceIds,
    Text,
)


class FaqEntry(Entry):
    """One reader question and its answer."""

    REQUIRED = ("question", "answer", "reviewed")
    MEANT = MappingProxyType({**Entry.MEANT, "title": "question", "ask": "question", "text": "answer"})
    question: Text = Field("", description="The question in a reader's words.")
    summary: Text = Field("", description="The answer in one sentence, for previews and search engines.")
    answer: Text = Field("", description="The answer.")
    article_says: Explanation = Field("", description=ARTICLE)
    evidence_says: Explanation = Field("", description=EVIDENCE)
    trees: Annotated[list[str], RefersTo("tree")] = Field([], description="The guides it belongs to.")
    outcomes: Annotated[list[str], RefersTo("outcome")] = Field([], description="The results it belongs to.")
    places: PlaceIds = Field([], description="The places it belongs to.")
    sources: SourceIds = Field([], description=RESTS_ON)
    reviewed: Date | None = Field(None, description=REVIEWED)
    aliases: Aliases = Field([], description="Ids that this question had before, so that old links still lead to it.")


KIND = Kind(
    name="faq",
    plural="faq",
    noun="reader question",
    model=FaqEntry,
    home=Folder("content/faq"),
    site=Pages("questions", related=("tree", "plan", "exercise", "outcome", "place", "page")),
    title="question",
    sourced=True,
    belongs=("trees", "outcomes", "places"),
    unknown=KindRule(
        code="S407",
        name="unknown-faq-entry",
        help="Write it as content/faq/{id}.yml, or name another.",
        doc="""\
A reader question that does not exist.

A link names an entry for which there is no file in `content/faq/`.

Wrong, in content/places/knee.yml:

    title: Knee
    what: See [why it hurts](faq:why).

Right, in content/places/knee.yml:

    title: Knee
    what: See [why it hurts](faq:why-it-hurts).
""",
    ),
    next_step="Then name the guides, places and results that it belongs to.",
)
