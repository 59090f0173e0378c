"""A place on the body, or whatever the guides of a library are about."""

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
    RefersTo,
    SourceIds,
    Text,
)


class Marker(Entry):
    """Where a place stands on a figure: `figure` names `content/figures/<figure>.svg`, x and y are in its units."""

    NOUN = "marker"
    REQUIRED = ("figure", "x", "y")
    figure: Annotated[str, RefersTo("figure", by="marker")] = Field(
        "", description='The drawing: the name of a file in content/figures/ without ".svg".'
    )
    x: int | float = Field(0, description="How far from the left, in the units of the drawing.")
    y: int | float = Field(0, description="How far from the top, in the units of the drawing.")


class Place(Entry):
    """A place on the body, or whatever the guides of a library are about."""

    REQUIRED = ("title",)
    title: Text = Field("", description="The place in plain words.")
    summary: Text = Field("", description="One sentence about it.")
    names: list[Explanation] = Field([], description="Other names for it.")
    muscles: list[Explanation] = Field([], description="The muscles and tendons here.")
    what: Text = Field("", description="What is here.")
    article_says: Explanation = Field("", description=ARTICLE)
    evidence_says: Explanation = Field("", description=EVIDENCE)
    caution: list[Text] = Field([], description="What to take care of, above all when pressing.")
    marker: Marker | None = Field(None, description="Where it stands on the map of the first page.")
    detail: Marker | None = Field(None, description="Where it stands on a closer drawing, for its own page.")
    sources: SourceIds = Field([], description=RESTS_ON)
    reviewed: Date | None = Field(None, description=REVIEWED)
    aliases: Aliases = Field([], description="Ids that this place had before, so that old links still lead to it.")


KIND = Kind(
    name="place",
    plural="places",
    noun="place",
    model=Place,
    home=Folder("content/places"),
    site=Pages("places", related=("tree", "outcome", "plan", "exercise", "faq", "page"), preview=False),
    unknown=KindRule(
        code="S404",
        name="unknown-place",
        help="Write it as content/places/{id}.yml, or name another.",
        doc="""\
A place that does not exist.

Places decide which red flags are asked, so a misspelt one would leave some out.

Wrong, in decision_trees/example.yml:

    places: [nee]

Right:

    places: [knee]
""",
    ),
    next_step='Then name it in guides and results: "places: [{id}]".',
)
