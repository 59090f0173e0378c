"""Compares the red flags that self-care outcomes wait for: a weaker condition weakens the proof even if no path
moved."""

from collections.abc import Iterator

from generator.analyse.gate import flags_for
from generator.analyse.gated_self_care import gated_self_care
from generator.analyse.warnings_shown import warnings_at
from generator.compare.note import Note, care_title, phrase, words
from generator.compare.renames import Renames
from generator.compare.urgency import Urgency
from generator.core.kinds.kind import EVERYWHERE
from generator.core.kinds.red_flag import RedFlag
from generator.core.library import Library
from generator.core.text import listing


def notes(before: Library, after: Library, renames: Renames, urgency: Urgency) -> Iterator[Note]:
    """Outcomes that wait for fewer red flags, or show fewer; and red flags that are shown at fewer places.

    Removed red flags, and care levels that are no longer self-care, are reported by other modules.
    """
    bound, still_bound = gated_self_care(before), gated_self_care(after)
    for old, new in renames.outcomes.items():
        was, now = before.outcomes[old], after.outcomes[new]
        title = words(now.title, new)
        if bound.get(old) and new not in still_bound:
            same = renames.levels.get(was.care or "") == now.care
            if not same and _may_be_no_more_urgent(was.care, now.care, renames, urgency):
                level = care_title(after, now.care)
                said = phrase("The outcome {} is no longer held back by red flags: it now means {}.", title, level)
                yield Note("changed", "outcome", new, None, said, True)
            continue
        kept = {id: flag for id in before.red_flags if (flag := after.red_flags.get(renames.flags.get(id, "")))}
        called = bound.get(old, frozenset())
        waits = flags_for(after, now.places)
        lost = [id for id in kept if id in called and renames.flags[id] not in waits]
        if lost:
            yield _less(before, new, title, lost, "no longer waits for the answer to")
        shown = {id for signs in warnings_at(before, was.places, was.care or "") for id, _ in signs.flags}
        here, then = frozenset(now.places), frozenset(was.places)
        hidden = [
            id
            for id, flag in kept.items()
            if id in shown and id not in lost and flag.is_shown_at(then) and not flag.is_shown_at(here)
        ]
        if hidden:
            yield _less(before, new, title, hidden, "no longer shows")
    for id, new in renames.flags.items():
        was_shown, is_shown = before.red_flags[id], after.red_flags[new]
        if was_shown.shown_at is not None or is_shown.shown_at is not None:
            yield from _shown_at(before, was_shown, new, is_shown)


def _less(before: Library, outcome: str, title: str, flags: list[str], ours: str) -> Note:
    sign = "red flag" if len(flags) == 1 else "red flags"
    names = phrase(listing("{}" for _ in flags), *(words(before.red_flags[id].text, id) for id in flags))
    return Note(
        "changed", "outcome", outcome, None, phrase(f"The outcome {{}} {ours} the {sign} {{}}.", title, names), True
    )


def _shown_at(before: Library, old: RedFlag, id: str, new: RedFlag) -> Iterator[Note]:
    was, now = (flag.places if flag.shown_at is None else flag.shown_at for flag in (old, new))
    text = words(new.text, id)
    if now in (EVERYWHERE, was):
        return
    if was == EVERYWHERE:
        said = phrase("The red flag {} is no longer shown everywhere.", text)
        yield Note("changed", "red-flag", id, None, said, True)
    elif lost := [place for place in was if place not in now]:
        known = before.places
        titles = [words(known[place].title if place in known else "", place) for place in lost]
        where = phrase(listing("{}" for _ in titles), *titles)
        yield Note(
            "changed", "red-flag", id, None, phrase("The red flag {} is no longer shown at {}.", text, where), True
        )


def _may_be_no_more_urgent(was: str | None, now: str | None, renames: Renames, urgency: Urgency) -> bool:
    """Whether care stays equally urgent, or is more urgent only by the card of a new level.

    Moves to a less urgent level are reported by other modules.
    """
    fall = urgency.steps_less_urgent(was, now)
    return fall == 0 or (fall < 0 and now not in renames.levels.values())
