"""A level of care: how soon help is needed, and from whom."""

from typing import Annotated, Literal

from pydantic import Field

from generator.core.kinds.kind import Aliases, Cards, Entry, Kind, KindRule, Register, ReportedByEffect, Text

Card = Literal["emergency", "urgent", "non-urgent", "self-care"]


class CallNumber(Entry):
    """A number to call, shown as a button. Of several, that of the reader's own country comes first."""

    NOUN = "number"
    REQUIRED = ("number", "place")
    number: str = Field("", description="What is dialled: digits only.")
    name: Text = Field("", description="What it is called, where that is not the number itself.")
    place: Text = Field("", description="Where it works: a country, or several, in short.")
    regions: list[str] = Field([], description="The codes of these countries, such as GB.")
    time_zones: list[str] = Field(
        [],
        description="Time zones that are theirs alone, such as Europe/London. Australia/ stands for all that begin so.",
    )


class CareLevel(Entry):
    """How soon, and from whom, help is needed. Levels stand in order from most to least urgent."""

    REQUIRED = ("title", "card", "act")
    title: Text = Field("", description="How soon, and from whom, in a few words.")
    card: Annotated[Card, ReportedByEffect()] = Field(
        "non-urgent", description="The look of its box: emergency, urgent, non-urgent or self-care."
    )
    act: Text = Field("", description="What to do, in one line, with the numbers to call.")
    numbers: list[CallNumber] = Field([], description="The numbers in `act`, as buttons on the card.")
    on_card: Text = Field(
        "",
        description="What the card says in the place of `act`: the same without its numbers, which are buttons there.",
    )
    self_care: Annotated[bool, ReportedByEffect()] = Field(
        False, description="true on a level that sends nobody to a professional."
    )
    aliases: Aliases = Field(
        [], description="Ids that this level had before, so that old links to its warning signs still lead there."
    )


KIND = Kind(
    name="care-level",
    plural="care_levels",
    noun="care level",
    model=CareLevel,
    home=Register("decision_trees/care_levels.yml"),
    site=Cards(),
    link_word="care",
    summary="act",
    unknown=KindRule(
        code="S406",
        name="unknown-care-level",
        help="Define it in decision_trees/care_levels.yml, or name another.",
        doc="""\
A care level that does not exist.

The care level decides how urgent a result is and which card the reader sees.

Wrong, in decision_trees/red_flags.yml:

    swelling: {text: Your knee is hot and swollen, care: soom, places: [knee], sources: [a-study]}

Right, in decision_trees/red_flags.yml:

    swelling: {text: Your knee is hot and swollen, care: soon, places: [knee], sources: [a-study]}
""",
    ),
)
