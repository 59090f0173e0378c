"""The domain as frozen values: what an author can write, and the library it adds up to.

Every field has a default, so that a file with a fault can still be judged by the other rules; the
names in `REQUIRED` are what a file must have. Text is Markdown.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from generator.core.project import REGISTERS, file_of
from generator.core.readability import is_to_write
from generator.core.source import Location, Source, Spot, Step

Card = Literal["emergency", "urgent", "non-urgent", "self-care"]
Target = Literal["question", "outcome", "tree"]
TARGETS: tuple[Target, ...] = ("question", "outcome", "tree")
EVERYWHERE = "everywhere"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _iso_date(value: object) -> object:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("not a date")
    return date.fromisoformat(value)


Date = Annotated[date, BeforeValidator(_iso_date)]
Text = str
Number = str | int | float
# Said of fields that several kinds share. What stands in `description` is what an editor shows.
_REVIEWED = "The day on which somebody last read the whole entry against its sources, such as 2026-11-22."
_RESTS_ON = "What the statements rest on: ids from content/sources.yml."
_ARTICLE = "What the starting article says, in your own words."
_EVIDENCE = "What mainstream evidence says, with its sources."


class Entry(BaseModel):
    """What the kinds of entry have in common: unknown keys and other types are refused, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=False)
    REQUIRED: ClassVar[tuple[str, ...]] = ()


class Choice(Entry):
    """An answer to a question, and where it leads."""

    REQUIRED = ("text",)
    text: Text = Field("", description="The answer in the words that a reader sees.")
    unsure: bool = Field(
        False,
        description='true marks the uncertain answer, "I am not sure". It never leads to less care than the others.',
    )
    question: str | None = Field(None, description="The question to which this answer leads: its id, in this file.")
    outcome: str | None = Field(
        None,
        description='The result at which this answer ends: the name of a file in content/outcomes/ without ".yml".',
    )
    tree: str | None = Field(
        None,
        description='The guide in which this answer goes on: the name of a file in decision_trees/ without ".yml".',
    )

    @property
    def target(self) -> tuple[Target, str] | None:
        """Where the choice leads, as (kind, id); None where that is not said, or said twice."""
        question, outcome, tree = self.question, self.outcome, self.tree
        if question is not None:
            return ("question", question) if outcome is None and tree is None else None
        if outcome is not None:
            return ("outcome", outcome) if tree is None else None
        return None if tree is None else ("tree", tree)


class Question(Entry):
    """A question of a tree, with its choices in the order shown."""

    REQUIRED = ("ask", "choices")
    ask: Text = Field("", description="The question, in one line.")
    why: Text = Field("", description="Why it is asked, in a sentence or two, if that helps to answer it.")
    aliases: list[str] = Field([], description="Ids that this question had before, so that old links still lead to it.")
    choices: dict[str, Choice] = Field(
        {}, description="The answers in the order shown, each under an id of its own. At least two."
    )


class Tree(Entry):
    """A decision tree: the questions of one guide."""

    REQUIRED = ("title", "summary", "start", "reviewed", "questions")
    title: Text = Field("", description="What the guide is called.")
    summary: Text = Field("", description="What the guide is for, in one sentence.")
    places: list[str] = Field(
        [],
        description="The places it is about, by id. They decide which red flags are asked first.",
    )
    start: str = Field("", description="The id of the first question.")
    reviewed: Date | None = Field(None, description=_REVIEWED)
    sources: list[str] = Field([], description=_RESTS_ON)
    aliases: list[str] = Field([], description="Ids that this guide had before, so that old links still lead to it.")
    questions: dict[str, Question] = Field({}, description="The questions, each under an id of its own.")


