"""What a kind of entry is: one record that says all of it, and the types that its fields are made of.

A field says by its type what it holds: words for readers, ids of another kind, former ids, a day. Parsing, schema,
references, addresses, rules and skeletons follow from that and from the record, so that nothing has to be said again
where they are.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MappingProxyType, UnionType
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic.fields import FieldInfo

# Where a list of places may say that it means all of them.
EVERYWHERE = "everywhere"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Words:
    """The role of a text that readers see. It is Markdown, and may cite and link."""


@dataclass(frozen=True, slots=True)
class Names:
    """The role of a field that names other entries by id.

    Attributes:
        kind: the kind of what it names; "figure" for a drawing.
        by: how it names them: "list" for a key such as `places`, "choice", "sign", "care" or "marker".
    """

    kind: str
    by: str = "list"


@dataclass(frozen=True, slots=True)
class QuestionId:
    """The role of a field that names a question of the same file."""


@dataclass(frozen=True, slots=True)
class FormerIds:
    """The role of a list of ids that a thing had before."""


@dataclass(frozen=True, slots=True)
class Day:
    """The role of a date."""


Role = Words | Names | QuestionId | FormerIds | Day

# How much a change of a field weighs for whoever reviews it: readers act on it, it explains, or it keeps a record.
Weight = Literal["act", "explain", "record"]


@dataclass(frozen=True, slots=True)
class Weighs:
    """How much a field weighs when two versions of it are compared.

    Words for readers that do not say it are acted on. So is a value that only the program reads, such as the number
    behind a button or a switch of the site; lists of what belongs together explain.
    """

    weight: Weight


@dataclass(frozen=True, slots=True)
class ToldByWays:
    """Marks a field whose change is told by what it does: where answers lead, what is asked, what holds a case."""


# How references are made of which the same is true.
_WAYS = ("answer", "care", "case", "choice", "sign")


def _iso_date(value: object) -> object:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("not a date")
    return date.fromisoformat(value)


Date = Annotated[date, BeforeValidator(_iso_date), Day()]
Text = Annotated[str, Words()]
# Words that explain something, and on which nobody acts.
Explanation = Annotated[str, Words(), Weighs("explain")]
# Words that are kept as a record, such as the title of a source.
Record = Annotated[str, Words(), Weighs("record")]
Number = str | int | float
Aliases = Annotated[list[str], FormerIds()]
PlaceIds = Annotated[list[str], Names("place")]
SourceIds = Annotated[list[str], Names("source")]
# Said of fields that several kinds share; an editor shows it.
REVIEWED = "The day on which somebody last read the whole entry against its sources, such as 2026-11-22."
RESTS_ON = "What the statements rest on: ids from content/sources.yml."
ARTICLE = "What the starting article says, in your own words."
EVIDENCE = "What mainstream evidence says, with its sources."


class Entry(BaseModel):
    """What all entries have in common: unknown keys and other types are refused, values never change.

    Every field has a default, so that a file with a fault can still be judged by the other rules; `REQUIRED` names
    the fields that a file must have.
    """

    # Built when something is first held to them: a check needs half of the models, and those within others never alone.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=False, defer_build=True)
    REQUIRED: ClassVar[tuple[str, ...]] = ()
    # What messages call a part of an entry, such as "choice"; an entry is called as its kind says.
    NOUN: ClassVar[str] = "part"
    # Other words that authors write for a key, each with the key that they mean; empty where the value decides.
    MEANT: ClassVar[Mapping[str, str]] = MappingProxyType(
        {
            "name": "title",
            "heading": "title",
            "description": "summary",
            "date": "reviewed",
            "last_reviewed": "reviewed",
            "level": "care",
            "care_level": "care",
            "urgency": "care",
            "references": "sources",
            "citations": "sources",
            "get_help": "get_help_if",
            "dont": "avoid",
            "do": "try",
        }
    )


_Model = TypeVar("_Model", bound=Entry)


class Misfit(NamedTuple):
    """A value that does not fit its model.

    Attributes:
        kind: pydantic's word for what is wrong, such as "string_type".
        path: the keys and indexes that lead to it, and pydantic's own steps for the arms of a union.
        expected: the values of which it should be one, where there are only a few.
    """

    kind: str
    path: tuple[str | int, ...]
    expected: str = ""


def fit(model: type[_Model], data: Mapping[str, object]) -> tuple[_Model | None, list[Misfit]]:
    """Make an entry of plain values.

    Args:
        model: what it is to be.
        data: its fields as an author wrote them.

    Returns:
        the entry, and nothing; or None, and what does not fit.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, [
            Misfit(one["type"], one["loc"], one.get("ctx", {}).get("expected", ""))
            for one in error.errors(include_url=False)
        ]


@dataclass(frozen=True, slots=True)
class FieldOf:
    """A field of a model.

    Attributes:
        name: in Python.
        key: as authors write it.
        role: what it holds; None for a value that only the program reads, such as a switch.
        part: the model of what stands within it, such as the choices of a question; None where it holds plain values.
        weight: how much a change of it weighs as words; None where it holds none.
        compared: how much a change of it weighs when two versions are compared; None where its change is told by what
            it does.
    """

    name: str
    key: str
    role: Role | None
    part: type[Entry] | None
    weight: Weight | None = None
    compared: Weight | None = None


@cache
def fields_of(model: type[Entry]) -> tuple[FieldOf, ...]:
    """The fields of a model, in their order."""
    return tuple(_field(name, info) for name, info in model.model_fields.items())


def _field(name: str, info: FieldInfo) -> FieldOf:
    role = _first(Role, info.annotation, info.metadata)
    said = _first(Weighs, info.annotation, info.metadata)
    weight: Weight | None = said.weight if said else "act" if isinstance(role, Words) else None
    told = _first(ToldByWays, info.annotation, info.metadata)
    return FieldOf(name, info.alias or name, role, _part(info.annotation), weight, weight or _compared(role, told))


