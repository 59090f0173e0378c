"""Wording that the text and Markdown reports of a comparison share."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from generator.analyse.gate import NO, UNSURE, question_id
from generator.analyse.guide import gate_answers
from generator.analyse.routes import Ending
from generator.compare.libraries import Comparison, GuideChange
from generator.compare.new_guides import NewGuide
from generator.compare.note import Note
from generator.compare.routes import Move, SharedAnswer, SharedQuestion
from generator.compare.texts import PAGE, SITE_FILE, EntryChange, TextChange
from generator.core.kinds import KINDS, file_of
from generator.core.kinds.kind import Entry, fields_of
from generator.core.kinds.tree import Question
from generator.core.library import Library, texts_for_readers
from generator.core.markup import plain
from generator.core.settings import SiteSettings
from generator.core.text import count, listing

_GUIDES = 6
# At most this many files are named; the rest are counted.
_FILES = 20
_NOTHING = "No answer leads elsewhere"
_NOUNS = {PAGE: "page", SITE_FILE: "words of the site"}
_KINDS_OF_MARKS = {"joint": "joining word"}


@dataclass(frozen=True, slots=True)
class MergedMove:
    """The same move, merged over all guides in which it occurs.

    Attributes:
        move: with the paths of all guides, the shortest answers of any guide, and the decisive answers of all.
        shown: the guide whose answers are shown.
        guides: each guide with its number of paths.
    """

    move: Move
    shown: GuideChange
    guides: tuple[tuple[GuideChange, int], ...]


def merged_moves(comparison: Comparison) -> list[MergedMove]:
    """Every move once, worst first."""
    found: dict[tuple[Ending, Ending], list[tuple[GuideChange, Move]]] = {}
    for guide in comparison.guides:
        for move in guide.moves:
            found.setdefault((move.before, move.after), []).append((guide, move))
    merged = []
    for made in found.values():
        guide, shortest = min(made, key=lambda one: len(one[1].answers))
        by: dict[SharedAnswer, int] = {}
        for _, move in made:
            for answer, paths in move.by:
                by[answer] = by.get(answer, 0) + paths
        most_first = tuple(sorted(by.items(), key=lambda one: -one[1]))
        whole = replace(shortest, paths=sum(by.values()), by=most_first)
        merged.append(MergedMove(whole, guide, tuple((guide, move.paths) for guide, move in made)))
    return sorted(
        merged, key=lambda turn: comparison.urgency.severity_key(turn.move.before, turn.move.after, turn.move.paths)
    )


class Names:
    """Titles and texts of what is compared: from the version after, or from the version before if it is gone."""

    def __init__(self, comparison: Comparison) -> None:
        self.after = comparison.after
        self._before = comparison.before
        self._after = comparison.after
        renames = comparison.renames
        self._trees = {new: old for old, new in renames.trees.items()}
        self._ids = {(tree, new): old for tree, same in renames.questions.items() for old, new in same.items()}

    def guide(self, guide: GuideChange) -> str:
        """The title of a guide."""
        library = self._after if guide.after else self._before
        return plain(library.trees[guide.tree].title) or guide.tree

    def question(self, asked: SharedQuestion) -> str:
        """The text of a question."""
        if asked.gate:
            level = asked.question.removeprefix(question_id(""))
            title = self._level(self._after, level) or self._level(self._before, level) or level
            return f"Warning signs ({title}): do any of these apply to you?"
        asks = (plain(question.ask) for question in self._questions(asked))
        return next(asks, "") or asked.question

    def answer(self, answer: SharedAnswer) -> str:
        """The text of an answer."""
        asked, choice = answer
        if asked.gate:
            if choice in (NO, UNSURE):
                return plain(gate_answers(self._after)[choice])
            flags = (library.red_flags.get(choice) for library in (self._after, self._before))
            return next((plain(flag.text) for flag in flags if flag), choice)
        choices = (question.choices.get(choice) for question in self._questions(asked))
        texts = (plain(one.text) for one in choices if one)
        return next(texts, "") or choice

    def steps(self, answers: Iterable[SharedAnswer]) -> Iterator[tuple[str, str]]:
        """Question and answer for each step; consecutive "no red flag" answers are one step."""
        for no_sign, run in groupby(answers, key=lambda one: one[0].gate and one[1] == NO):
            if no_sign:
                yield "Warning signs", "None"
            else:
                yield from ((self.question(answer[0]), self.answer(answer)) for answer in run)

    def outcome(self, move: Move, when: str) -> str:
        """The title of the outcome before (`when` is "before") or after a move."""
        library, end = (self._before, move.before) if when == "before" else (self._after, move.after)
        if end.outcome in library.outcomes:
            return plain(library.outcomes[end.outcome].title) or end.outcome
        return f"Warning sign: {self._level(library, end.care) or end.outcome}"

    def care(self, move: Move, when: str) -> str | None:
        """The title of the care level before or after a move; None if there is none."""
        library, end = (self._before, move.before) if when == "before" else (self._after, move.after)
        return self._level(library, end.care) or end.care if end.care else None

    def ending(self, end: Ending) -> str:
        """The title of an outcome of the version after."""
        known = self._after.outcomes.get(end.outcome)
        return (plain(known.title) if known else "The card of its warning signs") or end.outcome

    def level(self, level: str | None) -> str:
        """The title of a care level of the version after."""
        return self._level(self._after, level) or level or "No level of care"

    def _level(self, library: Library, level: str | None) -> str:
        known = library.care_levels.get(level or "")
        return plain(known.title) if known else ""

    def _questions(self, asked: SharedQuestion) -> Iterator[Question]:
        """The question in the version after, then in the version before, where it exists."""
        tree, id, _ = asked
        if tree in self._after.trees and id in self._after.trees[tree].questions:
            yield self._after.trees[tree].questions[id]
        tree = self._trees.get(tree, tree)
        id = self._ids.get((tree, id), id)
        if tree in self._before.trees and id in self._before.trees[tree].questions:
            yield self._before.trees[tree].questions[id]


def headline(comparison: Comparison) -> str:
    """One sentence: how many paths lead elsewhere, and whether there is text to read."""
    ways = _ways(comparison)
    number = words_to_read(comparison)
    if not number:
        other = "only other words changed" if comparison.texts or comparison.entries else ""
        other = other or ("other files changed" if comparison.files else "")
        return f"{ways}; {other}" if other and ways == _NOTHING else ways
    read = f"{count(number, 'change')} of words that readers act on: please read"
    return read if ways == _NOTHING else f"{ways}; {read}"


def words_to_read(comparison: Comparison) -> int:
    """The number of changes listed under the second headline."""
    return len(notes_to_read(comparison)) + len(entries_to_read(comparison)) + len(comparison.new_guides) + sum(
        one.acted_on for one in comparison.texts
    )  # fmt: skip


def _ways(comparison: Comparison) -> str:
    less = sum(guide.less_urgent for guide in comparison.guides)
    if less:
        guides = sum(bool(guide.less_urgent) for guide in comparison.guides)
        return f"{count(less, 'path')} in {count(guides, 'guide')} now {_ends(less)} with less urgent care"
    if any(not guide.exhaustive for guide in comparison.guides):
        return "Not everything could be compared"
    if comparison.less_urgent:
        return "Something may now lead to less urgent care"
    moved = sum(move.paths for guide in comparison.guides for move in guide.moves)
    if moved:
        guides = sum(bool(guide.moves) for guide in comparison.guides)
        number = f"{count(moved, 'path')} in {count(guides, 'guide')}"
        return f"{number} now {_ends(moved)} elsewhere, not with less urgent care"
    return _NOTHING


def urgent_notes(comparison: Comparison) -> tuple[list[Note], list[Note]]:
    """The notes on less urgent care, in two lists: those on cases and red flags, which come first, and the others.

    Cases with another ending are in the first list, whatever the ending.
    """
    moved = [
        note for note in comparison.notes if not note.less_urgent and (note.thing, note.kind) == ("case", "changed")
    ]
    loud = [note for note in comparison.notes if note.less_urgent]
    first = ("case", "red-flag")
    return [
        *(note for note in loud if note.thing in first),
        *moved,
    ], [note for note in loud if note.thing not in first]


def notes_to_read(comparison: Comparison) -> list[Note]:
    """The notes under the second headline: on new, gone, swapped or moved texts that readers act on, and on lost
    addresses."""
    return [note for note in comparison.notes if note.is_to_be_read]


def entries_to_read(comparison: Comparison) -> list[EntryChange]:
    """Entries that are new or gone as a whole and contain text that readers act on; new guides are reported
    separately."""
    new = {guide.tree for guide in comparison.new_guides}
    return [one for one in comparison.entries if one.acted_on and not (one.kind == "tree" and one.id in new)]


def other_notes(comparison: Comparison) -> list[Note]:
    """The notes about neither less urgent care nor text to read, except what is reported elsewhere."""
    told = {*urgent_notes(comparison)[0], *notes_to_read(comparison)}
    return [
        note
        for note in comparison.notes
        if not note.less_urgent
        and note not in told
        and not (note.kind in ("new", "gone") and note.thing in ("guide", "outcome"))
    ]


def files(comparison: Comparison, quote: Callable[[str], str]) -> str:
    """A sentence on the other files that differ; empty if there are none."""
    more = f" and {count(len(comparison.files) - _FILES, 'other file')}" if len(comparison.files) > _FILES else ""
    named = ", ".join(quote(path) for path in comparison.files[:_FILES])
    return f"Also changed, and not compared here: {named}{more}." if named else ""


def of_entries(changes: Iterable[TextChange]) -> Iterator[list[TextChange]]:
    """The changes grouped by entry."""
    return (list(own) for _, own in groupby(changes, key=lambda one: (one.kind, one.id)))


def entry_of(changes: list[TextChange]) -> str:
    """The title of the entry whose texts changed, or its id if the title itself changed."""
    one = changes[0]
    title = KINDS[one.kind].title if one.kind in KINDS else "title"
    return one.id if any(change.path == (title,) for change in changes) else plain(one.title) or one.id


def noun(kind: str) -> str:
    """The noun for a kind of entry."""
    return _NOUNS.get(kind) or KINDS[kind].noun


def place_of(change: TextChange, quote: Callable[[str], str]) -> str:
    """The place of a text in its entry, such as "question `rest`, choice `a-lot`, `text`"."""
    model: type[Entry] | None = KINDS[change.kind].model if change.kind in KINDS else None
    model = SiteSettings if change.kind == SITE_FILE else model
    said: list[str] = []
    inside: type[Entry] | None = None
    for step in change.path:
        if inside is not None:
            noun, model, inside = inside.NOUN, inside, None
            if isinstance(step, str) and any(one.key == step for one in fields_of(model)):
                said.append(quote(step))
            else:
                said[-1] = f"{noun} {quote(step) if isinstance(step, str) else step + 1}"
            continue
        said.append(quote(str(step)))
        found = next((one for one in fields_of(model) if one.key == step), None) if model else None
        inside = found.part if found else None
    return ", ".join(said)


def marks(change: TextChange, quote: Callable[[str], str], strong: Callable[[str], str]) -> str:
    """The marked words that were removed or added, by kind; empty if there are none."""
    found = []
    for mark in change.diff.marks:
        gone, new, moved = (", ".join(dict.fromkeys(map(quote, side))) for side in (mark.gone, mark.new, mark.moved))
        ways = [f"{gone} → {new}"] if gone and new else [f"{gone} gone"] if gone else [f"{new} new"] if new else []
        ways += [f"{moved} elsewhere in it"] if moved else []
        found.append(f"{strong(_KINDS_OF_MARKS.get(mark.kind, mark.kind))} {', '.join(ways)}")
    return "; ".join(found)


def whole_entry(entry: EntryChange, comparison: Comparison, quote: Callable[[str], str]) -> str:
    """A sentence on an entry that is new or gone as a whole."""
    level = comparison.after.care_levels.get(entry.care or "") or comparison.before.care_levels.get(entry.care or "")
    care = f" ({quote(plain(level.title) or str(entry.care))})" if level else ""
    texts = count(entry.texts, "text")
    last = f"{texts} to read" if entry.what == "new" else f"it had {texts}"
    return f"{entry.what.capitalize()} {noun(entry.kind)} {quote(plain(entry.title) or entry.id)}{care}: {last}"


@dataclass(frozen=True, slots=True)
class GuideFacts:
    """What is shown first about a new guide.

    Attributes:
        texts: the number of its texts for readers, as a phrase.
        endings: each care level with the titles of the outcomes, the most urgent first.
        signs: the texts of the red flags that its gate asks about.
        cases: each case with the title of its ending.
        without_unsure: its questions without an answer for readers who are not sure.
    """

    title: str
    file: str
    texts: str
    endings: tuple[tuple[str, tuple[str, ...]], ...]
    signs: tuple[str, ...]
    cases: tuple[tuple[str, str], ...]
    without_unsure: tuple[str, ...]


def guide_facts(guide: NewGuide, names: "Names") -> GuideFacts:
    """What is shown first about a new guide, with titles instead of ids."""
    library = names.after
    tree = library.trees[guide.tree]
    levels = [
        (level, tuple(names.ending(end) for end in ends))
        for level, ends in groupby(guide.endings, key=lambda end: names.level(end.care))
    ]
    return GuideFacts(
        title=plain(tree.title) or guide.tree,
        file=file_of("tree", guide.tree),
        texts=f"{count(sum(1 for _ in texts_for_readers(tree)), 'text')} to read",
        endings=tuple(levels),
        signs=tuple(plain(library.red_flags[id].text) or id for id in guide.signs),
        cases=tuple(
            (plain(library.cases[id].title) or id, f"{names.level(end.care)}: {names.ending(end)}" if end else "")
            for id, end in guide.cases
        ),
        without_unsure=tuple(plain(tree.questions[id].ask) or id for id in guide.without_unsure),
    )


def _ends(number: int) -> str:
    return "ends" if number == 1 else "end"


def where(turn: MergedMove, names: Names, quote: Callable[[str], str]) -> str:
    """The guides in which a move occurs, with the number of paths in each."""
    number = _GUIDES if len(turn.guides) > _GUIDES + 1 else len(turn.guides)
    shown = [f"{paths:,} in {quote(names.guide(guide))}" for guide, paths in turn.guides[:number]]
    others = turn.guides[number:]
    if others:
        shown.append(f"{sum(paths for _, paths in others):,} in {count(len(others), 'other guide')}")
    return listing(shown)


def numbers(guide: GuideChange, quote: Callable[[str], str]) -> str:
    """The number of paths through a guide, before and after."""
    if guide.before is None:
        return f"new, {count(guide.paths_after, 'path')}"
    if guide.after is None:
        return f"gone, had {count(guide.paths_before, 'path')}"
    said = f"{guide.paths_before:,} paths before, {guide.paths_after:,} after"
    if guide.kept is None:
        return said + "; too different to compare answer by answer"
    if not guide.exhaustive:
        return f"at most {said}"
    gone, new = guide.paths_before - guide.kept, guide.paths_after - guide.kept
    if guide.before != guide.after:
        said = f"it was called {quote(guide.before)}; {said}"
    return said + (f" ({gone:,} gone, {new:,} new)" if gone or new else "")


def has_changed(guide: GuideChange) -> bool:
    """Whether there is anything to report about a guide."""
    same = guide.before == guide.after and guide.kept == guide.paths_before == guide.paths_after
    return not same or bool(guide.moves)
