"""The settings of a site, in content/site.yml."""

from typing import Annotated, Literal

from pydantic import Field

from generator.core.kinds.kind import Entry, RefersTo, Text
from generator.core.page_words import ENGLISH, PageWords, word_field
from generator.core.review_words import ReviewWords
from generator.core.word_file import english


class HouseRule(Entry):
    """What a site asks of its own texts, over and above the rules. A pattern is a regular expression."""

    NOUN = "house rule"
    REQUIRED = ("of", "say")
    of: str = Field(
        "",
        description="What is held to it: a kind and a field, such as outcome.get_help_if or plan.stages.when; several "
        "fields as one, such as faq.summary + answer; or texts, for every text, ordinary pages included.",
    )
    each: bool = Field(False, description="true holds each text of a list to it, and not the list as a whole.")
    where: str = Field("", description="A pattern: only texts in which it is found are held to it.")
    has: str | list[str] = Field([], description="A pattern that must be found, or several.")
    has_not: str = Field("", description="A pattern that must not be found.")
    most_words: int = Field(0, description="How many words there may be.")
    unless: dict[str, str] = Field(
        {}, description="Entries with this value in a field are left alone, such as {care: emergency}."
    )
    but: list[str] = Field([], description="The ids of entries that are left alone.")
    say: str = Field("", description="What to do, in a sentence.")

    @property
    def patterns(self) -> list[str]:
        """The patterns that must be found."""
        return [self.has] if isinstance(self.has, str) else self.has


class SiteSettings(Entry):
    """What this one site says of itself; the file is optional. Headings have defaults that fit any subject."""

    subject: Literal["", "health"] = Field(
        "",
        description="health for a site about it: words, rules and what programs are told are then those of a site "
        "that people come to with a complaint.",
    )
    title: Text = Field("", description="What the site is called.")
    summary: Text = Field("", description="What it is for, in one sentence.")
    attribution: Text = Field("", description="The line at the foot of each page.")
    address: str = Field("", description="Where the site will be on the web, for what is printed.")
    most_asked: Annotated[list[str], RefersTo("faq")] = Field(
        [], description="The reader questions on the first page: names of files in content/faq/."
    )
    guides_first: Annotated[list[str], RefersTo("tree")] = Field(
        [], description="The guides that lists of them begin with, such as the most common: names in decision_trees/."
    )
    where_heading: Text = word_field("where_heading")
    here_heading: Text = word_field("here_heading")
    places_summary: Text = word_field("places_summary")
    what_heading: Text = word_field("what_heading")
    do_link: Text = word_field("do_link")
    drawing: Text = word_field("drawing")
    language: str = Field(
        english().language,
        description="The language of the site, such as en-GB, where it is another than that of the theme: which words "
        "generated pages have, how days and numbers are written, and what pages tell programs.",
    )
    languages: list[str] = Field(
        [], description="The languages in which the site is published besides: folders in content/translations/."
    )
    words: PageWords = Field(ENGLISH, description="Other words for what generated pages say.")
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
        list(english().unsure),
        description="Phrases by which an uncertain answer is recognised, in lower case and without apostrophes.",
    )
    review_words: ReviewWords = Field(
        ReviewWords.model_construct(),
        description="Words that `signpost diff` marks where they came or went, for another language.",
    )
    require: dict[str, list[str]] = Field(
        {},
        description="Fields that each entry of a kind must have on this site, such as outcome: [avoid]. One "
        "of several will do: DOI or URL.",
    )
    house_rules: list[HouseRule] = Field(
        [], description="What this site asks of its own texts, over and above the rules."
    )
    most_answers: int = Field(0, description="How many answers a case may take to its result; 0 for any number.")
    cases_for_each_choice: bool = Field(
        False, description="true asks for a case that takes each choice, and one that says yes to each red flag."
    )
    headers: bool = Field(
        False,
        description="true writes _headers, which has a host allow no inline script or style. The theme must have none.",
    )
    previews: bool = Field(
        True, description="false draws no pictures for links to pages, where another plugin draws its own."
    )
    rule_pages: bool = Field(
        False, description="true publishes a page for each rule of `signpost check`, for those who write here."
    )
    embed: bool = Field(
        False, description="true makes a page of each guide that other sites can show in a frame: guides/<id>/embed/."
    )
    share: bool = Field(
        False, description="true puts a control at the foot of each page that copies a link to it, for mail and forums."
    )
    offline: bool = Field(
        False,
        description="true keeps the pages of guides and results in the browser, to be read without a connection.",
    )
    moved: dict[str, str] = Field(
        {},
        description="Former addresses of pages without aliases, each with the page that stands for it now.",
    )
