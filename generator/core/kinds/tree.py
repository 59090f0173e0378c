"""A decision tree: the questions of one guide."""

from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field

from generator.core.kinds.kind import (
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
    QuestionId,
    RefersTo,
    ReportedByEffect,
    SourceIds,
    Text,
    Weighs,
)

Target = Literal["question", "outcome", "tree"]
TARGETS: tuple[Target, ...] = ("question", "outcome", "tree")


class Choice(Entry):
    """An answer to a question, and where it leads."""

    NOUN = "choice"
    REQUIRED = ("text",)
    MEANT = MappingProxyType(
        {"answer": "text", "label": "text", "title": "text", "option": "text", "choice": "text", "note": "hint"}
        | {"help": "hint", "not_sure": "unsure", "result": "outcome", "end": "outcome", "guide": "tree"}
        # Whether it is a question, an outcome or a tree depends on the value.
        | dict.fromkeys(("goto", "go_to", "go", "to", "next", "then", "leads_to", "lead", "target", "link"), "")
    )
    text: Text = Field("", description="The answer in the words that a reader sees.")
    unsure: Annotated[bool, ReportedByEffect()] = Field(
        False,
        description='true marks the uncertain answer, "I am not sure". It never leads to less care than the others.',
    )
    hint: Text = Field("", description="A second line, smaller, that helps to choose. Not part of the answer.")
    sign: Annotated[str | list[str] | None, RefersTo("red-flag", by="answer")] = Field(
        None, description="The red flag, or the red flags, that this answer says are there."
    )
    place: Annotated[str | None, RefersTo("place", by="answer"), Weighs("act")] = Field(
        None, description="The place that this answer means; the question then shows it on the figure."
    )
    question: Annotated[str | None, QuestionId()] = Field(
        None, description="The question to which this answer leads: its id, in this file."
    )
    outcome: Annotated[str | None, RefersTo("outcome", by="choice")] = Field(
        None,
        description='The result at which this answer ends: the name of a file in content/outcomes/ without ".yml".',
    )
    tree: Annotated[str | None, RefersTo("tree", by="choice")] = Field(
        None,
        description='The guide in which this answer goes on: the name of a file in decision_trees/ without ".yml".',
    )

    @property
    def signs(self) -> list[str]:
        """The red flags that this choice says are there."""
        return [self.sign] if isinstance(self.sign, str) else self.sign or []

    @property
    def target(self) -> tuple[Target, str] | None:
        """Where the choice leads, as (kind, id); None if no target is set, or more than one."""
        question, outcome, tree = self.question, self.outcome, self.tree
        if question is not None:
            return ("question", question) if outcome is None and tree is None else None
        if outcome is not None:
            return ("outcome", outcome) if tree is None else None
        return None if tree is None else ("tree", tree)


class Question(Entry):
    """A question of a tree, with its choices in the order shown."""

    NOUN = "question"
    REQUIRED = ("ask", "choices")
    MEANT = MappingProxyType(
        dict.fromkeys(("options", "answers", "answer", "choice"), "choices")
        | dict.fromkeys(("question", "text", "title", "q"), "ask")
        | {"hint": "why", "help": "why", "because": "why"}
    )
    ask: Text = Field("", description="The question, in one line.")
    why: Explanation = Field("", description="Why it is asked, in a sentence or two, if that helps to answer it.")
    aliases: Aliases = Field([], description="Ids that this question had before, so that old links still lead to it.")
    choices: dict[str, Choice] = Field(
        {}, description="The answers in the order shown, each under an id of its own. At least two."
    )


class Tree(Entry):
    """A decision tree: the questions of one guide."""

    REQUIRED = ("title", "summary", "start", "reviewed", "questions")
    title: Text = Field("", description="What the guide is called.")
    summary: Text = Field("", description="What the guide is for, in one sentence.")
    short: Text = Field("", description="What it is called in lists of guides: what is wrong, as a person says it.")
    hint: Text = Field("", description="A second line there, that helps to choose; else the summary.")
    group: Text = Field("", description="The heading under which it stands in the list of guides.")
    places: PlaceIds = Field(
        [],
        description="The places it is about, by id. They decide which red flags are asked first.",
    )
    spots: Annotated[list[str] | None, RefersTo("place")] = Field(
        None, description="Those of its places that lead to it on the map of the first page; all where left out."
    )
    start: Annotated[str, QuestionId()] = Field("", description="The id of the first question.")
    reviewed: Date | None = Field(None, description=REVIEWED)
    sources: SourceIds = Field([], description=RESTS_ON)
    aliases: Aliases = Field([], description="Ids that this guide had before, so that old links still lead to it.")
    questions: dict[str, Question] = Field({}, description="The questions, each under an id of its own.")


KIND = Kind(
    name="tree",
    plural="trees",
    noun="tree",
    model=Tree,
    home=Folder("decision_trees"),
    site=Pages("guides", related=("faq", "page"), unless_empty=False),
    required_with={"places": "red-flag"},
    unknown=KindRule(
        code="S403",
        name="unknown-tree",
        help="Write it as decision_trees/{id}.yml, or name another.",
        doc="""\
A tree that does not exist.

A choice or a link names a tree for which there is no file in `decision_trees/`.

Wrong, in content/places/knee.yml:

    title: Knee
    what: See [the guide](tree:exampel).

Right, in content/places/knee.yml:

    title: Knee
    what: See [the guide](tree:example).
""",
    ),
    next_step='Then see how it reads: "signpost walk {id}".',
)
