"""Words that show a reviewer what a rewording may change, such as "not"; a site can have its own."""

from pydantic import Field

from generator.core.kinds.kind import Entry
from generator.core.word_file import english


def _listed(name: str) -> list[str]:
    return list(english().review[name])


class ReviewWords(Entry):
    """Words that `signpost diff` marks where they came or went. A list of a site's own stands in the place of ours."""

    NOUN = "list of words"
    negations: list[str] = Field(_listed("negations"), description="What turns a sentence round, such as not.")
    numbers: list[str] = Field(_listed("numbers"), description="Numbers that are written as words, such as two.")
    ranges: list[str] = Field(_listed("ranges"), description="What joins two numbers, such as to in 6 to 12.")
    units: list[str] = Field(_listed("units"), description="What is counted or measured, such as weeks.")
    urgency: list[str] = Field(_listed("urgency"), description="What says how soon, such as today.")
    care: list[str] = Field(_listed("care"), description="What says from whom to get help, such as hospital.")
    joints: list[str] = Field(
        _listed("joints"), description="What joins or bounds parts of a sentence, such as or, only and at least."
    )
