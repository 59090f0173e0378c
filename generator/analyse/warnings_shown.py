"""The warnings (red flags) and precautions that an entry shows, by its places and its care level."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.analyse.gate import flags_for
from generator.core.kinds.precaution import Precaution, Who
from generator.core.kinds.red_flag import RedFlag
from generator.core.library import Library


@dataclass(frozen=True, slots=True)
class Warnings:
    """The red flags of one care level that an entry warns of.

    Attributes:
        flags: by id, in the order shown.
        asked: those that a guide has already asked the reader.
    """

    level: str
    flags: tuple[tuple[str, RedFlag], ...]
    asked: frozenset[str]


def warnings_at(
    library: Library, places: Iterable[str], care: str | None = None, guides: Collection[str] | None = None
) -> list[Warnings]:
    """The red flags that an entry warns of, by care level, the most urgent level first.

    Args:
        library: the red flags, and the care levels in their order.
        places: the places of the entry.
        care: the care level of the entry: only red flags of more urgent levels are shown; None for an entry without
            one, which shows all levels.
        guides: the trees that lead to the entry; red flags that not all of them have asked come first. None if readers
            come from anywhere: then the order is that of the file.
    """
    here = frozenset(places)
    levels = list(library.care_levels)
    if care is not None:
        levels = levels[: levels.index(care)] if care in levels else []
    asked = flags_for(library, here)
    if guides is not None:
        gates = [flags_for(library, library.trees[tree].places) for tree in guides]
        asked = frozenset.intersection(*gates) if gates else frozenset()
    shown = {id: flag for id, flag in library.red_flags.items() if flag.is_shown_at(here)}
    found = []
    for level in levels:
        flags = [(id, flag) for id, flag in shown.items() if flag.care == level]
        if guides is not None:
            flags.sort(key=lambda one: one[0] in asked)
        if flags:
            found.append(Warnings(level, tuple(flags), asked & {id for id, _ in flags}))
    return found


def precautions_at(library: Library, places: Iterable[str], care: str | None = None) -> dict[Who, list[Precaution]]:
    """The precautions that an entry shows, by whom to ask: professionals before pharmacists; without empty lists.

    Args:
        library: the precautions, and the care levels they are for.
        places: the places of the entry.
        care: its care level; None for an entry without one, such as a plan, which counts as self-care.
    """
    here = frozenset(places)
    calm = [id for id, level in library.care_levels.items() if level.self_care]
    found: dict[Who, list[Precaution]] = {"professional": [], "pharmacist": []}
    for one in library.precautions.values():
        levels = calm if one.levels is None else one.levels
        if one.is_shown_at(here) and (care in levels if care is not None else not set(calm).isdisjoint(levels)):
            found[one.who].append(one)
    return {who: ones for who, ones in found.items() if ones}
