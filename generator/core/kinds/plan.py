"""A plan: what to do at once, then stages, each with a test for when to move on to the next."""

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


class Step(Entry):
    """An exercise within a stage, and how much of it."""

    NOUN = "step"
    REQUIRED = ("exercise",)
    exercise: Annotated[str, RefersTo("exercise", by="step"), Weighs("act")] = Field(
        "", description='What to do: the name of a file in content/exercises/ without ".yml".'
    )
    dose: Text = Field("", description="How much, how often and for how long.")
    note: Text = Field("", description="What else to know about it here, such as whose dose it is.")


class Stage(Entry):
    """A stage of a plan."""

    NOUN = "stage"
    REQUIRED = ("title",)
    title: Text = Field("", description="The stage in a few words.")
    when: Text = Field("", description="When to begin it.")
    how_long: Text = Field("", description="How long it takes, or how to go about it.")
    exercises: list[Step] = Field([], description="What to do in it, each with its dose.")
    move_on_if: Text = Field("", description="What must be so before the next stage.")


class Return(Entry):
    """The way back to something, such as a sport."""

    NOUN = "way back"
    REQUIRED = ("title", "steps")
    title: Text = Field("", description="To what.")
    steps: list[Text] = Field([], description="How, one step a line.")


class Plan(Entry):
    """What to do over days, weeks or months, in stages."""

    REQUIRED = ("title", "summary", "stages", "reviewed")
    title: Text = Field("", description="What the plan is for, in a few words.")
    summary: Text = Field("", description="The plan in one or two sentences.")
    outcomes: Annotated[list[str], RefersTo("outcome")] = Field([], description="The results it is for.")
    places: PlaceIds = Field([], description="The places it is for; it shows their warnings and precautions.")
    tonight: list[Text] = Field([], description="What to do at once, one thing a line.")
    pain_rule: Text = Field("", description="How to tell, while following the plan, whether it is too much.")
    stages: list[Stage] = Field([], description="The stages, in order.")
    return_to: list[Return] = Field([], description="The way back to what had to be left out.")
    how_long: Text = Field("", description="How long it all takes, and what is normal on the way.")
    see_someone_if: list[Text] = Field([], description="When to stop doing it alone, one thing a line.")
    clinic_versions: Explanation = Field(
        "", description="Where versions of this plan differ, and which parts are untested."
    )
    article_says: Explanation = Field("", description=ARTICLE)
    evidence_says: Explanation = Field("", description=EVIDENCE)
    sources: SourceIds = Field([], description=RESTS_ON)
    reviewed: Date | None = Field(None, description=REVIEWED)
    aliases: Aliases = Field([], description="Ids that this plan had before, so that old links still lead to it.")


KIND = Kind(
    name="plan",
    plural="plans",
    noun="plan",
    model=Plan,
    home=Folder("content/plans"),
    site=Pages("plans", related=("outcome", "plan", "faq", "place", "page")),
    sourced=True,
    unknown=KindRule(
        code="S421",
        name="unknown-plan",
        help="Write it as content/plans/{id}.yml, or name another.",
        doc="""\
A plan that does not exist.

A result (`plan: ...`) or a link names a plan for which there is no file in `content/plans/`.

Wrong, in content/places/knee.yml:

    title: Knee
    what: Follow [the plan](plan:bend-it).

Right, in content/places/knee.yml:

    title: Knee
    what: Bend it every day.
""",
    ),
    orphan=KindRule(
        code="S704",
        name="orphan-plan",
        message='No result leads to the plan "{id}", and nothing links to it.',
        help='Name it in a result ("plan: {id}"), link to it, or delete the file.',
        doc="""\
A plan to which no result leads and nothing links.

Readers come to a plan through the result that it is for. Either a result was meant to name it (`plan: ...`), or it can
go. A plan whose title is still to be written is left alone until then.

Wrong, in content/plans/forgotten.yml:

    title: Forgotten
    summary: Nobody comes here.
    stages: [{title: Only one}]
    sources: [a-study]
    reviewed: 2026-11-22

Right, in content/places/knee.yml:

    title: Knee
""",
    ),
    next_step='Then name it in the results that it is for: "plan: {id}".',
)
