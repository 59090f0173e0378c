"""An exercise, or any movement or action in a plan: how to do it, in words and drawings."""

from typing import Annotated

from pydantic import Field

from generator.core.kinds.kind import (
    RESTS_ON,
    REVIEWED,
    Aliases,
    Date,
    Entry,
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


class Exercise(Entry):
    """How something that plans ask for is done, step by step."""

    REQUIRED = ("title", "start", "movement", "reviewed")
    title: Text = Field("", description="What it is called.")
    summary: Text = Field("", description="What it is, in one sentence.")
    start: Text = Field("", description="How to begin: the position, and what is needed.")
    movement: list[Text] = Field([], description="What to do then, one step a line.")
    hold: Text = Field("", description="For how long to hold it, where it is held.")
    mistakes: list[Text] = Field([], description="What often goes wrong, one thing a line.")
    caution: list[Text] = Field([], description="Who should not do it, and when to stop.")
    figure: Annotated[list[str], RefersTo("figure", by="frame"), Weighs("act")] = Field(
        [], description='Its drawings in order, the start first: names of files in content/figures/ without ".svg".'
    )
    places: PlaceIds = Field([], description="The places it is for.")
    sources: SourceIds = Field([], description=RESTS_ON)
    reviewed: Date | None = Field(None, description=REVIEWED)
    aliases: Aliases = Field([], description="Ids that this exercise had before, so that old links still lead to it.")


KIND = Kind(
    name="exercise",
    plural="exercises",
    noun="exercise",
    model=Exercise,
    home=Folder("content/exercises"),
    site=Pages("exercises", related=("plan", "place", "faq", "page")),
    sourced=True,
    unknown=KindRule(
        code="S422",
        name="unknown-exercise",
        help="Write it as content/exercises/{id}.yml, or name another.",
        doc="""\
An exercise that does not exist.

A stage of a plan or a link names an exercise for which there is no file in `content/exercises/`.

Wrong, in content/places/knee.yml:

    title: Knee
    what: It likes [bending](exercise:bend).

Right, in content/places/knee.yml:

    title: Knee
    what: It likes bending.
""",
    ),
    orphan=KindRule(
        code="S705",
        name="orphan-exercise",
        message='No plan asks for the exercise "{id}", and nothing links to it.',
        help='Let a stage of a plan ask for it ("exercise: {id}"), or delete the file.',
        doc="""\
An exercise that no plan asks for and nothing links to.

Readers find exercises through plans, which say how much and how often. Either a stage was meant to ask for it, or it
can go. An exercise whose title is still to be written is left alone until then.

Wrong, in content/exercises/forgotten.yml:

    title: Forgotten
    start: Stand.
    movement: [Sit down]
    sources: [a-study]
    reviewed: 2026-11-22

Right, in content/places/knee.yml:

    title: Knee
""",
    ),
    next_step='Then let a stage of a plan ask for it: "exercise: {id}".',
)
