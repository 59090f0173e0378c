"""A red flag: a sign that must be asked about first."""

from typing import Annotated, Literal

from pydantic import Field

from generator.core.kinds.kind import (
    EVERYWHERE,
    Entry,
    Explanation,
    Kind,
    KindRule,
    RefersTo,
    Register,
    SourceIds,
    Text,
)


class RedFlag(Entry):
    """A sign that must be asked about first."""

    REQUIRED = ("text", "care", "places")
    text: Text = Field("", description="The sign, as a reader would notice it. At most 20 words.")
    detail: Text = Field(
        "",
        description="What counts and what does not: shown with its result and on the page of its level; not where it "
        "is asked.",
    )
    care: Annotated[str, RefersTo("care-level", by="care")] = Field(
        "", description="How soon help is needed with it: an id from decision_trees/care_levels.yml."
    )
    outcome: Annotated[str | None, RefersTo("outcome", by="sign")] = Field(
        None,
        description="The result to which this sign leads, at least as urgent as its level; the card of its level where "
        "left out.",
    )
    group: Text = Field("", description="A heading that it shares with others where it is asked.")
    places: Annotated[list[str] | Literal["everywhere"], RefersTo("place")] = Field(
        [],
        description="At which guides it is asked: a list of places, or the word everywhere. [] where no guide asks it "
        "first, but warnings show it.",
    )
    shown_at: Annotated[list[str] | Literal["everywhere"] | None, RefersTo("place")] = Field(
        None, description="Where warnings show it: a list of places, or the word everywhere. As `places` if left out."
    )
    why: Explanation = Field("", description="Why it matters, in a sentence or two.")
    sources: SourceIds = Field([], description="What this rests on: ids from content/sources.yml.")

    def is_asked_at(self, places: frozenset[str]) -> bool:
        """Whether the flag is asked at the gate of a guide for these places."""
        return _covers(self.places, places)

    def is_shown_at(self, places: frozenset[str]) -> bool:
        """Whether warnings on entries for these places show the flag."""
        return _covers(self.places if self.shown_at is None else self.shown_at, places)


def _covers(own: list[str] | Literal["everywhere"], places: frozenset[str]) -> bool:
    return own == EVERYWHERE or not places.isdisjoint(own)


KIND = Kind(
    name="red-flag",
    plural="red_flags",
    noun="red flag",
    model=RedFlag,
    home=Register("decision_trees/red_flags.yml"),
    title="text",
    summary="why",
    unknown=KindRule(
        code="S415",
        name="unknown-red-flag",
        help="Write it in decision_trees/red_flags.yml, or name another.",
        doc="""\
A red flag that does not exist.

A choice says that a sign is there (`sign: ...`) for which there is no entry in `decision_trees/red_flags.yml`.

Wrong, in decision_trees/example.yml:

    a-lot: {text: A lot, sign: sweling, outcome: see-someone}

Right:

    a-lot: {text: A lot, outcome: see-someone}
""",
    ),
)
