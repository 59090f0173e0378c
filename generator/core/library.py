"""A library: everything an author wrote, parsed into immutable values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, Self, cast

from generator.core.kinds import IN_FOLDERS, IN_REGISTERS, KINDS, file_of
from generator.core.kinds.care_level import CareLevel
from generator.core.kinds.case import Case
from generator.core.kinds.exercise import Exercise
from generator.core.kinds.faq import FaqEntry
from generator.core.kinds.kind import Entry, Words, fields_of
from generator.core.kinds.outcome import Outcome
from generator.core.kinds.place import Place
from generator.core.kinds.plan import Plan
from generator.core.kinds.precaution import Precaution
from generator.core.kinds.red_flag import RedFlag
from generator.core.kinds.source import BibliographicSource
from generator.core.kinds.tree import Tree
from generator.core.memo import memoized
from generator.core.page_fields import PageFields
from generator.core.project import SITE
from generator.core.settings import SiteSettings
from generator.core.source import Location, SourceFile, Spot, Step
from generator.core.translation import Translation

_BY_PLURAL = {kind.plural: name for name, kind in KINDS.items()}


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Library:
    """Everything an author wrote. Mappings are by id, in the order of the files or of the keys.

    Attributes:
        entries: the entries of each kind; every kind is present.
        site: the settings of the site.
        known: ids by kind, including those of files that could not be read or parsed, so that a reference to a broken
            file is not reported as unknown; None if a file that defines all ids of a kind is broken.
        pages: ordinary Markdown pages, by path under `content/`.
        page_fields: the front matter of each page.
        figures: SVG drawings by name.
        assets: files under `content/` that are copied unchanged, relative to the project.
        permalinks: the published addresses in the ledger, each with its line.
        translations: the translations, by language.
        today: the day that `reviewed` dates are compared with.
    """

    entries: Mapping[str, Mapping[str, Entry]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    site: SiteSettings = field(default_factory=SiteSettings)
    pages: Mapping[str, SourceFile] = field(default_factory=_nothing)
    page_fields: Mapping[str, PageFields] = field(default_factory=_nothing)
    figures: Mapping[str, SourceFile] = field(default_factory=_nothing)
    assets: frozenset[str] = frozenset()
    known: Mapping[str, frozenset[str] | None] = field(default_factory=_nothing)
    permalinks: Mapping[str, Spot] = field(default_factory=_nothing)
    translations: Mapping[str, Translation] = field(default_factory=_nothing)
    today: date = date.max

    @classmethod
    def of(cls, **entries: Mapping[str, Entry]) -> Self:
        """A library with entries only, each kind under its plural, such as `trees`."""
        return cls().with_entries(**entries)

    def with_entries(self, **entries: Mapping[str, Entry]) -> Self:
        """A copy of the library with the entries of some kinds replaced, each under its plural, such as `red_flags`."""
        return replace(self, entries={**self.entries, **{_BY_PLURAL[name]: found for name, found in entries.items()}})

    @property
    def trees(self) -> Mapping[str, Tree]:
        """The decision trees."""
        return cast(Mapping[str, Tree], self.entries["tree"])

    @property
    def outcomes(self) -> Mapping[str, Outcome]:
        """The outcomes that an author wrote, without the generated cards of care levels."""
        return cast(Mapping[str, Outcome], self.entries["outcome"])

    @property
    def faq(self) -> Mapping[str, FaqEntry]:
        """The reader questions."""
        return cast(Mapping[str, FaqEntry], self.entries["faq"])

    @property
    def places(self) -> Mapping[str, Place]:
        """The places."""
        return cast(Mapping[str, Place], self.entries["place"])

    @property
    def plans(self) -> Mapping[str, Plan]:
        """The plans."""
        return cast(Mapping[str, Plan], self.entries["plan"])

    @property
    def exercises(self) -> Mapping[str, Exercise]:
        """The exercises."""
        return cast(Mapping[str, Exercise], self.entries["exercise"])

    @property
    def precautions(self) -> Mapping[str, Precaution]:
        """The precautions."""
        return cast(Mapping[str, Precaution], self.entries["precaution"])

    @property
    def red_flags(self) -> Mapping[str, RedFlag]:
        """The red flags."""
        return cast(Mapping[str, RedFlag], self.entries["red-flag"])

    @property
    def care_levels(self) -> Mapping[str, CareLevel]:
        """The care levels, from most to least urgent."""
        return cast(Mapping[str, CareLevel], self.entries["care-level"])

    @property
    def sources(self) -> Mapping[str, BibliographicSource]:
        """The bibliography."""
        return cast(Mapping[str, BibliographicSource], self.entries["source"])

    @property
    def cases(self) -> Mapping[str, Case]:
        """The cases."""
        return cast(Mapping[str, Case], self.entries["case"])

    def each(self) -> Iterator[tuple[str, str, Entry]]:
        """Every entry as (kind, id, entry)."""
        for kind, entries in self.entries.items():
            for id, entry in entries.items():
                yield kind, id, entry

    def in_folders(self) -> Iterator[tuple[str, str, Entry]]:
        """Every entry with its own file, as (kind, id, entry)."""
        return ((kind, id, entry) for kind in IN_FOLDERS for id, entry in self.entries[kind].items())

    @property
    def whole(self) -> bool:
        """Whether every file could be read, so that an id that is missing here does not exist."""
        read = {kind: frozenset(entries) for kind, entries in self.entries.items()}
        return self.known.get("site", ()) is not None and all(self.known.get(kind) == read[kind] for kind in read)

    def present_id(self, kind: str, former: str) -> str | None:
        """The present id of an entry with a former id; None if no entry has that alias."""
        entries = self.entries.get(kind, {})
        return next((id for id, entry in entries.items() if former in aliases_of(entry)), None)

    def knows(self, kind: str, id: str) -> bool:
        """Whether an id of that kind is defined, even in a file with faults."""
        ids = self.known.get(kind, frozenset())
        return ids is None or id in ids


def aliases_of(entry: Entry) -> list[str]:
    """The former ids of an entry; empty if its kind has no such field."""
    return getattr(entry, "aliases", [])


def sources_of(entry: Entry) -> list[str]:
    """The ids of the sources that an entry names; empty if its kind has no such field."""
    return getattr(entry, "sources", [])


def reviewed_of(entry: Entry) -> date | None:
    """The day of an entry's last review; None if not set, or if its kind has no such field."""
    return getattr(entry, "reviewed", None)


