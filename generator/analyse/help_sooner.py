"""Which warning signs and precautions an entry shows, by its places and its level of care."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.analyse.gate import flags_for
from generator.core.kinds.precaution import Precaution, Who
from generator.core.kinds.red_flag import RedFlag
from generator.core.library import Library


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of one level of care that an entry warns of.

    Attributes:
        flags: by id, in the order shown.
        asked: those of them that a guide has asked its reader before.
    """

    level: str
    flags: tuple[tuple[str, RedFlag], ...]
    asked: frozenset[str]


def signs_at(
    library: Library, places: Iterable[str], care: str | None = None, guides: Collection[str] | None = None
) -> list[Signs]:
    """The signs that an entry warns of, by level, the most urgent level first.

    Args:
        library: the signs, and the levels in their order.
        places: of the entry.
        care: its level of care, of which only what is more urgent is shown; None for an entry without one, which shows
            the signs of all levels.
        guides: the trees whose readers come to the entry, of which each has asked some of the signs before; what not
            all of them ask stands first. None where readers come from anywhere: then the order is that of the file.
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
            found.append(Signs(level, tuple(flags), asked & {id for id, _ in flags}))
    return found


def precautions_at(library: Library, places: Iterable[str], care: str | None = None) -> dict[Who, list[Precaution]]:
    """Who should ask first, by whom to ask: professionals before pharmacists, nobody left out.

    Args:
        library: the precautions, and the levels they are for.
        places: of the entry.
        care: its level of care; None for an entry without one, such as a plan, which stands for self-care.
    """
    here = frozenset(places)
    calm = [id for id, level in library.care_levels.items() if level.self_care]
    found: dict[Who, list[Precaution]] = {"professional": [], "pharmacist": []}
    for one in library.precautions.values():
        levels = calm if one.levels is None else one.levels
        if one.is_shown_at(here) and (care in levels if care is not None else not set(calm).isdisjoint(levels)):
            found[one.who].append(one)
    return {who: ones for who, ones in found.items() if ones}
