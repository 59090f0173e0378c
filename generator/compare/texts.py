"""Finds every text that differs between two libraries, line by line, and how much each change weighs.

Which fields are compared, and with which weight, is declared by the fields of each kind (`Weighs`), so a new kind is
compared without any change here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from generator.analyse.translations import in_language, progress
from generator.compare.lines import LineChange, aligned, bare_line, keys, lines, shown
from generator.compare.renames import Renames, by_words, counterparts
from generator.compare.swaps import moved_words
from generator.compare.word_diff import MARKS, Mark, Run, WordDiff, WordDiffer
from generator.core.kinds import IN_FOLDERS, IN_REGISTERS, KINDS, file_of
from generator.core.kinds.kind import Entry, FieldOf, Weight, Words, fields_of
from generator.core.kinds.tree import Choice, Question
from generator.core.library import Library, texts_for_readers, title_of
from generator.core.markup import plain
from generator.core.page_fields import parts as parts_of_page
from generator.core.page_text import page_title
from generator.core.project import SITE
from generator.core.source import Step
from generator.core.translation import Place, translation_of

PAGE, SITE_FILE = "page", "site"
What = Literal["changed", "gone", "new", "moved", "form"]
# New and removed entries of these kinds are reported in a note that already quotes this field.
_QUOTED_IN_NOTES = {"red-flag": "text", "care-level": "title"}


@dataclass(frozen=True, slots=True)
class TextChange:
    """One line of a text that differs.

    Attributes:
        kind: of its entry; "page" for an ordinary page, "site" for the site settings.
        id: of its entry; for a page, its path under `content/`.
        file: relative to the project.
        title: of its entry, as written.
        path: the keys and indexes that lead to it in the version after, or before if it is gone; empty for the body of
            a page.
        weight: of its field.
        what: "moved" for a line that changed its position among its siblings, "form" for the same words with other
            capitals, quotation marks, emphasis or citations.
    """

    kind: str
    id: str
    file: str
    title: str
    path: tuple[Step, ...]
    weight: Weight
    what: What
    diff: WordDiff

    @property
    def acted_on(self) -> bool:
        """Whether readers may act differently because of it."""
        if self.what == "form" or self.weight == "record":
            return False
        return self.weight == "act" or any(mark.kind != "joint" for mark in self.diff.marks)


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry with its own file, or a page, that is new or gone as a whole.

    Attributes:
        texts: its number of texts for readers.
        weight: the greatest weight among them.
        care: its care level, if any.
    """

    kind: str
    id: str
    file: str
    title: str
    what: Literal["gone", "new"]
    texts: int
    weight: Weight
    care: str | None

    @property
    def acted_on(self) -> bool:
        """Whether it contains text that readers act on."""
        return self.weight == "act"


def texts(before: Library, after: Library, renames: Renames) -> tuple[tuple[TextChange, ...], tuple[EntryChange, ...]]:
    """Compare all texts. Returns the changed lines, those with marked words first, and the entries that are new or
    gone."""
    comparer = _Texts(before, after, renames)
    changes: list[TextChange] = []
    entries: list[EntryChange] = []
    for kind in KINDS:
        changes += comparer.entries(kind, entries)
    changes += comparer.pages(entries)
    changes += comparer.fields(_Owner(SITE_FILE, "", SITE, SITE), before.site, after.site)
    return _most_important_first(changes, after), tuple(entries)


def texts_in(
    language: str, before: Library, after: Library, renames: Renames, originals: Iterable[TextChange]
) -> tuple[TextChange, ...]:
    """Compare the texts of a language into which both versions are translated.

    Args:
        language: a language that both versions are translated into.
        before: the original of the version before.
        after: the original of the version after.
        renames: maps ids of the version before to those of the version after.
        originals: the changes of the original. A change is not repeated for a translation that does not cover it yet.
    """
    changes, _ = texts(in_language(before, language), in_language(after, language), renames)
    behind = {place for side in (before, after) for place in _without_translation(side, language)}
    known: dict[tuple[str, tuple[Step, ...]], list[WordDiff]] = {}
    for one in originals:
        known.setdefault((one.file, one.path), []).append(one.diff)
    return tuple(
        replace(one, file=translation_of(one.file, language))
        for one in changes
        if (found := known.get((one.file, one.path))) is None
        or not (one.diff in found or any(_is_in(one, place) for place in behind))
    )


def _without_translation(library: Library, language: str) -> Iterator[Place]:
    found = progress(library, language)
    yield from (*found.stale, *found.missing)


def _is_in(change: TextChange, place: Place) -> bool:
    """Whether a place is inside the text that a change is about."""
    path = (change.id, *change.path) if change.kind in IN_REGISTERS else change.path
    return place.file == change.file and place.path[: len(path)] == path


def differ_of(library: Library) -> WordDiffer:
    """A differ for the language of a library; it marks the titles of its care levels as well."""
    return WordDiffer(library.site.review_words, (plain(level.title) for level in library.care_levels.values()))


@dataclass(frozen=True, slots=True)
class _Owner:
    kind: str
    id: str
    file: str
    title: str
    # The entry's id before; needed to look up renamed questions of a tree.
    before: str = ""


