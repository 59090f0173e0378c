"""Stage 2: parse source files into a library. Parsing goes on after a problem, so one run reports all."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, TypeVar

from generator.core.address import why_invalid
from generator.core.blocks import WEB_KINDS
from generator.core.broken_text import broken
from generator.core.errors import not_none
from generator.core.finding import Problem
from generator.core.kinds import IN_FOLDERS, IN_REGISTERS, KINDS, LINK_KINDS, kind_of, with_right_ending
from generator.core.kinds.kind import (
    Entry,
    FieldOf,
    Misfit,
    QuestionId,
    RefersTo,
    Words,
    fields_of,
    fit,
    parts_of,
    role_at,
)
from generator.core.kinds.source import BibliographicSource
from generator.core.kinds.tree import TARGETS, Question
from generator.core.library import Library, parts
from generator.core.lookalikes import as_id, as_key
from generator.core.memo import memoized_by_path
from generator.core.originals import originals
from generator.core.page_fields import PageFields, late_front_matter
from generator.core.page_fields import parts as parts_of_page
from generator.core.project import CONTENT, FIGURES, ID, PERMALINKS, TREES
from generator.core.settings import SiteSettings
from generator.core.source import Location, SourceFile, Spot, Step
from generator.core.subject import with_default_words
from generator.core.text import nearest_name
from generator.core.today import latest_today
from generator.core.translation import (
    ABOUT,
    AboutLanguage,
    Place,
    Translated,
    Translation,
    is_translation,
    language_of,
    original_of,
)
from generator.load.files import Loaded
from generator.load.shapes import kind_by_keys, wrong_depth, wrong_depth_in_register
from generator.load.translations import not_there, places_in
from generator.load.yaml_nodes import cut_by_comments, read

_EXPECTED_TYPE = {
    "string_type": "text",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "bool_type": "switch",
    "int_type": "number",
    "float_type": "number",
}
# Lists and mappings that must not be empty. Too few choices of a question are reported by a rule of their own.
_NEVER_EMPTY = frozenset(("questions", "places", "stages", "movement", "steps"))
# For fields with several types of value: the wording for the message.
_EXPECTED_UNION = {
    "places": "a list of places, or the word everywhere",
    "author": "a name, or a list of names",
    "volume": "a number or a text",
    "issue": "a number or a text",
    "page": "a number or a text",
}


# The allowed words in a message of pydantic.
_QUOTED_WORD = re.compile("'([^']*)'")
_Model = TypeVar("_Model", bound=Entry)


def parse(loaded: Loaded, today: date | None = None) -> tuple[Library, list[Problem]]:
    """Parse loaded files into a library.

    Args:
        loaded: the project's source files.
        today: the day to compare review dates with; the present day by default.

    Returns:
        the library, with defaults for what could not be read, and the problems found.
    """
    parser = _Parser(named=_ids_by_file_name(loaded.files))
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
        entries=MappingProxyType({kind: MappingProxyType(parser.entries[kind]) for kind in KINDS}),
        site=with_default_words(parser.site, loaded.language),
        pages=MappingProxyType(parser.pages),
        page_fields=MappingProxyType(parser.page_fields),
        figures=MappingProxyType(parser.figures),
        assets=frozenset(name for name in loaded.assets if name.startswith(f"{CONTENT}/")),
        permalinks=MappingProxyType(parser.permalinks),
        known=MappingProxyType(known),
        today=today or latest_today(),
    )
    if parser.translations:
        library = replace(library, translations=parser.translated(library))
    return library, [_with_values(problem, library) for problem in parser.problems]


@memoized_by_path
def _faultless(source: SourceFile) -> Mapping[str, Entry] | SiteSettings | None:
    """The content of a YAML file without faults, independent of other files; None if it has faults.

    A file that has not changed gives the identical values again, so that results derived from them stay cached.
    """
    kind, id = not_none(kind_of(source.path))
    alone = _Parser()
    alone.take_yaml(source, kind, id)
    if alone.problems:
        return None
    return alone.site if kind == "site" else MappingProxyType(alone.entries[kind])


@memoized_by_path
def _faultless_front_matter(source: SourceFile) -> PageFields | None:
    """Like `_faultless`, for the front matter of an ordinary page."""
    alone = _Parser()
    fields = alone.front_matter(source)
    return None if alone.problems else fields


@memoized_by_path
def _faultless_translation(source: SourceFile, texts: frozenset[tuple[Step, ...]]) -> Mapping[Place, Translated] | None:
    """Like `_faultless`, for a translation file, given the paths of all texts of its original."""
    if not texts:
        return None
    data, problems = read(source)
    original = original_of(source.path)
    alone = _Parser()
    found, more = places_in(source, data, {original: texts}, whole=True)
    known = MappingProxyType(dict(alone.translated_texts(source, found)))
    return None if problems or more or alone.problems else known


@memoized_by_path
def _broken(source: SourceFile) -> tuple[Problem, ...]:
    """Damaged characters, each with its line and column."""
    found = []
    for one in broken(source.text):
        begin = source.text.rfind("\n", 0, one.offset) + 1
        spot = Spot(source.path, source.text.count("\n", 0, one.offset) + 1, one.offset - begin + 1)
        found.append(Problem("broken-character", spot, (one.kind, one.written, one.meant)))
    return tuple(found)


@memoized_by_path
def _permalinks(source: SourceFile) -> tuple[Mapping[str, Spot], tuple[Problem, ...]]:
    """The ledger of permalinks: its addresses, each with its line, and its problems."""
    found: dict[str, Spot] = {}
    problems: list[Problem] = []
    for number, line in enumerate(source.text.split("\n"), start=1):
        spot = Spot(source.path, number)
        address = line.removesuffix("\r")
        if not address or address.startswith("#"):
            continue
        page, sign, anchor = address.partition("#")
        if why_invalid(page) or (sign and not ID.fullmatch(anchor)):
            problems.append(Problem("not-an-address", spot, (address,)))
        elif address in found:
            problems.append(Problem("repeated-address", spot, (address, found[address].line)))
        else:
            found[address] = spot
    return MappingProxyType(found), tuple(problems)


@cache
def _default_site() -> SiteSettings:
    """The settings of a site that sets none."""
    return SiteSettings()


def _ids_by_file_name(files: tuple[SourceFile, ...]) -> dict[str, set[str]]:
    """The ids of all kinds in folders, from file names alone."""
    found: dict[str, set[str]] = {}
    for kind, id in filter(None, (kind_of(source.path) for source in files)):
        found.setdefault(kind, set()).add(id)
    return found


def _with_values(problem: Problem, library: Library) -> Problem:
    """Add the possible values to a problem about a missing field, now that everything is parsed."""
    if problem.rule != "missing-field" or not isinstance(problem.at, Location):
        return problem
    kind = kind_of(problem.at.file)
    if kind is None or kind[0] not in KINDS:
        return problem
    path = problem.at.path[1:] if kind[0] in IN_REGISTERS else problem.at.path
    values: tuple[str, ...] = ()
    match role_at(KINDS[kind[0]].model, path):
        case RefersTo(named) if named in library.entries:
            values = tuple(library.entries[named])
        case QuestionId() if kind[1] in library.trees:
            values = tuple(library.trees[kind[1]].questions)
    return Problem(problem.rule, problem.at, (*problem.about, values))


@dataclass
class _InLanguage:
    texts: dict[Place, Translated] = field(default_factory=dict)
    pages: dict[str, SourceFile] = field(default_factory=dict)
    page_fields: dict[str, PageFields] = field(default_factory=dict)
    about: AboutLanguage = field(default_factory=AboutLanguage)


@dataclass
class _Parser:
    named: dict[str, set[str]] = field(default_factory=dict)
    entries: dict[str, dict[str, Entry]] = field(default_factory=lambda: defaultdict(dict))
    unread: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    unread_registers: set[str] = field(default_factory=set)
    site: SiteSettings = field(default_factory=_default_site)
    pages: dict[str, SourceFile] = field(default_factory=dict)
    page_fields: dict[str, PageFields] = field(default_factory=dict)
    figures: dict[str, SourceFile] = field(default_factory=dict)
    permalinks: dict[str, Spot] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    translations: list[SourceFile] = field(default_factory=list)

    def take(self, source: SourceFile) -> None:
        if not source.text.isascii() and source.path.endswith((".yml", ".md")):
            self.problems += _broken(source)
        if is_translation(source.path):
            self.translations.append(source)
            return
        found = kind_of(source.path)
        if found is None:
            self._report_if_empty(source)
            self._take_text(source)
        elif (alone := _faultless(source)) is None:
            self.take_yaml(source, *found, again=True)
        elif isinstance(alone, SiteSettings):
            self.site = alone
        else:
            self.entries[found[0]].update(alone)

    def take_yaml(self, source: SourceFile, kind: str, id: str, *, again: bool = False) -> None:
        data, problems = read(source, again=again)
        if data is not None:
            self._repair_cut_texts(kind, source, data)
        fitted = fit(KINDS[kind].model, data) if kind in IN_FOLDERS and isinstance(data, dict) else None
        if isinstance(data, dict) and (
            why_invalid := self._problem_of_whole_file(kind, id, source.path, data, problems, fitted)
        ):
            # Other faults would only follow from this one, or are reported once it is fixed.
            self.problems.append(why_invalid)
            self.take_unread(source.path)
            return
        self.problems += problems
        if data is None:
            if not problems:
                self.problems.append(Problem("empty-file", Spot(source.path)))
            self.take_unread(source.path)
        elif not isinstance(data, dict):
            self.problems.append(Problem("wrong-type", Location(source.path), (data, "mapping")))
            self.take_unread(source.path)
        elif kind in IN_REGISTERS:
            self._take_register(kind, source.path, data)
        elif kind == "site":
            self.site = self._fitted(SiteSettings, "site", source.path, (), data)
        else:
            self.entries[kind][id] = self._entry(kind, source.path, (), data, fitted)

    def _problem_of_whole_file(
        self,
        kind: str,
        id: str,
        file: str,
        data: dict[str, Any],
        problems: list[Problem],
        fitted: tuple[Entry | None, list[Misfit]] | None,
    ) -> Problem | None:
        """A fault that makes the whole file unreliable: a wrong name, a wrong folder, or lines at a wrong depth."""
        if kind in IN_FOLDERS and not ID.fullmatch(id):
            if ID.fullmatch(meant := as_id(id)):
                self.unread[kind].add(meant)
            return Problem("bad-id", Spot(file), (id, True))
        if fitted and fitted[0] is not None and not any(data.get(name) in ({}, []) for name in _NEVER_EMPTY):
            return None
        if kind in IN_FOLDERS and (other := kind_by_keys(data.keys(), kind)):
            self.unread[other].add(id)
            return Problem("misplaced-file", Spot(file), (other, kind))
        if kind not in KINDS:
            return None
        model = KINDS[kind].model
        doubled = any(problem.rule == "duplicate-key" for problem in problems)
        in_folder = kind in IN_FOLDERS
        misplaced = wrong_depth(model, data, doubled=doubled) if in_folder else wrong_depth_in_register(model, data)
        if misplaced:
            where = Location(file, misplaced.path, "key")
            return Problem("wrong-indent", where, (misplaced.deep, misplaced.what, misplaced.inside))
        for one in fields_of(model) if kind in IN_FOLDERS else ():
            if one.part is not None and one.name in model.REQUIRED and data.get(one.key, "") in (None, {}, []):
                return Problem("missing-field", Location(file, (one.key,), "key"), (one.key, KINDS[kind].noun))
        return None

    def _repair_cut_texts(self, kind: str, source: SourceFile, data: object) -> None:
        """Report texts for readers that a comment cuts off, and continue with the text that was probably meant."""
        model = KINDS[kind].model if kind in KINDS else SiteSettings
        for path, meant, spot in cut_by_comments(source):
            if isinstance(role_at(model, path[1:] if kind in IN_REGISTERS else path), Words):
                above: Any = _at(data, path[:-1])
                shown = above[path[-1]]
                self.problems.append(Problem("text-cut-by-comment", spot, ("" if shown is None else str(shown),)))
                above[path[-1]] = meant

    def take_unread(self, path: str) -> None:
        """Record the ids that an unreadable file defines. A file with a wrong ending counts like one with the right
        ending, unless that file exists as well. For a whole folder the ids are unknown."""
        for kind in KINDS if path in (TREES, CONTENT) else ():
            if KINDS[kind].home.path.startswith(path):
                self.unread[kind].add("")
        meant = with_right_ending(path)
        found = kind_of(meant)
        if found is None:
            if meant == path or str(PurePosixPath(meant).relative_to(CONTENT)) not in self.pages:
                self._take_text(SourceFile(meant, ""))
            return
        kind, id = found
        if kind in IN_FOLDERS:
            self.unread[kind].add(id)
        elif meant == path or not self.entries.get(kind):
            self.unread_registers.add(kind)

    def translated(self, library: Library) -> Mapping[str, Translation]:
        """Parse the translations, compared with what there is to translate."""
        texts: dict[str, set[tuple[Step, ...]]] = {}
        for place in originals(library):
            if place.path:
                texts.setdefault(place.file, set()).add(place.path)
        languages: dict[str, _InLanguage] = {}
        for source in self.translations:
            here = languages.setdefault(language_of(source.path), _InLanguage())
            original = original_of(source.path)
            if source.path.endswith(".md"):
                self._report_if_empty(source)
                uri = original.removeprefix(f"{CONTENT}/")
                here.pages[uri], here.page_fields[uri] = source, self.front_matter(source)
                if library.whole and uri not in library.pages:
                    self.problems.append(not_there(source, original, [f"{CONTENT}/{uri}" for uri in library.pages]))
                continue
            if (known := _faultless_translation(source, frozenset(texts.get(original, ())))) is not None:
                here.texts.update(known)
                continue
            data, problems = read(source)
            # An empty translation file is fine: nothing is translated yet.
            self.problems += [problem for problem in problems if problem.rule != "empty-file"]
            if data is None:
                continue
            if original == f"{CONTENT}/{ABOUT}" and isinstance(data, dict):
                here.about = self._fitted(AboutLanguage, AboutLanguage.NOUN, source.path, (), data)
                continue
            found, problems = places_in(source, data, texts, whole=library.whole)
            self.problems += problems
            here.texts.update(self.translated_texts(source, found))
        return MappingProxyType(
            {
                language: Translation(here.texts, here.pages, here.page_fields, here.about)
                for language, here in languages.items()
            }
        )

    def translated_texts(
        self, source: SourceFile, found: Mapping[Place, dict[str, Any]]
    ) -> Iterator[tuple[Place, Translated]]:
        for place, value in found.items():
            yield place, self._fitted(Translated, Translated.NOUN, source.path, place.path, value)

    def _take_text(self, source: SourceFile) -> None:
        if is_translation(source.path):
            return
        path = PurePosixPath(source.path)
        if path.suffix == ".md" and path.is_relative_to(CONTENT):
            uri = str(path.relative_to(CONTENT))
            self.pages[uri] = source
            fields = _faultless_front_matter(source)
            self.page_fields[uri] = fields or self.front_matter(source)
        elif path.suffix == ".svg" and str(path.parent) == FIGURES:
            self.figures[path.stem] = source
        elif source.path == PERMALINKS:
            permalinks, problems = _permalinks(source)
            self.permalinks.update(permalinks)
            self.problems += problems

    def _report_if_empty(self, source: SourceFile) -> None:
        """Report an empty drawing, and a page on which readers would see nothing but its title."""
        is_page = source.path.endswith(".md")
        shown = parts_of_page(source.text).body.strip() if is_page else source.text
        if not shown and (is_page or source.path.endswith(".svg")):
            self.problems.append(Problem("empty-file", Spot(source.path), (bool(source.text.strip()),)))

    def front_matter(self, source: SourceFile) -> PageFields:
        page = parts_of_page(source.text)
        if not page.closed:
            self.problems.append(Problem("open-front-matter", Spot(source.path)))
        elif page.front is None and (late := late_front_matter(page.body)):
            line, column, mark = late
            self.problems.append(Problem("late-front-matter", Spot(source.path, line, column), (mark,)))
        if page.front is None:
            return PageFields()
        data, problems = read(SourceFile(source.path, page.front))
        if data is None:
            # Empty front matter counts as none, and is no fault.
            self.problems += [problem for problem in problems if problem.rule != "empty-file"]
            return PageFields()
        self.problems += problems
        if not isinstance(data, dict):
            self.problems.append(Problem("wrong-type", Location(source.path), (data, "mapping")))
            return PageFields()
        return self._fitted(PageFields, "page", source.path, (), data)

    def _take_register(self, kind: str, file: str, data: dict[str, Any]) -> None:
        for id, value in data.items():
            where = Location(file, (id,), "key")
            if not ID.fullmatch(id):
                self.problems.append(Problem("bad-id", where, (id,)))
                self.unread[kind] |= {id, as_id(id)} - {""}
            elif isinstance(value, dict):
                self.entries[kind][id] = self._entry(kind, file, (id,), value)
            else:
                self.problems.append(Problem("wrong-type", Location(file, (id,)), (value, "mapping")))
                self.unread[kind].add(id)

    def _entry(
        self,
        kind: str,
        file: str,
        prefix: tuple[Step, ...],
        data: dict[str, Any],
        fitted: tuple[Entry | None, list[Misfit]] | None = None,
    ) -> Entry:
        return self._fitted(KINDS[kind].model, KINDS[kind].noun, file, prefix, data, fitted)

    def _fitted(
        self,
        model: type[_Model],
        owner: str,
        file: str,
        prefix: tuple[Step, ...],
        data: dict[str, Any],
        fitted: tuple[_Model | None, list[Misfit]] | None = None,
    ) -> _Model:
        if issubclass(model, BibliographicSource):
            data = {key: value for key, value in data.items() if key not in model.others}
        wrong: set[tuple[Step, ...]] = set()
        entry, misfits = fitted or fit(model, data)
        if entry is None:
            entry = self._repaired(model, file, prefix, data, misfits, wrong)
        self.problems += _missing(owner, entry, file, prefix, wrong)
        bad = list(_bad_ids(entry, file, prefix))
        self.problems += bad
        return _with_good_ids(entry, bad, len(prefix)) if bad else entry

    def _repaired(
        self,
        model: type[_Model],
        file: str,
        prefix: tuple[Step, ...],
        data: dict[str, Any],
        misfits: list[Misfit],
        wrong: set[tuple[Step, ...]],
    ) -> _Model:
        """Report values that do not fit, leave them out, and make an entry of the rest for the other rules to judge."""
        mended = deepcopy(data)
        problems: dict[tuple[Step, ...], Misfit] = {}
        for misfit in misfits:
            problems.setdefault(_existing(data, misfit.path), misfit)
        # For a union, pydantic reports an error for each member; only the deepest ones are reported.
        above = {path[:length] for path in problems for length in range(len(path))}
        wrong.update(path for path in problems if path not in above)
        renamed = deepcopy(data)
        for path in sorted((path for path in problems if path in wrong), key=_deepest_last_first):
            problem = self._problem_of_value(model, file, prefix, path, data, problems[path])
            self.problems.append(problem)
            if problem.rule == "unknown-key" and (meant := problem.about[2]):
                owner: Any = _at(renamed, path[:-1])
                owner.setdefault(meant, owner.pop(path[-1]))
            else:
                _repair_value(renamed, path, problems[path].kind)
            _repair_value(mended, path, problems[path].kind)
        # With misspelt keys corrected, fewer follow-on faults are reported; but only if their values fit.
        return fit(model, renamed)[0] or fit(model, mended)[0] or model()

    def _problem_of_value(
        self,
        model: type[Entry],
        file: str,
        prefix: tuple[Step, ...],
        path: tuple[Step, ...],
        data: dict[str, Any],
        misfit: Misfit,
    ) -> Problem:
        value = _at(data, path)
        where = Location(file, prefix + path)
        owner = _model_at(model, path[:-1])
        if misfit.kind == "extra_forbidden":
            keys = [one.key for one in fields_of(owner)]
            meant = self._meant(owner, str(path[-1]), value, data)
            before = _before(_at(data, path[:-1]), path[-1])
            return Problem("unknown-key", Location(file, prefix + path, "key"), (str(path[-1]), keys, meant, before))
        if path and path[-1] == "reviewed":
            return Problem("reviewed-date", where, (value,))
        if value is None and path and path[-1] in owner.REQUIRED:
            noun = owner.NOUN if len(path) > 1 else _noun(file)
            return Problem("missing-field", Location(file, prefix + path, "key"), (str(path[-1]), noun))
        if misfit.kind == "literal_error":
            words = _QUOTED_WORD.findall(misfit.expected)
            return Problem("wrong-type", where, (value, "words", tuple(words)))
        if misfit.kind == "list_type" and _holds_mappings(owner, str(path[-1]) if path else ""):
            return Problem("wrong-type", where, (value, "lines"))
        either = _EXPECTED_UNION.get(str(path[-1])) if path and len(misfit.path) > len(path) else None
        return Problem("wrong-type", where, (value, either or _EXPECTED_TYPE.get(misfit.kind, "text")))

    def _meant(self, owner: type[Entry], key: str, value: object, data: dict[str, Any]) -> str:
        """The key that was probably meant by an unknown one; empty if unclear."""
        keys = [one.key for one in fields_of(owner)]
        plain = as_key(key)
        if plain in keys:
            return plain
        if cased := next((one for one in keys if one.lower() == plain.lower()), ""):
            return cased
        meant = owner.MEANT.get(plain.lower())
        if meant is None:
            return nearest_name(plain, keys)
        own = data.get("questions")
        if meant in ("", *TARGETS) and isinstance(value, str) and "outcome" in keys:
            in_tree = "question" if isinstance(own, dict) and value in own else ""
            meant = in_tree or next((kind for kind in TARGETS if value in self.named.get(kind, ())), meant)
        return meant if meant in keys else ""


def _holds_mappings(owner: type[Entry], key: str) -> bool:
    """Whether a field is a list of mappings without a model, such as the answers of a case."""
    one = next((one for one in fields_of(owner) if one.key == key), None)
    if one is None:
        return False
    item = next(iter(getattr(owner.model_fields[one.name].annotation, "__args__", ())), None)
    return getattr(item, "__origin__", None) is dict


def _noun(file: str) -> str:
    """The noun for the entries of a file in messages."""
    found = kind_of(file)
    return KINDS[found[0]].noun if found and found[0] in KINDS else "page"


def _before(items: object, key: Step) -> object:
    """The value before a key in a mapping, if it is a number or an empty text; else None."""
    if not isinstance(items, dict):
        return None
    keys = list(items)
    number = items.get(keys[keys.index(key) - 1]) if keys.index(key) else None
    return number if number == "" or (isinstance(number, int) and not isinstance(number, bool)) else None


_Some = TypeVar("_Some", bound=Entry)


def _with_good_ids(entry: _Some, problems: list[Problem], skipped: int) -> _Some:
    """An entry with misspelt ids of its parts corrected, so that references to them are found."""
    data = entry.model_dump(by_alias=True, exclude_unset=True, mode="python")
    _dates_as_text(data)
    for problem in problems:
        if not isinstance(problem.at, Location) or problem.at.of != "key":
            continue
        *above, id = problem.at.path[skipped:]
        # Nothing in an entry refers to ids at a deeper level.
        if len(above) != 1:
            continue
        owner: Any = _at(data, tuple(above))
        meant = as_id(str(id))
        if ID.fullmatch(meant) and meant not in owner:
            renamed = {(meant if key == id else key): value for key, value in owner.items()}
            owner.clear()
            owner.update(renamed)
            _rename(data, str(id), meant)
    return fit(type(entry), data)[0] or entry


def _rename(tree: dict[str, Any], id: str, meant: str) -> None:
    """Change the references to a question in its tree from one id to another."""
    if tree.get("start") == id:
        tree["start"] = meant
    for question in tree.get("questions", {}).values():
        for choice in question.get("choices", {}).values():
            if choice.get("question") == id:
                choice["question"] = meant


def _dates_as_text(value: object) -> None:
    """Turn dates back into strings as an author writes them, at any depth."""
    if isinstance(value, (dict, list)):
        for key, item in list(value.items() if isinstance(value, dict) else enumerate(value)):
            if isinstance(item, date):
                value[key] = item.isoformat()
            _dates_as_text(item)


def _existing(data: object, path: tuple[Step, ...]) -> tuple[Step, ...]:
    """A path without the steps that pydantic adds for the members of a union, which are not in the data."""
    steps: list[Step] = []
    for step in path:
        if (isinstance(data, dict) and step in data) or (isinstance(data, list) and isinstance(step, int)):
            steps.append(step)
            data = _within(data, step)
    return tuple(steps)


def _at(data: object, path: tuple[Step, ...]) -> object:
    for step in path:
        data = _within(data, step)
    return data


def _within(data: object, step: Step) -> object:
    """The value in a mapping at a key, or in a list at an index."""
    if isinstance(data, list) and isinstance(step, int):
        return data[step]
    return data[step] if isinstance(data, dict) else None


def _repair_value(data: dict[str, Any], path: tuple[Step, ...], problem: str) -> None:
    """Remove a value, or replace it by one that other values can still refer to."""
    if not path:
        return
    owner: Any = _at(data, path[:-1])
    key = path[-1]
    if problem == "model_type":
        owner[key] = {}
    elif problem == "string_type" and isinstance(owner[key], (bool, int, float)):
        owner[key] = str(owner[key])
    else:
        del owner[key]


def _deepest_last_first(path: tuple[Step, ...]) -> tuple[int, list[int]]:
    return -len(path), [-step if isinstance(step, int) else 0 for step in path]


def _model_at(model: type[Entry], path: tuple[Step, ...]) -> type[Entry]:
    """The nested model at the end of a path of keys and indexes."""
    for step in path:
        model = parts_of(model).get(str(step), model)
    return model


def _missing(
    owner: str, entry: Entry, file: str, path: tuple[Step, ...], wrong: set[tuple[Step, ...]]
) -> Iterator[Problem]:
    if () in wrong:
        return
    for name in entry.REQUIRED:
        value = getattr(entry, name)
        # A red flag that no gate asks has no places, but `shown_at` for warnings.
        shown = name == "places" and getattr(entry, "shown_at", None) is not None
        empty = value in (None, "") or (value in ({}, []) and name in _NEVER_EMPTY and not shown)
        if (empty or name not in entry.model_fields_set) and (name,) not in wrong:
            is_there = name in entry.model_fields_set and value is None
            yield Problem("missing-field", Location(file, (*path, name), "key" if is_there else "value"), (name, owner))
    for one in _fields_with_parts(type(entry)):
        # Only fields that are set can lack something, and there are very many choices.
        if one.name not in entry.model_fields_set:
            continue
        value = getattr(entry, one.name)
        if one.part is Question and not wrong and all(map(_is_complete, value.values())):
            continue
        for steps, part in parts(value, (one.key,)):
            below = {step[len(steps) :] for step in wrong if step[: len(steps)] == steps} if wrong else wrong
            yield from _missing(part.NOUN, part, file, (*path, *steps), below)


def _is_complete(question: Question) -> bool:
    """A quick pre-check, without false negatives, for required fields that a question or a choice lacks."""
    return bool(question.ask and question.choices) and all(choice.text for choice in question.choices.values())


def _bad_ids(entry: Entry, file: str, path: tuple[Step, ...]) -> Iterator[Problem]:
    fields = vars(entry)
    for one in _fields_with_parts(type(entry)):
        value = fields[one.name]
        for steps, part in parts(value, (one.key,)):
            if isinstance(value, dict) and not _is_id(key := str(steps[-1])):
                yield Problem("bad-id", Location(file, (*path, *steps), "key"), (key,))
            # Fast path: there are very many choices, and they have no nested ids.
            if not isinstance(part, Question) or not all(map(_is_id, (*part.choices, *part.aliases))):
                yield from _bad_ids(part, file, (*path, *steps))
    for index, alias in enumerate(fields.get("aliases", ())):
        if not _is_id(alias):
            yield Problem("bad-id", Location(file, (*path, "aliases", index)), (alias,))


@cache
def _fields_with_parts(model: type[Entry]) -> tuple[FieldOf, ...]:
    return tuple(one for one in fields_of(model) if one.part is not None)


@cache
def _is_id(name: str) -> bool:
    # Cached: the choices of very many questions have the same few ids.
    return ID.fullmatch(name) is not None