def _compared(role: Role | None, told: ToldByWays | None) -> Weight | None:
    """How much the change of a field without words weighs."""
    match role:
        case None:
            return None if told else "act"
        case Names(kind="source"):
            return "record"
        case Names(by="list"):
            return "explain"
        case Names(by=by):
            return None if by in _WAYS else "act"
        case _:
            return None


@cache
def parts_of(model: type[Entry]) -> Mapping[str, type[Entry]]:
    """The models within a model, at any depth, by the key under which they stand."""
    found: dict[str, type[Entry]] = {}
    for one in fields_of(model):
        if one.part is not None:
            found[one.key] = one.part
            found |= parts_of(one.part)
    return MappingProxyType(found)


def role_at(model: type[Entry], path: tuple[str | int, ...]) -> Role | None:
    """The role of the value to which keys and indexes lead through an entry; None also where there is no such field."""
    if not path:
        return None
    one = next((one for one in fields_of(model) if one.key == path[0]), None)
    if one is None or one.part is None or len(path) == 1:
        return one.role if one else None
    return role_at(one.part, path[1 + _depth(model.model_fields[one.name].annotation) :])


def _depth(annotation: object) -> int:
    """How many ids and indexes stand between a field and the parts within it."""
    inside = max(map(_depth, get_args(annotation)), default=0)
    return inside + (get_origin(annotation) in (dict, list))


def _first(kind: Any, annotation: object, metadata: list[Any]) -> Any:  # noqa: ANN401 - what `kind` says
    """What an annotation says of one kind, the outermost first; None where it says nothing."""
    for one in metadata:
        if isinstance(one, kind):
            return one
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _first(kind, inner, more)
    if get_origin(annotation) in (list, dict, Union, UnionType):
        return next((found for one in get_args(annotation) if (found := _first(kind, one, []))), None)
    return None


def _part(annotation: object) -> type[Entry] | None:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    return next((part for one in get_args(annotation) if (part := _part(one))), None)


@dataclass(frozen=True, slots=True)
class Folder:
    """One file an entry: its id is the name of the file without ".yml"."""

    path: str


@dataclass(frozen=True, slots=True)
class Register:
    """One file for all entries of a kind: their ids are the keys of the mapping."""

    path: str


@dataclass(frozen=True, slots=True)
class Pages:
    """A page for each entry, and one that lists them. What they are called is in the file of words.

    Attributes:
        folder: of the pages, from the top of the site.
        related: the kinds whose entries are shown on a page where they name this one or are named by it.
        preview: whether each page has a picture of its own for links to it.
        unless_empty: whether there is no list where there is nothing to list.
    """

    folder: str
    related: tuple[str, ...] = ()
    preview: bool = True
    unless_empty: bool = True

    @property
    def index(self) -> str:
        """The Markdown file of the list, as a path from the top of the site."""
        return f"{self.folder}/index.md"


@dataclass(frozen=True, slots=True)
class Anchors:
    """A place on one page for each entry.

    Attributes:
        page: its Markdown file, as a path from the top of the site.
    """

    page: str


@dataclass(frozen=True, slots=True)
class Cards:
    """A page that is made for an entry where others ask for it: the card of a level of care."""


@dataclass(frozen=True, slots=True)
class KindRule:
    """A rule that every kind has in its own words.

    Attributes:
        code: stable, such as "S402".
        name: such as "unknown-outcome".
        help: what to do about a breach; "{id}" in it stands for the id.
        doc: the rule's documentation, as at the head of a rule's file.
        message: what is wrong, with "{id}" likewise; the rule's own words where empty.
    """

    code: str
    name: str
    help: str
    doc: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """All that is said of a kind of entry.

    Attributes:
        name: in `signpost new`, and in links `[words](name:id)` unless there is another word for it.
        plural: the name of its entries in a library, such as "red_flags".
        noun: what messages call it, such as "reader question".
        model: what an author can write.
        home: where it is written.
        site: its pages, or its place on a page; None for what is shown only on other pages.
        link_word: what stands for it in links `[words](word:id)`; its name where empty.
        title: the field that says what it is called.
        summary: the field that says what it is about.
        unknown: the rule on references to an entry that is not there; None where nothing can name one.
        orphan: the rule on entries that nothing refers to; None where that is no fault.
        orphan_unless: how an entry must be referred to, each the `by` of `Names`; any reference will do where empty.
        sourced: whether an entry must name a source.
        belongs: fields of which one must name something, so that a page leads to the entry.
        required_with: fields that must be there once a library has an entry of another kind: field to kind.
        next_step: what `signpost new` says to do next; "{id}" in it stands for the id.
    """

    name: str
    plural: str
    noun: str
    model: type[Entry]
    home: Folder | Register
    unknown: KindRule | None = None
    site: Pages | Anchors | Cards | None = None
    link_word: str = ""
    title: str = "title"
    summary: str = "summary"
    orphan: KindRule | None = None
    orphan_unless: tuple[str, ...] = ()
    sourced: bool = False
    belongs: tuple[str, ...] = ()
    required_with: Mapping[str, str] = field(default_factory=dict)
    next_step: str = ""

    @property
    def word(self) -> str:
        """What stands for it in links."""
        return self.link_word or self.name

    @property
    def linkable(self) -> bool:
        """Whether a text can link to an entry."""
        return self.site is not None

    def file_of(self, id: str) -> str:
        """The file that defines an entry, relative to the project."""
        return self.home.path if isinstance(self.home, Register) else f"{self.home.path}/{id}.yml"
