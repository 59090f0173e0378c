"""A red flag: a sign that must be asked about first."""

from typing import Annotated, Literal

from pydantic import Field

from generator.core.kinds.kind import EVERYWHERE, Entry, Kind, Names, Register, SourceIds, Text


class RedFlag(Entry):
    """A sign that must be asked about first."""

    REQUIRED = ("text", "care", "places")
    text: Text = Field("", description="The sign, as a reader would notice it.")
    care: Annotated[str, Names("care-level", by="care")] = Field(
        "", description="How soon help is needed with it: an id from decision_trees/care_levels.yml."
    )
    places: Annotated[list[str] | Literal["everywhere"], Names("place")] = Field(
        [], description="Where it is asked about: a list of places, or the word everywhere."
    )
    why: Text = Field("", description="Why it matters, in a sentence or two.")
    sources: SourceIds = Field([], description="What this rests on: ids from content/sources.yml.")

    def concerns(self, places: frozenset[str]) -> bool:
        """Whether the flag is asked about a tree or an outcome at these places."""
        return self.places == EVERYWHERE or not places.isdisjoint(self.places)


KIND = Kind(
    name="red-flag",
    plural="red_flags",
    noun="red flag",
    model=RedFlag,
    home=Register("decision_trees/red_flags.yml"),
    title="text",
    summary="why",
)
