"""The definition of a kind of entry: one record with all its properties, and the types of its fields.

The type of a field says what it holds: text for readers, ids of another kind, former ids, a date. Parsing, schemas,
references, addresses, rules and file skeletons are derived from the types and the record, so nothing is defined twice.
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

# Instead of a list of places: all of them.
EVERYWHERE = "everywhere"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Words:
    """The role of a text for readers. It is Markdown, with citations and links."""


@dataclass(frozen=True, slots=True)
class RefersTo:
    """The role of a field that names other entries by id.

    Attributes:
        kind: the kind of the named entries; "figure" for a drawing.
        by: how it names them: "list" for a key such as `places`, "choice", "sign", "care" or "marker".
    """

    kind: str
    by: str = "list"


@dataclass(frozen=True, slots=True)
class QuestionId:
    """The role of a field that names a question of the same file."""


@dataclass(frozen=True, slots=True)
class FormerIds:
    """The role of a list of former ids."""


@dataclass(frozen=True, slots=True)
class Day:
    """The role of a date."""


Role = Words | RefersTo | QuestionId | FormerIds | Day

# How a reviewer should weigh a change of a field: readers act on it, it explains something, or it keeps a record.
Weight = Literal["act", "explain", "record"]


@dataclass(frozen=True, slots=True)
class Weighs:
    """How much a change of a field weighs when two versions are compared.

    By default "act" for text for readers, and for a value that only the program reads, such as the number behind a
    button or a switch of the site; "explain" for lists of related entries.
    """

    weight: Weight


@dataclass(frozen=True, slots=True)
class ReportedByEffect:
    """Marks a field whose change is reported by its effect: where choices lead, what is asked, how cases end."""


# The values of `Names.by` for references whose change is also reported by its effect.
_WAYS = ("answer", "care", "case", "choice", "sign")


def _iso_date(value: object) -> object:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("not a date")
    return date.fromisoformat(value)


Date = Annotated[date, BeforeValidator(_iso_date), Day()]
Text = Annotated[str, Words()]
# Text that explains something, and on which nobody acts.
Explanation = Annotated[str, Words(), Weighs("explain")]
# Text that is kept as a record, such as the title of a source.
Record = Annotated[str, Words(), Weighs("record")]
Number = str | int | float
Aliases = Annotated[list[str], FormerIds()]
PlaceIds = Annotated[list[str], RefersTo("place")]
SourceIds = Annotated[list[str], RefersTo("source")]
# Descriptions of fields that several kinds share, for the schema.
REVIEWED = "The day on which somebody last read the whole entry against its sources, such as 2026-11-22."
RESTS_ON = "What the statements rest on: ids from content/sources.yml."
ARTICLE = "What the starting article says, in your own words."
EVIDENCE = "What mainstream evidence says, with its sources."


class Entry(BaseModel):
    """The base of all entries: unknown keys and wrong types are refused, and values are immutable.

    Every field has a default, so that rules can still judge a file with a fault; `REQUIRED` names the fields that a
    file must have.
    """

    # Built lazily: a check needs half of the models, and never those within others alone.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=False, defer_build=True)
    REQUIRED: ClassVar[tuple[str, ...]] = ()
    # The noun for a part of an entry in messages, such as "choice"; the noun for an entry is that of its kind.
    NOUN: ClassVar[str] = "part"
    # Other words that authors write for a key, with the key that they mean; empty if the value decides.
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
        kind: pydantic's error type, such as "string_type".
        path: the keys and indexes that lead to it, plus pydantic's own steps for the members of a union.
        expected: the allowed values, if there are only a few.
    """

    kind: str
    path: tuple[str | int, ...]
    expected: str = ""


def fit(model: type[_Model], data: Mapping[str, object]) -> tuple[_Model | None, list[Misfit]]:
    """Validate plain values as an entry.

    Args:
        model: the model of the entry.
        data: its fields as an author wrote them.

    Returns:
        the entry and an empty list; or None and the values that do not fit.
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
        key: in YAML.
        role: what it holds; None for a value that only the program reads, such as a switch.
        part: the model of the entries nested in it, such as the choices of a question; None if it holds plain values.
        weight: how much a change of its text weighs; None if it holds none.
        compared: how much a change weighs when two versions are compared; None if it is reported by its effect.
    """

    name: str
    key: str
    role: Role | None
    part: type[Entry] | None
    weight: Weight | None = None
    compared: Weight | None = None


@cache
def fields_of(model: type[Entry]) -> tuple[FieldOf, ...]:
    """The fields of a model, in order."""
    return tuple(_field(name, info) for name, info in model.model_fields.items())