class _Texts:
    def __init__(self, before: Library, after: Library, renames: Renames) -> None:
        self._before = before
        self._after = after
        self._renames = renames
        self._differ = differ_of(after)

    def entries(self, kind: str, whole: list[EntryChange]) -> Iterator[TextChange]:
        """The changes in entries of a kind; appends those that are new or gone as a whole to `whole`."""
        was, now = self._before.entries[kind], self._after.entries[kind]
        pairs = self._pairs(kind)
        for old, new in pairs.items():
            if was[old] is not now[new] and was[old] != now[new]:
                yield from self.fields(
                    _Owner(kind, new, file_of(kind, new), title_of(kind, now[new]), old), was[old], now[new]
                )
        known = set(pairs.values())
        for what, id, entry in (
            *(("gone", id, entry) for id, entry in was.items() if id not in pairs),
            *(("new", id, entry) for id, entry in now.items() if id not in known),
        ):
            if kind in IN_FOLDERS:
                whole.append(_whole(kind, id, entry, "new" if what == "new" else "gone"))
                continue
            owner = _Owner(kind, id, file_of(kind, id), title_of(kind, entry), id)
            told = _QUOTED_IN_NOTES.get(kind)
            found = self.fields(owner, None, entry) if what == "new" else self.fields(owner, entry, None)
            yield from (one for one in found if one.path != (told,))

    def _pairs(self, kind: str) -> Mapping[str, str]:
        known = {
            "tree": self._renames.trees,
            "outcome": self._renames.outcomes,
            "care-level": self._renames.levels,
            "red-flag": self._renames.flags,
        }
        if kind in known:
            return known[kind]
        was, now = self._before.entries[kind], self._after.entries[kind]
        if "aliases" in KINDS[kind].model.model_fields:
            return counterparts(was, now)
        return by_words(*({id: title_of(kind, entry) for id, entry in side.items()} for side in (was, now)))

    def pages(self, whole: list[EntryChange]) -> Iterator[TextChange]:
        """The changes in ordinary pages; appends those that are new or gone as a whole to `whole`."""
        was, now = self._before.pages, self._after.pages
        for path in sorted({*was, *now}):
            page = now.get(path) or was[path]
            title = page_title(page.text, path)
            if path not in was or path not in now:
                number = len(lines(parts_of_page(page.text).body))
                what: Literal["gone", "new"] = "new" if path in now else "gone"
                whole.append(EntryChange(PAGE, path, page.path, title, what, number, "act", None))
            elif was[path].text != now[path].text:
                owner = _Owner(PAGE, path, page.path, title)
                yield from self.fields(owner, self._before.page_fields[path], self._after.page_fields[path])
                bodies = [[parts_of_page(side[path].text).body] for side in (was, now)]
                yield from self._values(owner, (), "act", *bodies, markdown=True)

    def fields(
        self, owner: _Owner, old: Entry | None, new: Entry | None, path: tuple[Step, ...] = ()
    ) -> Iterator[TextChange]:
        """The changes between two versions of an entry or a part of one; None for a version that does not exist."""
        entry = old if new is None else new
        for one in fields_of(type(entry)) if entry is not None else ():
            was, now = (getattr(side, one.name) if side else None for side in (old, new))
            # A default value is neither new nor gone together with its part.
            unwritten = one.weight is None and one.name not in entry.model_fields_set if entry else False
            if was == now or (unwritten and None in (old, new)):
                continue
            if one.part is not None:
                yield from self._parts(owner, one, was, now, (*path, one.key), old, new)
            elif one.compared is not None:
                values = _texts_of(was), _texts_of(now)
                yield from self._values(
                    owner, (*path, one.key), one.compared, *values, markdown=isinstance(one.role, Words)
                )

    def _parts(
        self,
        owner: _Owner,
        field: FieldOf,
        was: object,
        now: object,
        path: tuple[Step, ...],
        old: Entry | None,
        new: Entry | None,
    ) -> Iterator[TextChange]:
        for before, after, step in self._paired(owner, field, was, now, old, new):
            inside = self.fields(owner, before, after, path if step is None else (*path, step))
            # New and removed answers of a question are reported together with where they lead.
            told = (
                isinstance(old, Question)
                and isinstance(new, Question)
                and ((before is None and step not in old.choices) or (after is None and step not in new.choices))
            )
            yield from (one for one in inside if not (told and one.path[-1] == "text"))

    def _paired(
        self, owner: _Owner, field: FieldOf, was: object, now: object, old: Entry | None, new: Entry | None
    ) -> Iterator[tuple[Entry | None, Entry | None, Step | None]]:
        """The parts that belong together, each with its key or index, in the order of the version after."""
        if isinstance(was, dict) or isinstance(now, dict):
            olds, news = (side if isinstance(side, dict) else {} for side in (was, now))
            pairs: Mapping[str, str] = {id: id for id in olds if id in news}
            if field.part is Question:
                pairs = self._renames.questions.get(owner.before, pairs) if olds and news else {}
            elif field.part is Choice and isinstance(old, Question) and isinstance(new, Question):
                moved = moved_words(old, new, self._differ)
                taken = set(moved.values())
                pairs = {**{id: id for id in pairs if id not in moved and id not in taken}, **moved}
            back = {id: before for before, id in pairs.items()}
            yield from ((olds.get(back.get(id, "")), part, id) for id, part in news.items())
            yield from ((part, None, id) for id, part in olds.items() if id not in pairs)
        elif isinstance(was, list) or isinstance(now, list):
            yield from _in_order(was if isinstance(was, list) else [], now if isinstance(now, list) else [])
        else:
            yield (was if isinstance(was, Entry) else None), (now if isinstance(now, Entry) else None), None

    def _values(
        self,
        owner: _Owner,
        path: tuple[Step, ...],
        weight: Weight,
        was: Sequence[str],
        now: Sequence[str],
        *,
        markdown: bool,
    ) -> Iterator[TextChange]:
        if not markdown:
            sides = [[bare_line(", ".join(side))] if side else [] for side in (was, now)]
        else:
            sides = [[line for text in side for line in lines(text)] for side in (was, now)]
        changes = aligned(*sides)
        for change in changes:
            yield self._change(owner, path, weight, change)
        if not changes and markdown:
            forms = [[line for text in side for line in lines(text, form=True)] for side in (was, now)]
            for change in aligned(*forms):
                diff = self._differ.compare(change.before or (), change.after or ())
                yield _made(owner, path, weight, "form", WordDiff(diff.was, diff.now, ()))

    def _change(self, owner: _Owner, path: tuple[Step, ...], weight: Weight, change: LineChange) -> TextChange:
        before, after = change.before, change.after
        if before is not None and after is not None:
            if keys(before) == keys(after):
                whole = (Run("same", shown(after)),)
                return _made(owner, path, weight, "moved", WordDiff(whole, whole, ()))
            return _made(owner, path, weight, "changed", self._differ.compare(before, after))
        if after is not None:
            return _made(
                owner, path, weight, "new", WordDiff((), (Run("new", shown(after)),), self._differ.marks_of(after))
            )
        line = before or ()
        gone = tuple(Mark(mark.kind, mark.new, ()) for mark in self._differ.marks_of(line))
        return _made(owner, path, weight, "gone", WordDiff((Run("gone", shown(line)),), (), gone))


