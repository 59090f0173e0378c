"""Compares the cases: which end elsewhere, which have another expected ending, and which are gone."""

from collections.abc import Iterator

from generator.analyse.routes import Ending
from generator.analyse.survey import Survey
from generator.compare.note import Note, Phrase, care_title, ending_title, phrase, words
from generator.compare.renames import Renames
from generator.compare.urgency import Urgency
from generator.core.kinds.case import Case
from generator.core.library import Library


def notes(before: Survey, after: Survey, renames: Renames, urgency: Urgency) -> Iterator[Note]:
    """A sentence for each case that changed. A removed case counts as less urgent: nothing checks its expectation any
    more."""
    was, now = before.library.cases, after.library.cases
    ended = {walk.case: walk.ending for walk in before.walks}
    ends = {walk.case: walk.ending for walk in after.walks}
    for id, old in was.items():
        title = words(now[id].title if id in now else old.title, id)
        if id not in now:
            yield Note("gone", "case", id, None, phrase("The case {} is gone.", title), True)
            continue
        old_end, end = ended.get(id), ends.get(id)
        if old_end is not None and end is not None and _moved(old_end, end, renames):
            said = phrase(
                "The case {} now ends at {}; it ended at {}.",
                title,
                ending_title(after.library, end),
                ending_title(before.library, old_end),
            )
            yield Note("changed", "case", id, None, said, urgency.is_less_urgent(old_end.care, end.care))
        elif old_end is not None and end is None:
            yield Note("changed", "case", id, None, phrase("The case {} no longer comes to an end.", title), True)
        if old.expect != now[id].expect:
            wanted = (_expected(after.library, now[id]), _expected(before.library, old))
            said = phrase("The case {} must now end with {}; it had to end with {}.", title, *wanted)
            yield Note("changed", "case", id, None, said, True)
    for id, case in now.items():
        if id not in was:
            yield Note("new", "case", id, None, phrase("The case {} is new.", words(case.title, id)))


def _moved(before: Ending, after: Ending, renames: Renames) -> bool:
    outcome = renames.outcomes.get(before.outcome, before.outcome)
    care = renames.levels.get(before.care, before.care) if before.care else before.care
    return (outcome, care) != (after.outcome, after.care)


def _expected(library: Library, case: Case) -> Phrase:
    levels = [care_title(library, level) for level in case.expect.levels]
    said = " or ".join("{}" for _ in levels)
    if case.expect.outcome:
        return phrase(f"{{}} and {said}" if levels else "{}", case.expect.outcome, *levels)
    return phrase(said or "nothing", *levels)
