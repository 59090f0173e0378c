"""Compares the answers (choices) of each question.

An answer that exists in only one version is on no path of the other version, so it moves no path. But a reader who
would have given it now gives another answer. It therefore counts as less urgent if that can lead to less urgent care.
"""

from collections.abc import Iterable, Iterator

from generator.analyse.routes import Ending, Routes, Standing
from generator.analyse.survey import Survey
from generator.compare.note import Kind, Note, Phrase, care_title, ending_title, phrase, words
from generator.compare.renames import Renames
from generator.compare.swaps import moved_words
from generator.compare.texts import differ_of
from generator.compare.urgency import Urgency
from generator.core.kinds.tree import Choice, Question
from generator.core.text import listing


def notes(before: Survey, after: Survey, renames: Renames, urgency: Urgency) -> Iterator[Note]:
    """Answers that are gone, new or changed, question by question."""
    comparer = _Answers(before, after, renames, urgency)
    for old_tree, tree in renames.trees.items():
        for old, new in renames.questions[old_tree].items():
            was, now = before.library.trees[old_tree].questions[old], after.library.trees[tree].questions[new]
            if was.choices != now.choices:
                yield from comparer.notes(old_tree, old, was, tree, new, now)


class _Answers:
    def __init__(self, before: Survey, after: Survey, renames: Renames, urgency: Urgency) -> None:
        self._flags = renames.flags
        self._differ = differ_of(after.library)
        self._before = before.library
        self._after = after.library
        self._urgency = urgency
        self._was = _Ways(before)
        self._now = _Ways(after)

    def notes(self, old_tree: str, old_id: str, old: Question, tree: str, id: str, new: Question) -> Iterator[Note]:
        ask = words(new.ask, id)
        moved = moved_words(old, new, self._differ)
        for choice, value in old.choices.items():
            text = words(value.text, choice)
            if choice in moved:
                led, leads = self._was.least(old_tree, old_id, [choice]), self._now.least(tree, id, [moved[choice]])
                swapped = moved[choice] in old.choices
                ours = (
                    "changed places: it stood at {} and stands at {}."
                    if swapped
                    else "has another id: it was {} and is {}."
                )
                said = phrase("The answer {} to {} {}", text, ask, phrase(ours, choice, moved[choice]))
                if led and leads:
                    ends = ending_title(self._before, led), ending_title(self._after, leads)
                    said = phrase("{} It led to {}, and leads to {}.", said, *ends)
                kind: Kind = "swapped" if swapped else "renamed"
                yield Note(kind, "answer", f"{id}/{moved[choice]}", tree, said, self._is_less_urgent(led, leads))
            elif choice not in new.choices:
                led, left = self._was.least(old_tree, old_id, [choice]), self._now.least(tree, id, new.choices)
                falls = self._is_less_urgent(led, left)
                said = phrase("The answer {} to {} is gone.", text, ask)
                ours = "{} It led to {}." if self._was.is_sure(old_tree, old_id, choice) else "{} It could lead to {}."
                said = phrase(ours, said, ending_title(self._before, led)) if led else said
                if falls and left is not None:
                    level = care_title(self._after, left.care)
                    said = phrase("{} The answers that are left can lead to {}.", said, level)
                yield Note("gone", "answer", f"{id}/{choice}", tree, said, falls)
            yield from _marked(old, choice, tree, id, new, moved.get(choice, choice))
            if (now := new.choices.get(moved.get(choice, choice))) is not None:
                yield from self._signs(value, now, f"{id}/{moved.get(choice, choice)}", tree, ask)
        for choice, value in new.choices.items():
            if choice not in old.choices and choice not in moved.values():
                leads, others = self._now.least(tree, id, [choice]), self._was.least(old_tree, old_id, old.choices)
                falls = self._is_less_urgent(others, leads)
                said = phrase("New answer {} to {}.", words(value.text, choice), ask)
                ours = "{} It leads to {}." if self._now.is_sure(tree, id, choice) else "{} It can lead to {}."
                said = phrase(ours, said, ending_title(self._after, leads)) if leads else said
                said = self._new(said, others) if falls and others is not None else said
                yield Note("new", "answer", f"{id}/{choice}", tree, said, falls)

    def _signs(self, old: Choice, new: Choice, id: str, tree: str, ask: str) -> Iterator[Note]:
        """Red flags that an answer no longer confirms: it had to lead to care at least as urgent as theirs."""
        flags = self._before.red_flags
        still = {self._flags.get(flag, flag) for flag in old.signs} & set(new.signs)
        lost = [flag for flag in old.signs if flag in flags and self._flags.get(flag, flag) not in still]
        if lost:
            text = words(new.text, id)
            names = phrase(listing("{}" for _ in lost), *(words(flags[flag].text, flag) for flag in lost))
            said = phrase("The answer {} to {} no longer means {}.", text, ask, names)
            yield Note("changed", "answer", id, tree, said, True)

    def _new(self, said: Phrase, others: Ending) -> Phrase:
        level = care_title(self._before, others.care)
        return phrase("{} Until now every answer there led to {} or sooner.", said, level)

    def _is_less_urgent(self, was: Ending | None, now: Ending | None) -> bool:
        return was is not None and now is not None and self._urgency.is_less_urgent(was.care, now.care)