def _made(owner: _Owner, path: tuple[Step, ...], weight: Weight, what: What, diff: WordDiff) -> TextChange:
    return TextChange(owner.kind, owner.id, owner.file, owner.title, path, weight, what, diff)


def _texts_of(value: object) -> list[str]:
    """A value as a list of texts; booleans, numbers and mappings as an author writes them."""
    match value:
        case None | "":
            return []
        case bool():
            return [str(value).lower()]
        case list():
            return [text for one in value for text in _texts_of(one)]
        case dict():
            return [f"{key}: {', '.join(_texts_of(one))}" for key, one in value.items()]
        case _:
            return [str(value)]


def _in_order(was: list[Entry], now: list[Entry]) -> Iterator[tuple[Entry | None, Entry | None, Step]]:
    """The items of two lists that belong together: equal names first, then equal positions in the gaps between."""
    matcher = SequenceMatcher(None, list(map(_name, was)), list(map(_name, now)), autojunk=False)
    for _, a, b, c, d in matcher.get_opcodes():
        for place in range(max(b - a, d - c)):
            before = was[a + place] if a + place < b else None
            after = now[c + place] if c + place < d else None
            yield before, after, (c if after is not None else a) + place


def _name(part: Entry) -> str:
    """The name of a part: its first field."""
    return str(getattr(part, fields_of(type(part))[0].name))


def _whole(kind: str, id: str, entry: Entry, what: Literal["gone", "new"]) -> EntryChange:
    number = sum(1 for _ in texts_for_readers(entry))
    care = getattr(entry, "care", None)
    return EntryChange(kind, id, file_of(kind, id), title_of(kind, entry), what, number, _weight(type(entry)), care)


def _weight(model: type[Entry]) -> Weight:
    weights = {one.compared for one in fields_of(model)}
    return "act" if "act" in weights else "explain" if "explain" in weights else "record"


def _most_important_first(changes: Iterable[TextChange], library: Library) -> tuple[TextChange, ...]:
    """The changes grouped by entry: those with the most important marked words first, then by urgency of the care
    level."""
    order = {kind: place for place, kind in enumerate((*KINDS, PAGE, SITE_FILE))}
    urgency = {level: place for place, level in enumerate(library.care_levels)}
    found = []
    for (kind, id), group in groupby(changes, key=lambda one: (one.kind, one.id)):
        own = tuple(group)
        marks = [MARKS.index(mark.kind) for one in own if one.acted_on for mark in one.diff.marks]
        entry = library.entries.get(kind, {}).get(id)
        level = id if kind == "care-level" else getattr(entry, "care", None)
        found.append(((min(marks, default=len(MARKS)), urgency.get(level or "", len(urgency)), order[kind]), own))
    found.sort(key=lambda one: one[0])
    return tuple(one for _, own in found for one in own)
