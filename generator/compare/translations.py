"""Which translations a change of the original makes stale."""

from collections.abc import Iterator

from generator.analyse.translations import standings
from generator.compare.note import Note, phrase
from generator.core.library import Library
from generator.core.text import count

# More than these are counted, and not named.
_MOST = 5


def notes(before: Library, after: Library) -> Iterator[Note]:
    """A sentence for each language in which something was translated as it was, and is not as it is."""
    were = standings(before) if after.translations else {}
    for language, now in standings(after).items():
        known = set(were[language].stale) if language in were else set()
        stale = [place for place in now.stale if place not in known]
        if stale:
            named = ", ".join("{}" for _ in stale[:_MOST])
            more = f" and {count(len(stale) - _MOST, 'more text')}" if len(stale) > _MOST else ""
            said = f"Stale in the translation into {{}}: {named}{more}."
            yield Note("changed", "translation", language, None, phrase(said, language, *map(str, stale[:_MOST])))
