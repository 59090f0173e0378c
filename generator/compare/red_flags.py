"""Compares the red flags: one that is asked in fewer guides or means less urgent care counts, even if no path moved."""

from collections.abc import Iterator

from generator.analyse.gate import gate, question_id
from generator.compare.note import Note, care_title, guides, phrase, words
from generator.compare.renames import Renames
from generator.compare.urgency import Urgency
from generator.core.library import Library


def notes(before: Library, after: Library, renames: Renames, urgency: Urgency) -> Iterator[Note]:
    """Notes on red flags that are gone, new or changed, then on red-flag questions that are gone."""
    was = {tree: _asked(before, tree) for tree in before.trees}
    now = {tree: _asked(after, tree) for tree in after.trees}
    for id, flag in before.red_flags.items():
        new_id = renames.flags.get(id)
        text, level = words(flag.text, id), care_title(before, flag.care)
        lost = [new for old, new in renames.trees.items() if id in was[old] and new_id not in now[new]]
        if new_id is None:
            said = phrase("The red flag {} ({}) is gone.", text, level)
            if lost:
                said = phrase("{} Until now it was asked in {}.", said, guides(after, lost))
            yield Note("gone", "red-flag", id, None, said, True)
            continue
        new = after.red_flags[new_id]
        if lost:
            said = phrase("The red flag {} ({}) is no longer asked in {}.", text, level, guides(after, lost))
            yield Note("changed", "red-flag", new_id, None, said, True)
        if new.care != renames.level_now(flag.care):
            said = phrase("The red flag {} now means {}; it was {}.", text, care_title(after, new.care), level)
            yield Note("changed", "red-flag", new_id, None, said, urgency.is_less_urgent(flag.care, new.care))
        gained = [new for old, new in renames.trees.items() if id not in was[old] and new_id in now[new]]
        if gained:
            said = phrase("The red flag {} is now also asked in {}.", text, guides(after, gained))
            yield Note("changed", "red-flag", new_id, None, said)
    known = set(renames.flags.values())
    for id, flag in after.red_flags.items():
        if id not in known:
            said = phrase("New red flag: {} ({}).", words(flag.text, id), care_title(after, flag.care))
            if asked := [tree for tree in after.trees if id in now[tree]]:
                said = phrase("{} It is asked in {}.", said, guides(after, asked))
            yield Note("new", "red-flag", id, None, said)
    for level in before.care_levels:
        new_level = renames.levels.get(level, level)
        gone = {
            new: [flag for flag, its_level in was[old].items() if its_level == level]
            for old, new in renames.trees.items()
            if level in was[old].values() and new_level not in now[new].values()
        }
        if gone:
            # Not less urgent if all flags of the question are now asked at a more urgent level.
            asked_now = [now[tree].get(renames.flags.get(flag, "")) for tree, flags in gone.items() for flag in flags]
            less = any(its_level is None or urgency.is_less_urgent(level, its_level) for its_level in asked_now)
            where = guides(after, list(gone))
            said = phrase("No red flag for {} is asked any longer in {}.", care_title(before, level), where)
            yield Note("gone", "red-flag", question_id(level), None, said, less)


def _asked(library: Library, tree: str) -> dict[str, str]:
    """The red flags that a guide's gate asks about, each with its care level."""
    return {flag: question.level for question in gate(library, tree) for flag in question.flags}
