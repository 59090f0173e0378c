"""What became of what holds results back: a declaration that binds less weakens the proof, even if no path moved."""

from collections.abc import Iterator

from generator.analyse.gate import flags_for
from generator.analyse.held_back import self_care
from generator.compare.note import Note, care_title, phrase, words
from generator.compare.renames import Renames
from generator.compare.urgency import Urgency
from generator.core.library import Library
from generator.core.text import listing


def notes(before: Library, after: Library, renames: Renames, urgency: Urgency) -> Iterator[Note]:
    """Outcomes that call for fewer red flags than before, as far as a reader would have passed or seen them.

    A flag that is gone, and a level that is no longer self-care, are told of by themselves.
    """
    bound, still_bound = self_care(before), self_care(after)
    places = {id: place for place, id in enumerate(before.care_levels)}
    for old, new in renames.outcomes.items():
        was, now = before.outcomes[old], after.outcomes[new]
        title = words(now.title, new)
        called = flags_for(before, was.places)
        if old in bound and called and new not in still_bound:
            same = renames.levels.get(was.care or "") == now.care
            if not same and _may_be_no_more_urgent(was.care, now.care, renames, urgency):
                level = care_title(after, now.care)
                said = phrase("The outcome {} is no longer held back by red flags: it now means {}.", title, level)
                yield Note("changed", "outcome", new, None, said, True)
            continue
        left = flags_for(after, now.places)
        own = places.get(was.care or "", 0)
        lost = [
            id
            for id, flag in before.red_flags.items()
            if id in called
            and renames.flags.get(id, id) in after.red_flags
            and renames.flags.get(id, id) not in left
            and (old in bound or places.get(flag.care, own) < own)
        ]
        if lost:
            ours = "no longer waits for the answer to" if old in bound else "no longer shows"
            sign = "red flag" if len(lost) == 1 else "red flags"
            flags = phrase(listing("{}" for _ in lost), *(words(before.red_flags[id].text, id) for id in lost))
            said = phrase(f"The outcome {{}} {ours} the {sign} {{}}.", title, flags)
            yield Note("changed", "outcome", new, None, said, True)


def _may_be_no_more_urgent(was: str | None, now: str | None, renames: Renames, urgency: Urgency) -> bool:
    """Whether nothing but a new level's own card says that it is more urgent; what is known to be less is told of."""
    fall = urgency.fall(was, now)
    return fall == 0 or (fall < 0 and now not in renames.levels.values())
