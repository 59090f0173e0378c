"""Compares addresses: which links to an urgent outcome now lead to less urgent care, or nowhere."""

from collections.abc import Iterator, Mapping

from generator.analyse.gate import outcome_id
from generator.analyse.landing import Landing, Landings
from generator.analyse.routes import Ending
from generator.analyse.survey import Survey
from generator.compare.note import Note, Phrase, care_title, ending_title, guide_title, phrase
from generator.compare.renames import Renames
from generator.compare.urgency import Urgency
from generator.core.library import Library
from generator.core.text import count


def notes(before: Survey, after: Survey, renames: Renames, urgency: Urgency) -> Iterator[Note]:
    """Notes on addresses of the version before that now lead to less urgent care; those with the same change share a
    note.

    All addresses count that the version before listed in its ledger of permalinks or generated otherwise: somebody may
    have linked to them. Outcomes that are still shown, and the red flags of guides, are compared by other modules.
    """
    was_at, now_at = (Landings(side.library, side.addresses) for side in (before, after))
    cards = {outcome_id(old): outcome_id(new) for old, new in renames.levels.items()}
    outcomes = {**cards, **renames.outcomes}
    found: dict[tuple[Landing, Landing | None], list[str]] = {}
    promised = before.library.permalinks
    for address in sorted({*promised, *before.addresses.living, *before.addresses.kept}):
        was = was_at.at(address)
        if was is None or was.care is None:
            continue
        now = now_at.at(address)
        if now is not None and _is_reported_elsewhere(was, now, outcomes, renames):
            continue
        # An address that is not in the ledger may disappear, but must not lead to less urgent care.
        shown = now is not None and now.outcome is not None
        if (address in promised or shown) and urgency.is_less_urgent(was.care, now.care if now else None):
            key = _without_page(was), now if now is None or now.outcome is None else _without_page(now)
            found.setdefault(key, []).append(address)
    if lost := [address for address in promised if address not in after.library.permalinks]:
        more = f" and {count(len(lost) - 1, 'other address')}" if len(lost) > 1 else ""
        ours = f"The ledger of published addresses has lost {{}}{more}: nothing holds them to their place any more."
        yield Note("gone", "address", lost[0], None, phrase(ours, lost[0]))
    for (was, now), led in found.items():
        # The page of an outcome first, then its anchors in guides.
        first, *others = sorted(led, key=lambda address: ("#" in address, address))
        linked = phrase("{}" + (f" and {count(len(others), 'other address')}" if others else ""), first)
        said = phrase("{} showed {}, and {}.", linked, _shown(before.library, was), _leads(after.library, now))
        yield Note("changed", "address", first, None, said, True)


def _is_reported_elsewhere(was: Landing, now: Landing, outcomes: Mapping[str, str], renames: Renames) -> bool:
    """Whether an address still shows the same outcome or guide; the red flags of guides are compared by another
    module."""
    if was.outcome is not None:
        return now.outcome == outcomes.get(was.outcome, was.outcome)
    return now.outcome is None and now.tree is not None and now.tree == renames.trees.get(was.tree or "")


def _without_page(landing: Landing) -> Landing:
    """The landing without its page: the same for all pages that show an outcome, and for all red-flag anchors of a
    guide."""
    return Landing("", None if landing.outcome else landing.tree, landing.outcome, landing.care)


def _shown(library: Library, was: Landing) -> Phrase:
    if was.outcome is None:
        title = guide_title(library, was.tree) if was.tree is not None else ""
        return phrase("the warning signs for {} in the guide {}", care_title(library, was.care), title)
    return _result(library, was)


def _leads(library: Library, now: Landing | None) -> Phrase:
    if now is None:
        return phrase("leads nowhere now")
    if now.outcome is None:
        return phrase("leads to {} now, which says nothing of how soon to get help", now.page)
    return phrase("leads to {} now", _result(library, now))


def _result(library: Library, landing: Landing) -> Phrase:
    if landing.outcome is None or landing.outcome not in library.outcomes:
        return phrase("the card {}", care_title(library, landing.care))
    return ending_title(library, Ending(landing.outcome, landing.care))