def _marked(old: Question, choice: str, tree: str, id: str, new: Question, now: str) -> Iterator[Note]:
    """Whether an answer gained or lost its `unsure` mark.

    The mark binds the answer to outcomes at least as urgent as those of the certain answers beside it. So removing the
    mark weakens the proof, and so does adding one where another unsure answer was bound to this answer.
    """
    if now not in new.choices or old.choices[choice].unsure == new.choices[now].unsure:
        return
    text, ask = words(new.choices[now].text, now), words(new.ask, id)
    if old.choices[choice].unsure:
        said = phrase("The answer {} to {} is no longer marked as unsure, so it may lead to less care.", text, ask)
        yield Note("changed", "answer", f"{id}/{now}", tree, said, True)
    else:
        said = phrase("The answer {} to {} is now marked as unsure.", text, ask)
        less = any(other.unsure for other in old.choices.values())
        said = phrase("{} Other uncertain answers are no longer held to it.", said) if less else said
        yield Note("changed", "answer", f"{id}/{now}", tree, said, less)


class _Ways:
    """Where the answers of one version can lead, for a reader who has cleared no red flag."""

    def __init__(self, survey: Survey) -> None:
        self._routes = Routes(survey.library)
        self._shapes = survey.graph.shapes
        self._levels = {id: place for place, id in enumerate(survey.library.care_levels)}

    def least(self, tree: str, question: str, choices: Iterable[str]) -> Ending | None:
        """The least urgent ending that some answers can lead to; None if no reader reaches the question."""
        last = len(self._levels)
        ends = self._ends(tree, question, choices)
        return max(ends, key=lambda end: (self._levels.get(end.care or "", last), end.outcome), default=None)

    def is_sure(self, tree: str, question: str, choice: str) -> bool:
        """Whether an answer can lead to exactly one ending."""
        return len(set(self._ends(tree, question, [choice]))) == 1

    def _ends(self, tree: str, question: str, choices: Iterable[str]) -> list[Ending]:
        if question not in self._shapes[tree].order:
            return []
        onward = dict(self._routes.choices(Standing(tree, question, frozenset())))
        ahead = [onward[choice] for choice in choices]
        seen = set(ahead)
        ends = []
        while ahead:
            spot = ahead.pop()
            if isinstance(spot, Ending):
                ends.append(spot)
                continue
            for _, to in self._routes.choices(spot):
                if to not in seen:
                    seen.add(to)
                    ahead.append(to)
        return ends