class Outcome(Entry):
    """Where a branch ends: what the pattern may be and what to do."""

    REQUIRED = ("title", "summary", "reviewed")
    title: Text = Field("", description="The result in a few words.")
    care: str | None = Field(
        None, description="How soon help is needed, and from whom: an id from decision_trees/care_levels.yml."
    )
    summary: Text = Field("", description="What a reader should know and do first, in one or two sentences.")
    what: Text = Field("", description="What people with this pattern are often told.")
    try_: list[Text] = Field([], alias="try", description="What to try, one thing a line.")
    avoid: list[Text] = Field([], description="What to avoid, one thing a line.")
    get_help_if: list[Text] = Field(
        [], description="What would make it more urgent, and after how long to see somebody anyway."
    )
    article_says: Text = Field("", description=_ARTICLE)
    evidence_says: Text = Field("", description=_EVIDENCE)
    places: list[str] = Field(
        [], description="The places it concerns. Self-care is shown only after the red flags of all of them."
    )
    sources: list[str] = Field([], description=_RESTS_ON)
    reviewed: Date | None = Field(None, description=_REVIEWED)
    aliases: list[str] = Field([], description="Ids that this result had before, so that old links still lead to it.")


class FaqEntry(Entry):
    """One reader question and its answer."""

    REQUIRED = ("question", "answer", "reviewed")
    question: Text = Field("", description="The question in a reader's words.")
    summary: Text = Field("", description="The answer in one sentence, for previews and search engines.")
    answer: Text = Field("", description="The answer.")
    article_says: Text = Field("", description=_ARTICLE)
    evidence_says: Text = Field("", description=_EVIDENCE)
    trees: list[str] = Field([], description="The guides it belongs to.")
    outcomes: list[str] = Field([], description="The results it belongs to.")
    places: list[str] = Field([], description="The places it belongs to.")
    sources: list[str] = Field([], description=_RESTS_ON)
    reviewed: Date | None = Field(None, description=_REVIEWED)
    aliases: list[str] = Field([], description="Ids that this question had before, so that old links still lead to it.")


class Marker(Entry):
    """Where a place stands on a figure: `figure` names `content/figures/<figure>.svg`, x and y are in its units."""

    REQUIRED = ("figure", "x", "y")
    figure: str = Field("", description='The drawing: the name of a file in content/figures/ without ".svg".')
    x: int | float = Field(0, description="How far from the left, in the units of the drawing.")
    y: int | float = Field(0, description="How far from the top, in the units of the drawing.")


class Place(Entry):
    """A place on the body, or whatever the guides of a library are about."""

    REQUIRED = ("title",)
    title: Text = Field("", description="The place in plain words.")
    summary: Text = Field("", description="One sentence about it.")
    names: list[Text] = Field([], description="Other names for it.")
    muscles: list[Text] = Field([], description="The muscles and tendons here.")
    what: Text = Field("", description="What is here.")
    article_says: Text = Field("", description=_ARTICLE)
    evidence_says: Text = Field("", description=_EVIDENCE)
    caution: list[Text] = Field([], description="What to take care of, above all when pressing.")
    marker: Marker | None = Field(None, description="Where it stands on the map of the first page.")
    detail: Marker | None = Field(None, description="Where it stands on a closer drawing, for its own page.")
    sources: list[str] = Field([], description=_RESTS_ON)
    reviewed: Date | None = Field(None, description=_REVIEWED)
    aliases: list[str] = Field([], description="Ids that this place had before, so that old links still lead to it.")


class RedFlag(Entry):
    """A sign that must be asked about first."""

    REQUIRED = ("text", "care", "places")
    text: Text = Field("", description="The sign, as a reader would notice it.")
    care: str = Field("", description="How soon help is needed with it: an id from decision_trees/care_levels.yml.")
    places: list[str] | Literal["everywhere"] = Field(
        [], description="Where it is asked about: a list of places, or the word everywhere."
    )
    why: Text = Field("", description="Why it matters, in a sentence or two.")
    sources: list[str] = Field([], description="What this rests on: ids from content/sources.yml.")

    def concerns(self, places: frozenset[str]) -> bool:
        """Whether the flag is asked about a tree or an outcome at these places."""
        return self.places == EVERYWHERE or not places.isdisjoint(self.places)


class CareLevel(Entry):
    """How soon, and from whom, help is needed. Levels stand in order from most to least urgent."""

    REQUIRED = ("title", "card", "act")
    title: Text = Field("", description="How soon, and from whom, in a few words.")
    card: Card = Field("non-urgent", description="The look of its box: emergency, urgent, non-urgent or self-care.")
    act: Text = Field("", description="What to do, in one line, with the numbers to call.")
    self_care: bool = Field(False, description="true on a level that sends nobody to a professional.")
    aliases: list[str] = Field(
        [], description="Ids that this level had before, so that old links to its warning signs still lead there."
    )


