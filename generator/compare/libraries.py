"""Compares two surveyed libraries, guide by guide."""

from dataclasses import dataclass

from generator.analyse.survey import Survey
from generator.compare.new_guides import NewGuide, new_guide
from generator.compare.note import Note
from generator.compare.notes import notes
from generator.compare.renames import Renames, follow
from generator.compare.routes import Difference, Differences, Move, TooManyStatesError
from generator.compare.texts import EntryChange, TextChange, texts, texts_in
from generator.compare.urgency import Urgency
from generator.core.library import Library


@dataclass(frozen=True, slots=True)
class GuideChange:
    """One guide in both versions.

    Attributes:
        tree: its id in the version after, or in the version before if it is gone.
        before: its id in the version before; None for a new guide.
        after: its id in the version after; None for a guide that is gone.
        paths_before: number of paths before.
        paths_after: number of paths after.
        kept: number of paths that are in both versions, answer by answer; None if unknown.
        moves: groups of paths that now end elsewhere, worst first.
        less_urgent: number of joint paths in these moves that end with less urgent care.
        exhaustive: whether all numbers are exact and `moves` is complete.
    """

    tree: str
    before: str | None
    after: str | None
    paths_before: int
    paths_after: int
    kept: int | None
    moves: tuple[Move, ...]
    less_urgent: int
    exhaustive: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a library and how they differ.

    Attributes:
        renames: which id of the version before is which id of the version after.
        urgency: compares care levels across the two versions.
        guides: those with less urgent care first, and among these those that contain the changed answers themselves;
            otherwise in the order of the version after, then the guides that are gone.
        notes: what else is new, gone or different; what may mean less urgent care comes first.
        texts: the lines of text that differ; those with the most important marked words come first.
        entries: entries and pages that are new or gone as a whole.
        new_guides: what a reviewer should look at first in each new guide.
        files: paths of other files that differ, such as images, styles and settings; their content is not compared.
    """

    before: Library
    after: Library
    renames: Renames
    urgency: Urgency
    guides: tuple[GuideChange, ...]
    notes: tuple[Note, ...]
    texts: tuple[TextChange, ...]
    entries: tuple[EntryChange, ...]
    new_guides: tuple[NewGuide, ...]
    files: tuple[str, ...] = ()

    def is_less_urgent(self, move: Move) -> bool:
        """Whether a move is towards less urgent care."""
        return self.urgency.is_less_urgent(move.before.care, move.after.care)

    @property
    def less_urgent(self) -> bool:
        """Whether anything became less urgent, or may have become so."""
        told = any(guide.less_urgent or not guide.exhaustive for guide in self.guides)
        return told or any(note.less_urgent for note in self.notes)

    @property
    def words_to_read(self) -> bool:
        """Whether text that readers act on was changed, added, removed, or moved to another answer."""
        changed = any(one.acted_on for one in self.texts) or any(one.acted_on for one in self.entries)
        return changed or bool(self.new_guides) or any(note.is_to_be_read for note in self.notes)


def compare(before: Survey, after: Survey, files: tuple[str, ...] = ()) -> Comparison:
    """Compare two libraries that can be walked.

    Args:
        before: the version before.
        after: the version after.
        files: the paths of other files that differ between the two.
    """
    renames = follow(before.library, after.library)
    urgency = Urgency(before.library, after.library, renames)
    differences = Differences(before.library, before.graph, after.library, after.graph, renames)
    was = {new: old for old, new in renames.trees.items()}
    guides = []
    for tree in after.library.trees:
        paths = after.proof.paths[tree]
        if tree not in was:
            guides.append(GuideChange(tree, None, tree, 0, paths, 0, (), 0, after.proof.exhaustive))
            continue
        old = was[tree]
        try:
            difference = differences.guide(old, tree)
        except TooManyStatesError:
            guides.append(GuideChange(tree, old, tree, before.proof.paths[old], paths, None, (), 0, False))
            continue
        moves, less = _worst_first(difference, urgency)
        exact = before.proof.exhaustive and after.proof.exhaustive
        guides.append(GuideChange(tree, old, tree, before.proof.paths[old], paths, difference.kept, moves, less, exact))
    for tree in before.library.trees:
        if tree not in renames.trees:
            paths = before.proof.paths[tree]
            guides.append(GuideChange(tree, tree, None, paths, 0, 0, (), 0, before.proof.exhaustive))
    told = notes(before, after, renames, urgency)
    guides.sort(key=lambda guide: (not guide.less_urgent, not _asks_itself(guide, urgency)))
    changes, entries = texts(before.library, after.library, renames)
    changes += tuple(
        change
        for language in _published_in(before.library, after.library)
        for change in texts_in(language, before.library, after.library, renames, changes)
    )
    new = tuple(new_guide(after, guide.tree) for guide in guides if guide.before is None)
    return Comparison(
        before.library, after.library, renames, urgency, tuple(guides), told, changes, entries, new, files
    )


def _published_in(before: Library, after: Library) -> list[str]:
    """The languages, besides the original, in which both versions are published."""
    return [tag for tag in after.site.languages if tag in before.translations and tag in after.translations]


def _asks_itself(guide: GuideChange, urgency: Urgency) -> bool:
    """Whether an answer that now leads to less urgent care is in this guide, not in one that it hands over to."""
    return any(
        asked.tree == guide.tree
        for move in guide.moves
        if urgency.is_less_urgent(move.before.care, move.after.care)
        for (asked, _), _ in move.by
    )


def _worst_first(difference: Difference, urgency: Urgency) -> tuple[tuple[Move, ...], int]:
    moves = tuple(sorted(difference.moves, key=lambda move: urgency.severity_key(move.before, move.after, move.paths)))
    return moves, sum(move.paths for move in moves if urgency.is_less_urgent(move.before.care, move.after.care))
