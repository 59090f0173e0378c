"""Finds which translations become stale by a change of the original."""

from collections.abc import Iterator

from generator.analyse.translations import progress_by_language
from generator.compare.note import Note, phrase
from generator.core.library import Library
from generator.core.text import count

# At most this many are named; the rest are counted.
_MOST = 5


def notes(before: Library, after: Library) -> Iterator[Note]:
    """A note for each language with texts that are stale now and were not stale before."""
    were = progress_by_language(before) if after.translations else {}
    for language, now in progress_by_language(after).items():
        known = set(were[language].stale) if language in were else set()
        stale = [place for place in now.stale if place not in known]
        if stale:
            named = ", ".join("{}" for _ in stale[:_MOST])
            more = f" and {count(len(stale) - _MOST, 'more text')}" if len(stale) > _MOST else ""
            said = f"Stale in the translation into {{}}: {named}{more}."
            yield Note("changed", "translation", language, None, phrase(said, language, *map(str, stale[:_MOST])))