_OTHER_CSL = """
abstract accessed annote archive archive-place authority available-date call-number categories chapter-number
citation-key citation-label citation-number collection-editor collection-number collection-title composer
container-author container-title-short contributor curator custom dimensions director division edition editor
editorial-director event event-date event-place event-title genre guest host illustrator institution interviewer
ISBN ISSN journalAbbreviation jurisdiction keyword language license locator medium narrator number number-of-
pages number-of-volumes organizer original-author original-date original-publisher original-publisher-place
original-title page-first part part-title PMCID PMID printing producer publisher-place recipient references
reviewed-author reviewed-genre reviewed-title scale section script-writer series-creator shortTitle source
status submitted supplement title-short translator version volume-title volume-title-short year-suffix
"""


class BibliographicSource(Entry):
    """An entry of the bibliography, in the fields of the Citation Style Language (CSL 1.0.2, appendix IV)."""

    REQUIRED = ("title",)
    type: str = Field(
        "", description="The kind of source in the words of CSL, such as article-journal, book or webpage."
    )
    title: Text = Field("", description="Its title.")
    author: str | list[str | dict[str, Any]] = Field([], description="Its authors: names, or family and given names.")
    issued: Any = Field(None, description="When it was published: a year, a date, or the date-parts of CSL.")
    container_title: Text = Field(
        "", alias="container-title", description="The journal, book or website it is part of."
    )
    publisher: Text = Field("", description="Who published it.")
    volume: Number = Field("", description="The volume of the journal.")
    issue: Number = Field("", description="The issue of the journal.")
    page: Number = Field("", description="The pages, such as 12-34.")
    DOI: str = Field("", description="Its DOI, without https://doi.org/.")
    URL: str = Field("", description="Its address on the web.")
    note: Text = Field("", description="What a reader should know about it.")
    aliases: list[str] = Field([], description="Ids that this source had before, so that old links still lead to it.")
    # The rest of the CSL variables are taken as they are and not shown.
    others: ClassVar[frozenset[str]] = frozenset(_OTHER_CSL.split())


