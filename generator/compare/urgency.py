"""Compares the urgency of care levels across two versions in which the levels themselves may differ."""

from generator.analyse.routes import Ending
from generator.compare.renames import Renames
from generator.core.kinds.care_level import Card
from generator.core.library import Library

_CARDS: tuple[Card, ...] = ("emergency", "urgent", "non-urgent", "self-care")


class Urgency:
    """Compares a care level of the version before with one of the version after."""

    def __init__(self, before: Library, after: Library, renames: Renames) -> None:
        self._before = {id: place for place, id in enumerate(before.care_levels)}
        self._after = {id: place for place, id in enumerate(after.care_levels)}
        self._before_cards = {id: level.card for id, level in before.care_levels.items()}
        self._after_cards = {id: level.card for id, level in after.care_levels.items()}
        self._now = renames.levels
        self._was = {new: old for old, new in renames.levels.items()}

    def is_less_urgent(self, before: str | None, after: str | None) -> bool:
        """Whether care becomes less urgent.

        It does if the order of levels in either version says so. If neither version has both levels, their cards
        decide. No level, or an undefined one, counts as the least urgent.
        """
        return self.steps_less_urgent(before, after) > 0

    def steps_less_urgent(self, before: str | None, after: str | None) -> int:
        """By how many steps care becomes less urgent; 0 or less if it does not."""
        if before is None or before not in self._before:
            return 0 if after not in self._after else -1
        if after is None or after not in self._after:
            return len(self._before) - self._before[before]
        now, was = self._now.get(before), self._was.get(after)
        if now == after:
            return 0
        is_less_urgent = [self._before[was] - self._before[before]] if was is not None else []
        is_less_urgent += [self._after[after] - self._after[now]] if now is not None else []
        if is_less_urgent:
            return max(is_less_urgent)
        return card_place(self._after_cards[after]) - card_place(self._before_cards[before])

    def severity_key(self, before: Ending, after: Ending, paths: int) -> tuple[int, int, int, str, str]:
        """A sort key that puts the worst moves first: by the drop in urgency, the urgency before, and the number of
        paths."""
        was = self._before.get(before.care or "", len(self._before))
        return (-self.steps_less_urgent(before.care, after.care), was, -paths, before.outcome, after.outcome)


def card_place(card: Card) -> int:
    """The rank of a card, 0 for the most urgent."""
    return _CARDS.index(card)
