"""The domain as frozen values: what an author can write, and the library it adds up to.

Every field has a default, so that a file with a fault can still be judged by the other rules; the
names in `REQUIRED` are what a file must have. Text is Markdown.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from generator.project import REGISTERS, file_of
from generator.source import Location, Source, Spot, Step

Card = Literal["emergency", "urgent", "non-urgent", "self-care"]
Target = Literal["question", "outcome", "tree"]
TARGETS: tuple[Target, ...] = ("question", "outcome", "tree")
EVERYWHERE = "everywhere"
# What a text begins with that is still to be written.
TO_WRITE = "TODO"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _iso_date(value: object) -> object:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("not a date")
    return date.fromisoformat(value)


Date = Annotated[date, BeforeValidator(_iso_date)]
Text = str
Number = str | int | float


class Entry(BaseModel):
    """What the kinds of entry have in common: unknown keys and other types are refused, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=False)
    REQUIRED: ClassVar[tuple[str, ...]] = ()


class Choice(Entry):
    """An answer to a question, and where it leads."""

    REQUIRED = ("text",)
    text: Text = ""
    unsure: bool = False
    question: str | None = None
    outcome: str | None = None
    tree: str | None = None

    @property
    def target(self) -> tuple[Target, str] | None:
        """Where the choice leads, as (kind, id); None where that is not said, or said twice."""
        named = [(kind, id) for kind in TARGETS if (id := getattr(self, kind)) is not None]
        return named[0] if len(named) == 1 else None


class Question(Entry):
    """A question of a tree, with its choices in the order shown."""

    REQUIRED = ("ask", "choices")
    ask: Text = ""
    why: Text = ""
    aliases: list[str] = []
    choices: dict[str, Choice] = {}


class Tree(Entry):
    """A decision tree: the questions of one guide."""

    REQUIRED = ("title", "summary", "start", "reviewed", "questions")
    title: Text = ""
    summary: Text = ""
    places: list[str] = []
    start: str = ""
    reviewed: Date | None = None
    sources: list[str] = []
    aliases: list[str] = []
    questions: dict[str, Question] = {}


class Outcome(Entry):
    """Where a branch ends: what the pattern may be and what to do."""

    REQUIRED = ("title", "summary", "reviewed")
    title: Text = ""
    care: str | None = None
    summary: Text = ""
    what: Text = ""
    try_: Annotated[list[Text], Field(alias="try")] = []
    avoid: list[Text] = []
    get_help_if: list[Text] = []
    article_says: Text = ""
    evidence_says: Text = ""
    places: list[str] = []
    sources: list[str] = []
    reviewed: Date | None = None
    aliases: list[str] = []


class FaqEntry(Entry):
    """One reader question and its answer."""

    REQUIRED = ("question", "answer", "reviewed")
    question: Text = ""
    summary: Text = ""
    answer: Text = ""
    article_says: Text = ""
    evidence_says: Text = ""
    trees: list[str] = []
    outcomes: list[str] = []
    places: list[str] = []
    sources: list[str] = []
    reviewed: Date | None = None
    aliases: list[str] = []


class Marker(Entry):
    """Where a place stands on a figure: `figure` names `content/figures/<figure>.svg`, x and y are in its units."""

    REQUIRED = ("figure", "x", "y")
    figure: str = ""
    x: int | float = 0
    y: int | float = 0


class Place(Entry):
    """A place on the body, or whatever the guides of a library are about."""

    REQUIRED = ("title",)
    title: Text = ""
    summary: Text = ""
    names: list[Text] = []
    muscles: list[Text] = []
    what: Text = ""
    article_says: Text = ""
    evidence_says: Text = ""
    caution: list[Text] = []
    marker: Marker | None = None
    detail: Marker | None = None
    sources: list[str] = []
    reviewed: Date | None = None
    aliases: list[str] = []


class RedFlag(Entry):
    """A sign that must be asked about first."""

    REQUIRED = ("text", "care", "places")
    text: Text = ""
    care: str = ""
    places: list[str] | Literal["everywhere"] = []
    why: Text = ""
    sources: list[str] = []

    def concerns(self, places: frozenset[str]) -> bool:
        """Whether the flag is asked about a tree or an outcome at these places."""
        return self.places == EVERYWHERE or not places.isdisjoint(self.places)


class CareLevel(Entry):
    """How soon, and from whom, help is needed. Levels stand in order from most to least urgent."""

    REQUIRED = ("title", "card", "act")
    title: Text = ""
    card: Card = "non-urgent"
    act: Text = ""
    self_care: bool = False
    aliases: list[str] = []


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
    type: str = ""
    title: Text = ""
    author: str | list[str | dict[str, Any]] = []
    issued: Any = None
    container_title: Annotated[Text, Field(alias="container-title")] = ""
    publisher: Text = ""
    volume: Number = ""
    issue: Number = ""
    page: Number = ""
    DOI: str = ""
    URL: str = ""
    note: Text = ""
    aliases: list[str] = []
    # The rest of the CSL variables are taken as they are and not shown.
    others: ClassVar[frozenset[str]] = frozenset(_OTHER_CSL.split())


class SiteWords(Entry):
    """What this one site says of itself; the file is optional."""

    title: Text = ""
    summary: Text = ""
    attribution: Text = ""
    most_asked: list[str] = []
    moved: dict[str, str] = {}


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

    @property
    def whole(self) -> bool:
        """Whether every file could be read, so that what is not here is nowhere."""
        read = {
            "tree": self.trees,
            "outcome": self.outcomes,
            "faq": self.faq,
            "place": self.places,
            "red-flag": self.red_flags,
            "care-level": self.care_levels,
            "source": self.sources,
        }
        return self.known.get("site", ()) is not None and all(
            ids is not None and len(ids) == len(read[kind]) for kind, ids in self.known.items() if kind in read
        )

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
        for name, field_info in type(value).model_fields.items():
            if name in value.model_fields_set:
                yield from texts(getattr(value, name), (*path, field_info.alias or name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))


def left_to_write(entry: Entry) -> Iterator[tuple[Step, ...]]:
    """Where the texts of an entry stand that are still to be written."""
    return (path for path, text in texts(entry) if text.lstrip().startswith(TO_WRITE))
