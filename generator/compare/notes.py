"""Collects everything that is new, gone or changed between two libraries, apart from where paths end."""

from collections.abc import Iterator, Mapping

from generator.analyse.survey import Survey
from generator.compare import answers, cases, gated_self_care, old_links, order, red_flags, translations
from generator.compare.note import Note, Phrase, Thing, care_title, guide_title, phrase, words
from generator.compare.renames import Renames
from generator.compare.urgency import Urgency, card_place
from generator.core.kinds.care_level import CareLevel
from generator.core.library import Library


def notes(before: Survey, after: Survey, renames: Renames, urgency: Urgency) -> tuple[Note, ...]:
    """All notes: those that may mean less urgent care first, then by kind of thing."""
    found = [
        *cases.notes(before, after, renames, urgency),
        *red_flags.notes(before.library, after.library, renames, urgency),
        *_care_levels(before.library, after.library, renames),
        *_outcomes(before.library, after.library, renames, urgency),
        *gated_self_care.notes(before.library, after.library, renames, urgency),
        *_guides(before.library, after.library, renames),
        *_questions(before.library, after.library, renames),
        *answers.notes(before, after, renames, urgency),
        *order.notes(before.library, after.library, renames),
        *old_links.notes(before, after, renames, urgency),
        *translations.notes(before.library, after.library),
    ]
    return tuple(sorted(found, key=lambda note: not note.less_urgent))


def _care_levels(before: Library, after: Library, renames: Renames) -> Iterator[Note]:
    was, now = before.care_levels, after.care_levels
    titles = {id: level.title for id, level in was.items()}, {id: level.title for id, level in now.items()}
    yield from _added_and_removed("care-level", *titles, renames.levels)
    order = [list(now).index(new) for new in renames.levels.values()]
    if order != sorted(order):
        yield Note("changed", "care-level", "", None, phrase("The care levels stand in another order."), True)
    for old_id, id in renames.levels.items():
        old, new = was[old_id], now[id]
        title = words(new.title, id)
        if old.card != new.card or old.self_care != new.self_care:
            # Less urgent in either direction: a level that became self-care sends nobody to a professional; the
            # outcomes of one that stopped being self-care no longer wait for red flags.
            less = card_place(new.card) > card_place(old.card) or new.self_care != old.self_care
            said = phrase("The care level {} is now shown as {}; it was {}.", title, _card(new), _card(old))
            if old.self_care and not new.self_care:
                said = phrase("{} Its results no longer wait for the answers to red flags.", said)
            yield Note("changed", "care-level", id, None, said, less)


def _outcomes(before: Library, after: Library, renames: Renames, urgency: Urgency) -> Iterator[Note]:
    was, now = before.outcomes, after.outcomes
    titles = {id: outcome.title for id, outcome in was.items()}, {id: outcome.title for id, outcome in now.items()}
    yield from _added_and_removed("outcome", *titles, renames.outcomes)
    for old, new in renames.outcomes.items():
        old_care, care = was[old].care, now[new].care
        if renames.level_now(old_care) != care:
            cares = care_title(after, care), care_title(before, old_care)
            said = phrase("The outcome {} now means {}; it was {}.", words(now[new].title, new), *cares)
            yield Note("changed", "outcome", new, None, said, urgency.is_less_urgent(old_care, care))


def _guides(before: Library, after: Library, renames: Renames) -> Iterator[Note]:
    was = {id: tree.title for id, tree in before.trees.items()}
    now = {id: tree.title for id, tree in after.trees.items()}
    yield from _added_and_removed("guide", was, now, renames.trees)


def _questions(before: Library, after: Library, renames: Renames) -> Iterator[Note]:
    for old_tree, tree in renames.trees.items():
        was = {id: question.ask for id, question in before.trees[old_tree].questions.items()}
        now = {id: question.ask for id, question in after.trees[tree].questions.items()}
        same = renames.questions[old_tree]
        for note in _added_and_removed("question", was, now, same):
            where = phrase("In the guide {}: {}", guide_title(after, tree), note.phrase)
            yield Note(note.kind, "question", note.id, tree, where)


def _added_and_removed(
    thing: Thing, before: Mapping[str, str], after: Mapping[str, str], same: Mapping[str, str]
) -> Iterator[Note]:
    """Notes on what is gone, renamed or new, from ids and titles."""
    name = thing.replace("-", " ")
    for id, title in before.items():
        if id not in same:
            yield Note("gone", thing, id, None, phrase(f"The {name} {{}} is gone.", words(title, id)))
        elif same[id] != id:
            yield Note("renamed", thing, same[id], None, phrase(f"The {name} {{}} is now called {{}}.", id, same[id]))
    known = set(same.values())
    for id, title in after.items():
        if id not in known:
            yield Note("new", thing, id, None, phrase(f"New {name}: {{}}.", words(title, id)))


def _card(level: CareLevel) -> Phrase:
    return phrase(f'"{level.card}"' + (", and sends nobody to a professional" if level.self_care else ""))