def _field(name: str, info: FieldInfo) -> FieldOf:
    role = _first(Role, info.annotation, info.metadata)
    said = _first(Weighs, info.annotation, info.metadata)
    weight: Weight | None = said.weight if said else "act" if isinstance(role, Words) else None
    told = _first(ReportedByEffect, info.annotation, info.metadata)
    return FieldOf(name, info.alias or name, role, _part(info.annotation), weight, weight or _compared(role, told))


def _compared(role: Role | None, told: ReportedByEffect | None) -> Weight | None:
    """How much a change of a field without text weighs."""
    match role:
        case None:
            return None if told else "act"
        case RefersTo(kind="source"):
            return "record"
        case RefersTo(by="list"):
            return "explain"
        case RefersTo(by=by):
            return None if by in _WAYS else "act"
        case _:
            return None


@cache
def parts_of(model: type[Entry]) -> Mapping[str, type[Entry]]:
    """The models nested in a model, at any depth, by their key."""
    found: dict[str, type[Entry]] = {}
    for one in fields_of(model):
        if one.part is not None:
            found[one.key] = one.part
            found |= parts_of(one.part)
    return MappingProxyType(found)


def role_at(model: type[Entry], path: tuple[str | int, ...]) -> Role | None:
    """The role of the value at a path of keys and indexes in an entry; None if it has none, or does not exist."""
    if not path:
        return None
    one = next((one for one in fields_of(model) if one.key == path[0]), None)
    if one is None or one.part is None or len(path) == 1:
        return one.role if one else None
    return role_at(one.part, path[1 + _depth(model.model_fields[one.name].annotation) :])


def _depth(annotation: object) -> int:
    """How many ids and indexes are between a field and the parts nested in it."""
    inside = max(map(_depth, get_args(annotation)), default=0)
    return inside + (get_origin(annotation) in (dict, list))


def _first(kind: Any, annotation: object, metadata: list[Any]) -> Any:  # noqa: ANN401 - what `kind` says
    """The first annotation of a type, from the outside in; None if there is none."""
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
    """One file for each entry: its id is the file name without ".yml"."""

    path: str


@dataclass(frozen=True, slots=True)
class Register:
    """One file for all entries of a kind: their ids are the keys of a mapping."""

    path: str


@dataclass(frozen=True, slots=True)
class Pages:
    """A page for each entry, and an index page that lists them. Their titles are in the word file.

    Attributes:
        folder: the folder of the pages, from the root of the site.
        related: the kinds whose entries are shown on a page if they name its entry or are named by it.
        preview: whether each page has a preview image of its own.
        unless_empty: whether to leave out the index page if there are no entries.
    """

    folder: str
    related: tuple[str, ...] = ()
    preview: bool = True
    unless_empty: bool = True

    @property
    def index(self) -> str:
        """The Markdown file of the index page, from the root of the site."""
        return f"{self.folder}/index.md"


@dataclass(frozen=True, slots=True)
class Anchors:
    """An anchor on one page for each entry.

    Attributes:
        page: the Markdown file of the page, from the root of the site.
    """

    page: str


@dataclass(frozen=True, slots=True)
class Cards:
    """A page that is generated for an entry if others ask for it: the card of a care level."""


@dataclass(frozen=True, slots=True)
class KindRule:
    """A rule that each kind has with its own texts.

    Attributes:
        code: stable, such as "S402".
        name: such as "unknown-outcome".
        help: what to do about a violation; "{id}" stands for the id.
        doc: the rule's documentation, like the module docstring of a rule.
        message: what is wrong, with "{id}" likewise; the rule's default message if empty.
    """

    code: str
    name: str
    help: str
    doc: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """The definition of a kind of entry.

    Attributes:
        name: in `signpost new`, and in links `[words](name:id)` unless `link_word` is set.
        plural: the name of its entries in a library, such as "red_flags".
        noun: the word for it in messages, such as "reader question".
        model: the model of an entry.
        home: where entries are written.
        site: its pages, or its anchors on a page; None if entries are shown only on pages of other kinds.
        link_word: the word for it in links `[words](word:id)`; its name if empty.
        title: the field that holds the title.
        summary: the field that holds the summary.
        unknown: the rule on references to a missing entry; None if nothing can refer to this kind.
        orphan: the rule on entries that nothing refers to; None if that is allowed.
        orphan_unless: the kinds of reference (`Names.by`) that count for `orphan`; all if empty.
        sourced: whether an entry must name a source.
        belongs: fields of which at least one must name something, so that a page leads to the entry.
        required_with: fields that are required once a library has an entry of another kind: field to kind.
        next_step: the next step that `signpost new` prints; "{id}" stands for the id.
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
        """The word for it in links."""
        return self.link_word or self.name

    @property
    def linkable(self) -> bool:
        """Whether a text can link to an entry."""
        return self.site is not None

    def file_of(self, id: str) -> str:
        """The file that defines an entry, relative to the project."""
        return self.home.path if isinstance(self.home, Register) else f"{self.home.path}/{id}.yml"