class SiteWords(Entry):
    """What this one site says of itself; the file is optional. Headings have defaults that fit any subject."""

    title: Text = Field("", description="What the site is called.")
    summary: Text = Field("", description="What it is for, in one sentence.")
    attribution: Text = Field("", description="The line at the foot of each page.")
    address: str = Field("", description="Where the site will be on the web, for what is printed.")
    most_asked: list[str] = Field(
        [], description="The reader questions on the first page: names of files in content/faq/."
    )
    where_heading: Text = Field(
        "Where is it?", description="The heading over the places on the first page, in the place of “Where is it?”."
    )
    here_heading: Text = Field(
        "Related", description="The heading over what belongs to a place, on its page, in the place of “Related”."
    )
    places_summary: Text = Field(
        "What is where: each place in plain words, with the guides for it.",
        description="What stands above the list of places.",
    )
    what_heading: Text = Field(
        "What this means",
        description="The heading over the `what` of a result, in the place of “What this means”.",
    )
    do_link: Text = Field(
        "What this means, and what to do",
        description="In a guide, the link to the page of a result that is no self-care, in the place of “What this "
        "means, and what to do”.",
    )
    drawing: Text = Field(
        "Drawing",
        description="What the figures show, for readers who cannot see them, in the place of “Drawing”.",
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


MODELS: Mapping[str, type[Entry]] = MappingProxyType(
    {
        "tree": Tree,
        "outcome": Outcome,
        "faq": FaqEntry,
        "place": Place,
        "red-flag": RedFlag,
        "care-level": CareLevel,
        "source": BibliographicSource,
        "site": SiteWords,
    }
)


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Library:
    """Everything an author wrote, parsed. Mappings are by id, in the order of the files or of the keys.

    Attributes:
        known: ids by kind, those of files that could not be read or parsed included, so that a
            reference to a broken file is not called unknown; None where the file of all ids is broken.
        pages: ordinary Markdown pages, by path under `content/`.
        figures: SVG drawings by name.
        permalinks: the published addresses in the ledger, each with its line.
        today: the day that `reviewed` dates are held against.
    """

    trees: Mapping[str, Tree] = field(default_factory=_nothing)
    outcomes: Mapping[str, Outcome] = field(default_factory=_nothing)
    faq: Mapping[str, FaqEntry] = field(default_factory=_nothing)
    places: Mapping[str, Place] = field(default_factory=_nothing)
    red_flags: Mapping[str, RedFlag] = field(default_factory=_nothing)
    care_levels: Mapping[str, CareLevel] = field(default_factory=_nothing)
    sources: Mapping[str, BibliographicSource] = field(default_factory=_nothing)
    site: SiteWords = field(default_factory=SiteWords)
    pages: Mapping[str, Source] = field(default_factory=_nothing)
    figures: Mapping[str, Source] = field(default_factory=_nothing)
    known: Mapping[str, frozenset[str] | None] = field(default_factory=_nothing)
    permalinks: Mapping[str, Spot] = field(default_factory=_nothing)
    today: date = date.max

    def entries(self) -> list[tuple[str, str, Entry]]:
        """Every entry that has a file of its own, as (kind, id, entry)."""
        kinds = {"tree": self.trees, "outcome": self.outcomes, "faq": self.faq, "place": self.places}
        return [(kind, id, entry) for kind, entries in kinds.items() for id, entry in entries.items()]

    def by_kind(self) -> dict[str, Mapping[str, Entry]]:
        """Everything that has an id, by its kind."""
        return {
            "tree": self.trees,
            "outcome": self.outcomes,
            "faq": self.faq,
            "place": self.places,
            "red-flag": self.red_flags,
            "care-level": self.care_levels,
            "source": self.sources,
        }

    @property
    def whole(self) -> bool:
        """Whether every file could be read, so that what is not here is nowhere."""
        read = {kind: entries.keys() for kind, entries in self.by_kind().items()}
        return self.known.get("site", ()) is not None and all(self.known.get(kind) == read[kind] for kind in read)

    def present_id(self, kind: str, former: str) -> str | None:
        """What a thing is called now that has had another id before; None where nothing had it."""
        entries = self.by_kind().get(kind, {})
        return next((id for id, entry in entries.items() if former in getattr(entry, "aliases", ())), None)

    def knows(self, kind: str, id: str) -> bool:
        """Whether an id of that kind is defined, if only by a file with faults."""
        ids = self.known.get(kind, frozenset())
        return ids is None or id in ids


def at(kind: str, id: str, *path: Step, of: Literal["key", "value"] = "value") -> Location:
    """The location of a value in the file that defines an entry."""
    prefix = (id,) if kind in REGISTERS else ()
    return Location(file_of(kind, id), prefix + path, of)


def texts(value: object, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Every string within an entry, ids included, with the keys and indexes that lead to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Entry):
        for name, key in _keys(type(value)):
            if name in value.model_fields_set:
                yield from texts(getattr(value, name), (*path, key))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))


def strings(entry: Entry) -> list[str]:
    """The same without where they stand, defaults included: a fifth of the work, and enough for most questions."""
    found: list[str] = []
    _collect(vars(entry).values(), found)
    return found


def left_to_write(entry: Entry) -> list[tuple[Step, ...]]:
    """Where the texts of an entry stand that are still to be written."""
    return [path for path, text in texts(entry) if is_to_write(text)]


@cache
def _keys(model: type[Entry]) -> tuple[tuple[str, str], ...]:
    """The fields of a model, as (name, the key that authors write)."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


def _collect(values: Iterable[object], found: list[str]) -> None:
    # Nearly all of a library goes through here, so what is met most often is asked for first.
    for value in values:
        kind = value.__class__
        if kind is str:
            found.append(value)
        elif value is None or kind is bool:
            continue
        elif kind is dict:
            _collect(value.values(), found)
        elif kind is list:
            _collect(value, found)
        elif isinstance(value, Entry):
            _collect(vars(value).values(), found)
