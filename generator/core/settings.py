"""What one site says of itself, in content/site.yml."""

from typing import Annotated

from pydantic import Field

from generator.core.kinds.kind import Entry, Names, Text
from generator.core.page_words import PageWords, said
from generator.core.word_file import english


class SiteSettings(Entry):
    """What this one site says of itself; the file is optional. Headings have defaults that fit any subject."""

    title: Text = Field("", description="What the site is called.")
    summary: Text = Field("", description="What it is for, in one sentence.")
    attribution: Text = Field("", description="The line at the foot of each page.")
    address: str = Field("", description="Where the site will be on the web, for what is printed.")
    most_asked: Annotated[list[str], Names("faq")] = Field(
        [], description="The reader questions on the first page: names of files in content/faq/."
    )
    guides_first: Annotated[list[str], Names("tree")] = Field(
        [], description="The guides that lists of them begin with, such as the most common: names in decision_trees/."
    )
    where_heading: Text = said("where_heading")
    here_heading: Text = said("here_heading")
    places_summary: Text = said("places_summary")
    what_heading: Text = said("what_heading")
    do_link: Text = said("do_link")
    drawing: Text = said("drawing")
    language: str = Field(
        english().language,
        description="The language of the site, such as en-GB: how days and numbers are written, which plural forms its "
        "words have, and what pages tell programs.",
    )
    words: PageWords = Field(PageWords(), description="Other words for what generated pages say.")
    most_words_in_a_sign: int = Field(20, description="How many words a red flag may have; more is told of.")
    most_signs_on_a_page: int = Field(10, description="How many red flags a guide may ask about at once.")
    most_words_before_the_first_question: int = Field(
        310, description="How many words readers of a guide may have to read before its own first question."
    )
    most_repeated_of_a_sign: int = Field(
        60,
        description="How much of a red flag's words, in percent, another text may repeat in the same order.",
    )
    pages_of_numbers: list[str] = Field(
        [],
        description="Ordinary pages that list numbers to call, such as about/safety.md; elsewhere they are not copied.",
    )
    unsure_words: list[str] = Field(
        ["not sure", "unsure", "dont know", "do not know", "cant tell", "cannot tell", "cant say", "cannot say"],
        description="Phrases by which an uncertain answer is recognised, in lower case and without apostrophes.",
    )
    headers: bool = Field(
        False,
        description="true writes _headers, which has a host allow no inline script or style. The theme must have none.",
    )
    offline: bool = Field(
        False,
        description="true keeps the pages of guides and results in the browser, to be read without a connection.",
    )
    moved: dict[str, str] = Field(
        {},
        description="Former addresses of pages without aliases, each with the page that stands for it now.",
    )
