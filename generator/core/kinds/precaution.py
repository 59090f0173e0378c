"""A precaution: who should ask somebody before they try anything themselves, and whom to ask."""

from typing import Annotated, Literal

from pydantic import Field

from generator.core.kinds.kind import (
    EVERYWHERE,
    Anchors,
    Entry,
    Kind,
    KindRule,
    RefersTo,
    Register,
    SourceIds,
    Text,
    Weighs,
)

Who = Literal["professional", "pharmacist"]


class Precaution(Entry):
    """Who should ask somebody first. Not asked before a guide: it stands above self-care and plans."""

    REQUIRED = ("text", "who", "places")
    text: Text = Field("", description='Who is meant, to follow "… first if", such as "you are pregnant".')
    short: Text = Field(
        "", description="The same in a few words, for lines that only name who is meant; else all of it."
    )
    who: Annotated[Who, Weighs("act")] = Field(
        "professional", description="Whom to ask: a professional, or a pharmacist."
    )
    places: Annotated[list[str] | Literal["everywhere"], RefersTo("place"), Weighs("act")] = Field(
        [], description="Where it is shown: on entries for these places, or the word everywhere."
    )
    levels: Annotated[list[str] | None, RefersTo("care-level", by="care"), Weighs("act")] = Field(
        None, description="On results of which levels of care it is shown; those of self-care where left out."
    )
    sources: SourceIds = Field([], description="What this rests on: ids from content/sources.yml.")

    def is_shown_at(self, places: frozenset[str]) -> bool:
        """Whether it is shown on entries for these places."""
        return self.places == EVERYWHERE or not places.isdisjoint(self.places)


KIND = Kind(
    name="precaution",
    plural="precautions",
    noun="precaution",
    model=Precaution,
    home=Register("decision_trees/precautions.yml"),
    site=Anchors("precautions/index.md"),
    title="text",
    summary="text",
    sourced=True,
    unknown=KindRule(
        code="S423",
        name="unknown-precaution",
        help="Write it in decision_trees/precautions.yml, or name another.",
        doc="""\
A precaution that does not exist.

A link names a precaution for which there is no entry in `decision_trees/precautions.yml`.

Wrong, in content/places/knee.yml:

    title: Knee
    what: See [who should ask first](precaution:young).

Right, in content/places/knee.yml:

    title: Knee
    what: Ask first if you are young.
""",
    ),
)