def title_of(kind: str, entry: Entry) -> str:
    """The title of an entry, as Markdown."""
    return str(getattr(entry, KINDS[kind].title, ""))


def summary_of(kind: str, entry: Entry) -> str:
    """The summary of an entry, as Markdown; empty if not set."""
    return str(getattr(entry, KINDS[kind].summary, ""))


def at(kind: str, id: str, *path: Step, of: Literal["key", "value"] = "value") -> Location:
    """The location of a value in the file that defines an entry."""
    prefix = (id,) if kind in IN_REGISTERS else ()
    return Location(file_of(kind, id), prefix + path, of)


def at_site(*path: Step) -> Location:
    """The location of a value in the site file."""
    return Location(SITE, path)


def texts(value: object, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Every string within a value, ids included, with its path of keys and indexes."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Entry):
        for one in fields_of(type(value)):
            if one.name in value.model_fields_set:
                yield from texts(getattr(value, one.name), (*path, one.key))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))


def texts_for_readers(
    entry: Entry, path: tuple[Step, ...] = (), records: bool = True
) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Every text within an entry that readers see, with its path of keys and indexes.

    Args:
        entry: the entry to search.
        path: its own path.
        records: whether to include fields that only keep a record, such as the title of a source.
    """
    for one in fields_of(type(entry)):
        if one.name not in entry.model_fields_set:
            continue
        value = getattr(entry, one.name)
        if one.part is not None:
            for where, part in parts(value, (*path, one.key)):
                yield from texts_for_readers(part, where, records)
        elif isinstance(one.role, Words) and (records or one.weight != "record"):
            yield from texts(value, (*path, one.key))


def parts(value: object, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], Entry]]:
    """The nested parts that a field holds, each with its path."""
    if isinstance(value, Entry):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield (*path, key), part
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield (*path, index), part


@memoized
def all_texts_for_readers(entry: Entry) -> tuple[tuple[tuple[Step, ...], str], ...]:
    """The result of `texts_for_readers` for a whole entry, cached."""
    return tuple(texts_for_readers(entry))


@memoized
def strings(entry: Entry) -> tuple[str, ...]:
    """Every string within an entry without its path, defaults included; cheaper than `texts`."""
    found: list[str] = []
    _collect(vars(entry).values(), found)
    return tuple(found)


def _collect(values: Iterable[object], found: list[str]) -> None:
    # Hot path: the most frequent types are tested first.
    for value in values:
        if isinstance(value, str):
            found.append(value)
        elif value is None or isinstance(value, bool):
            continue
        elif isinstance(value, dict):
            _collect(value.values(), found)
        elif isinstance(value, list):
            _collect(value, found)
        elif isinstance(value, Entry):
            _collect(vars(value).values(), found)
