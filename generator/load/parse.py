"""Stage 2: from sources to a library. It collects faults and goes on, so one run shows all of them."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from generator.core.finding import Problem
from generator.core.kinds import IN_FOLDERS, IN_REGISTERS, KINDS, LINK_KINDS, kind_of
from generator.core.kinds.kind import Entry, Words, fields_of, parts_of, role_at
from generator.core.kinds.source import BibliographicSource
from generator.core.kinds.tree import Question
from generator.core.library import Library
from generator.core.markup import WEB_KINDS
from generator.core.project import ADDRESS, CONTENT, FIGURES, ID, PERMALINKS
from generator.core.settings import SiteSettings
from generator.core.source import Location, SourceFile, Spot, Step
from generator.core.today import latest_today
from generator.load.files import Loaded
from generator.load.yaml_nodes import cut_by_comments, read

_WANTED = {
    "string_type": "text",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "bool_type": "switch",
    "int_type": "number",
    "float_type": "number",
}
# Where a field takes more than one kind of value, what to ask for.
_EITHER = {
    "places": "a list of places, or the word everywhere",
    "author": "a name, or a list of names",
    "volume": "a number or a text",
    "issue": "a number or a text",
    "page": "a number or a text",
}
# What a part of an entry is called, by the key under which it stands.
_PARTS = {"questions": "question", "choices": "choice", "marker": "marker", "detail": "marker"}


def parse(loaded: Loaded, today: date | None = None) -> tuple[Library, list[Problem]]:
    """Make a library of what was loaded.

    Args:
        loaded: the project's sources.
        today: the day to hold review dates against; the present one if left out.

    Returns:
        the library, with defaults in the place of what could not be read, and the problems found.
    """
    parser = _Parser()
    for source in loaded.files:
        parser.take(source)
    for path in loaded.unread:
        parser.take_unread(path)
    known: dict[str, frozenset[str] | None] = {
        kind: frozenset(parser.entries[kind]) | parser.unread[kind] for kind in KINDS
    }
    for kind in parser.unread_registers:
        known[kind] = None
    known["figure"] = frozenset(parser.figures)
    known["page"] = frozenset(parser.pages)
    known["link-kind"] = frozenset(LINK_KINDS) | WEB_KINDS
    library = Library(
        entries=MappingProxyType({kind: MappingProxyType(found) for kind, found in parser.entries.items()}),
        site=parser.site,
        pages=MappingProxyType(parser.pages),
        figures=MappingProxyType(parser.figures),
        permalinks=MappingProxyType(parser.permalinks),
        known=MappingProxyType(known),
        today=today or latest_today(),
    )
    return library, parser.problems


@dataclass
class _Parser:
    entries: dict[str, dict[str, Entry]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    unread: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in KINDS})
    unread_registers: set[str] = field(default_factory=set)
    site: SiteSettings = field(default_factory=SiteSettings)
    pages: dict[str, SourceFile] = field(default_factory=dict)
    figures: dict[str, SourceFile] = field(default_factory=dict)
    permalinks: dict[str, Spot] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def take(self, source: SourceFile) -> None:
        found = kind_of(source.path)
        if found is None:
            self._take_text(source)
            return
        kind, id = found
        data, problems = read(source)
        self.problems += problems
        if data is not None:
            self._mend_cut_texts(kind, source, data)
        if kind in IN_FOLDERS and not ID.fullmatch(id):
            self.problems.append(Problem("bad-id", Spot(source.path), (id,)))
        if data is None:
            if not problems:
                self.problems.append(Problem("empty-file", Spot(source.path)))
            self.take_unread(source.path)
        elif not isinstance(data, dict):
            self.problems.append(Problem("wrong-type", Location(source.path), (data, "mapping")))
            self.take_unread(source.path)
        elif kind in IN_REGISTERS:
            self._take_register(kind, source.path, data)
        else:
            entry = self._entry(kind, source.path, (), data)
            if kind == "site":
                self.site = entry
            else:
                self.entries[kind][id] = entry

    def _mend_cut_texts(self, kind: str, source: SourceFile, data: object) -> None:
        """Tell of texts for readers that a comment cuts, and go on with the whole of each, as it was probably meant."""
        model = KINDS[kind].model if kind in KINDS else SiteSettings
        for path, meant, spot in cut_by_comments(source):
            if isinstance(role_at(model, path[1:] if kind in IN_REGISTERS else path), Words):
                above: Any = _at(data, path[:-1])
                shown = above[path[-1]]
                self.problems.append(Problem("text-cut-by-comment", spot, ("" if shown is None else str(shown),)))
                above[path[-1]] = meant

    def take_unread(self, path: str) -> None:
        found = kind_of(path)
        if found is None:
            self._take_text(SourceFile(path, ""))
            return
        kind, id = found
        if kind in IN_FOLDERS:
            self.unread[kind].add(id)
        else:
            self.unread_registers.add(kind)

    def _take_text(self, source: SourceFile) -> None:
        path = PurePosixPath(source.path)
        if path.suffix == ".md" and path.is_relative_to(CONTENT):
            self.pages[str(path.relative_to(CONTENT))] = source
        elif path.suffix == ".svg" and str(path.parent) == FIGURES:
            self.figures[path.stem] = source
        elif source.path == PERMALINKS:
            self._take_permalinks(source)

    def _take_permalinks(self, source: SourceFile) -> None:
        for number, line in enumerate(source.text.split("\n"), start=1):
            spot = Spot(source.path, number)
            address = line.removesuffix("\r")
            if not address or address.startswith("#"):
                continue
            if not ADDRESS.fullmatch(address):
                self.problems.append(Problem("not-an-address", spot, (address,)))
            elif address in self.permalinks:
                self.problems.append(Problem("repeated-address", spot, (address, self.permalinks[address].line)))
            else:
                self.permalinks[address] = spot

    def _take_register(self, kind: str, file: str, data: dict) -> None:
        for id, value in data.items():
            where = Location(file, (id,), "key")
            if not ID.fullmatch(id):
                self.problems.append(Problem("bad-id", where, (id,)))
            if isinstance(value, dict):
                self.entries[kind][id] = self._entry(kind, file, (id,), value)
            else:
                self.problems.append(Problem("wrong-type", Location(file, (id,)), (value, "mapping")))
                self.unread[kind].add(id)

    def _entry(self, kind: str, file: str, prefix: tuple[Step, ...], data: dict) -> Entry:
        model = KINDS[kind].model if kind in KINDS else SiteSettings
        owner = KINDS[kind].noun if kind in KINDS else "site"
        if model is BibliographicSource:
            data = {key: value for key, value in data.items() if key not in model.others}
        wrong: set[tuple[Step, ...]] = set()
        try:
            entry = model.model_validate(data)
        except ValueError as error:
            # A ValidationError, whose name only `model` needs to know.
            entry = self._mend(model, file, prefix, data, error.errors(include_url=False), wrong)
        self.problems += _missing(owner, entry, file, prefix, wrong)
        self.problems += _bad_ids(entry, file, prefix)
        return entry

    def _mend(
        self,
        model: type[Entry],
        file: str,
        prefix: tuple[Step, ...],
        data: dict,
        errors: list[Mapping],
        wrong: set[tuple[Step, ...]],
    ) -> Entry:
        """Tell what does not fit, leave it out, and make an entry of the rest for the other rules to judge."""
        mended = deepcopy(data)
        problems: dict[tuple[Step, ...], Mapping] = {}
        for problem in errors:
            problems.setdefault(_existing(data, problem["loc"]), problem)
        # Where a value may be of several kinds, each of them says why not; only what lies deepest is told.
        above = {path[:length] for path in problems for length in range(len(path))}
        wrong.update(path for path in problems if path not in above)
        for path in sorted((path for path in problems if path in wrong), key=_deepest_and_last_first):
            self.problems.append(_problem_of_value(model, file, prefix, path, data, problems[path]))
            _mend_value(mended, path, problems[path]["type"])
        try:
            return model.model_validate(mended)
        except ValueError:
            return model()


def _problem_of_value(
    model: type[Entry], file: str, prefix: tuple[Step, ...], path: tuple[Step, ...], data: dict, problem: Mapping
) -> Problem:
    value = _at(data, path)
    where = Location(file, prefix + path)
    if problem["type"] == "extra_forbidden":
        owner = _model_at(model, path[:-1])
        keys = [one.key for one in fields_of(owner)]
        return Problem("unknown-key", Location(file, prefix + path, "key"), (str(path[-1]), keys))
    if path and path[-1] == "reviewed":
        return Problem("reviewed-date", where, (value,))
    if problem["type"] == "literal_error":
        return Problem("wrong-type", where, (value, problem["ctx"]["expected"].replace("'", "")))
    either = _EITHER.get(path[-1]) if len(problem["loc"]) > len(path) else None
    return Problem("wrong-type", where, (value, either or _WANTED.get(problem["type"], "text")))


def _existing(data: object, path: tuple[Step, ...]) -> tuple[Step, ...]:
    """The part of a path that leads through the data; pydantic adds steps for the arms of a union."""
    steps = []
    for step in path:
        if (isinstance(data, dict) and step in data) or (isinstance(data, list) and isinstance(step, int)):
            steps.append(step)
            data = data[step]
    return tuple(steps)


def _at(data: object, path: tuple[Step, ...]) -> object:
    for step in path:
        data = data[step]
    return data


def _mend_value(data: dict, path: tuple[Step, ...], problem: str) -> None:
    """Leave a value out, or make of it what other values can still refer to."""
    if not path:
        return
    owner, key = _at(data, path[:-1]), path[-1]
    if problem == "model_type":
        owner[key] = {}
    elif problem == "string_type" and isinstance(owner[key], (bool, int, float)):
        owner[key] = str(owner[key])
    else:
        del owner[key]


def _deepest_and_last_first(path: tuple[Step, ...]) -> tuple:
    return -len(path), [-step if isinstance(step, int) else 0 for step in path]


def _model_at(model: type[Entry], path: tuple[Step, ...]) -> type[Entry]:
    """The model at the end of a path of keys and indexes through another."""
    for step in path:
        parts = parts_of(model)
        if step in parts:
            model = parts[step]
    return model


def _missing(
    owner: str, entry: Entry, file: str, path: tuple[Step, ...], wrong: set[tuple[Step, ...]]
) -> Iterator[Problem]:
    if () in wrong:
        return
    for name in entry.REQUIRED:
        value = getattr(entry, name)
        empty = value in (None, "") or (name in ("questions", "places") and not value)
        if (empty or name not in entry.model_fields_set) and (name,) not in wrong:
            yield Problem("missing-field", Location(file, (*path, name)), (name, owner))
    fields = vars(entry)
    for name, noun in _PARTS.items():
        # Only what is named there can be short of something, and of a choice there are very many.
        if name not in fields or name not in entry.model_fields_set:
            continue
        value = fields[name]
        if name == "questions" and not wrong and all(map(_lacks_nothing, value.values())):
            continue
        below = {step[1:] for step in wrong if step[:1] == (name,)} if wrong else wrong
        if isinstance(value, Entry):
            yield from _missing(noun, value, file, (*path, name), below)
        elif isinstance(value, dict):
            for key, item in value.items():
                deeper = {step[1:] for step in below if step[:1] == (key,)} if below else below
                yield from _missing(noun, item, file, (*path, name, key), deeper)


def _lacks_nothing(question: Question) -> bool:
    """A cheap look that never misses a field which a question or one of its choices must have."""
    return bool(question.ask and question.choices) and all(choice.text for choice in question.choices.values())


def _bad_ids(entry: Entry, file: str, path: tuple[Step, ...]) -> Iterator[Problem]:
    fields = vars(entry)
    for name in ("questions", "choices"):
        for key, item in fields.get(name, {}).items():
            if not _is_id(key):
                yield Problem("bad-id", Location(file, (*path, name, key), "key"), (key,))
            if name == "questions" and not all(map(_is_id, (*item.choices, *item.aliases))):
                yield from _bad_ids(item, file, (*path, name, key))
    for index, alias in enumerate(fields.get("aliases", ())):
        if not _is_id(alias):
            yield Problem("bad-id", Location(file, (*path, "aliases", index)), (alias,))


@cache
def _is_id(name: str) -> bool:
    # The choices of very many questions have the same few names.
    return ID.fullmatch(name) is not None
