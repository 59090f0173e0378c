"""A case: the story of a reader, the reader's answers, and where they must end."""

from typing import Annotated

from pydantic import Field

from generator.core.kinds.kind import (
    RESTS_ON,
    REVIEWED,
    Date,
    Entry,
    Folder,
    Kind,
    Record,
    RefersTo,
    ReportedByEffect,
    SourceIds,
)


class Expectation(Entry):
    """Where a case must end: at a result, with a level of care, or both."""

    NOUN = "expectation"
    outcome: Annotated[str | None, RefersTo("outcome", by="case")] = Field(
        None, description="The result: the name of a file in content/outcomes/, or care- and a level for its card."
    )
    care: Annotated[str | list[str] | None, RefersTo("care-level", by="case")] = Field(
        None, description="The level of care, or a list of levels that are all right, the best one first."
    )

    @property
    def levels(self) -> list[str]:
        """The accepted care levels; empty if an outcome is expected."""
        return [self.care] if isinstance(self.care, str) else self.care or []


class Case(Entry):
    """A story of a reader, and where its answers must end."""

    REQUIRED = ("title", "story", "guide", "answers", "expect", "reviewed")
    title: Record = Field("", description="The case in a few words.")
    story: Record = Field("", description="What the reader would tell, in a few sentences.")
    guide: Annotated[str, RefersTo("tree", by="case")] = Field("", description="The guide where this reader begins.")
    answers: Annotated[list[dict[str, str]], ReportedByEffect()] = Field(
        [],
        description="The answers in order, each as question: choice; red-flag questions and other guides included.",
    )
    expect: Expectation = Field(Expectation.model_construct(), description="Where it must end: an outcome, or a care.")
    sources: SourceIds = Field([], description=RESTS_ON)
    reviewed: Date | None = Field(None, description=REVIEWED)


KIND = Kind(
    name="case",
    plural="cases",
    noun="case",
    model=Case,
    home=Folder("decision_trees/cases"),
    summary="story",
    next_step='Then see where it ends: "signpost cases".',
)
