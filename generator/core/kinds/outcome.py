"""An outcome: where a branch of a tree ends."""

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
    Weighs,
)


class Outcome(Entry):
    """Where a branch ends: what the pattern may be and what to do."""

    REQUIRED = ("title", "summary", "reviewed")
    title: Text = Field("", description="The result in a few words.")
    care: Annotated[str | None, RefersTo("care-level", by="care")] = Field(
        None, description="How soon help is needed, and from whom: an id from decision_trees/care_levels.yml."
    )
    summary: Text = Field("", description="What a reader should know and do first, in one or two sentences.")
    what: Text = Field("", description="What people with this pattern are often told.")
    plan: Annotated[str | None, RefersTo("plan", by="plan"), Weighs("act")] = Field(
        None,
        description='The plan for it: the name of a file in content/plans/ without ".yml". Its beginning stands on the '
        "page of the result, in the place of `try`.",
    )
    try_: list[Text] = Field([], alias="try", description="What to try, one thing a line.")
    avoid: list[Text] = Field([], description="What to avoid, one thing a line.")
    get_help_if: list[Text] = Field(
        [], description="What would make it more urgent, and after how long to see somebody anyway."
    )
    article_says: Explanation = Field("", description=ARTICLE)
    evidence_says: Explanation = Field("", description=EVIDENCE)
    places: PlaceIds = Field(
        [], description="The places it concerns. Self-care is shown only after the red flags of all of them."
    )
    sources: SourceIds = Field([], description=RESTS_ON)
    reviewed: Date | None = Field(None, description=REVIEWED)
    aliases: Aliases = Field([], description="Ids that this result had before, so that old links still lead to it.")
    meant_for: Aliases = Field(
        [],
        description="Former ids whose old links are meant to lead here, although this is self-care, or less urgent "
        "than what they led to.",
    )


KIND = Kind(
    name="outcome",
    plural="outcomes",
    noun="outcome",
    model=Outcome,
    home=Folder("content/outcomes"),
    site=Pages("outcomes", related=("tree", "plan", "faq", "place", "page"), unless_empty=False),
    sourced=True,
    required_with={"care": "care-level"},
    unknown=KindRule(
        code="S402",
        name="unknown-outcome",
        help="Write it as content/outcomes/{id}.yml, or name another.",
        doc="""\
An outcome that does not exist.

A choice, a question of the FAQ or a link names an outcome for which there is no file in
`content/outcomes/`.

Wrong, in decision_trees/example.yml:

    a-lot: {text: A lot, outcome: see-some-one}

Right:

    a-lot: {text: A lot, outcome: see-someone}
""",
    ),
    orphan=KindRule(
        code="S701",
        name="orphan-outcome",
        message='No tree leads to the outcome "{id}".',
        help='Let a choice lead to it ("outcome: {id}"), or delete the file.',
        doc="""\
An outcome to which no tree leads.

No reader will find it through a guide. Either a choice was meant to lead there, or it can go. An outcome
whose title is still to be written is left alone until then.

Wrong, in content/outcomes/forgotten.yml:

    title: Forgotten
    care: soon
    summary: Nobody comes here.
    get_help_if: [It is no better after 2 weeks]
    sources: [a-study]
    reviewed: 2026-11-22

Right, in content/places/knee.yml:

    title: Knee
""",
    ),
    orphan_unless=("choice", "sign"),
    next_step='Then let a choice of a guide lead to it: "outcome: {id}".',
)
