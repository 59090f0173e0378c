"""The pages of outcomes: what a pattern may be and what to do; and the list of outcomes by urgency."""

from collections.abc import Iterator, Mapping
from itertools import islice

from generator.analyse.addresses import OUTCOMES
from generator.analyse.gate import outcome_id
from generator.analyse.warnings_shown import precautions_at, warnings_at
from generator.core.kinds import file_of
from generator.core.kinds.outcome import Outcome
from generator.core.kinds.red_flag import RedFlag
from generator.core.library import Library
from generator.core.markup import plain
from generator.core.site import Page
from generator.render.link import Links, Way
from generator.render.pages.figures import frames_of, glance

# At most this many guides are shown with the answers that lead to an outcome: nobody would read more.
_GUIDES_SHOWN = 10


def pages(links: Links) -> Iterator[Page]:
    """One page per outcome, including the cards generated for red flags, and the list of outcomes."""
    library = links.library
    cards = {outcome_id(level): level for level in library.care_levels}
    for id, outcome in links.outcomes.items():
        made = id not in library.outcomes
        ways = _by_tree(links, id)
        own = _by_questions(links, ways)
        plan = library.plans.get(outcome.plan or "")
        related = links.all_related("outcome", id)
        related["plan"] = [other for other in related["plan"] if other != outcome.plan]
        yield Page(
            uri=links.address("outcome", id),
            template="card" if made else "outcome",
            title=plain(outcome.title),
            description=plain(outcome.summary),
            source=file_of("red-flag", "") if made else file_of("outcome", id),
            view={
                "id": id,
                "outcome": outcome,
                "level": library.care_levels.get(outcome.care or ""),
                "flags": [(cards[id], _flags_of_level(library, cards[id]))] if made else [],
                "signs": [] if made else warnings_at(library, outcome.places, outcome.care or "", list(ways)),
                "precautions": {} if made else precautions_at(library, outcome.places, outcome.care or ""),
                "signs_here": [flag for flag in library.red_flags.values() if flag.outcome == id],
                "figure": glance(library, outcome.places),
                "plan": plan,
                "frames": frames_of(library, plan.stages[:1]) if plan else {},
                "guides": list(ways),
                "ways": dict(islice(own.items(), _GUIDES_SHOWN)),
                "other_guides": max(0, len(own) - _GUIDES_SHOWN),
                "related": related,
                "sources": outcome.sources,
                "reviewed": outcome.reviewed,
            },
            meta={"search": {"boost": _boost(library, outcome)}},
        )
    words = library.site.words
    about = words.outcome_about_soon if library.care_levels else words.outcome_about
    yield Page(
        uri=OUTCOMES,
        template="outcomes",
        title=plain(words.outcome_many),
        description=plain(about),
        source=None,
        view={"groups": _by_level(links), "about": about},
    )


def _flags_of_level(library: Library, level: str) -> list[tuple[str, RedFlag]]:
    return [(id, flag) for id, flag in library.red_flags.items() if flag.care == level]


def _by_tree(links: Links, id: str) -> dict[str, list[Way]]:
    found: dict[str, list[Way]] = {}
    for way in links.ways_here.get(id, ()):
        found.setdefault(way.tree, []).append(way)
    return found


def _by_questions(links: Links, ways: Mapping[str, list[Way]]) -> dict[str, list[Way]]:
    """The paths that end with an answer to a question of the tree, not with a red flag."""
    own = {
        tree: [way for way in found if way.answers[-1][0] in links.library.trees[tree].questions]
        for tree, found in ways.items()
    }
    return {tree: found for tree, found in own.items() if found}


def _by_level(links: Links) -> list[tuple[str | None, list[str]]]:
    levels: list[str | None] = [*links.library.care_levels, None]
    groups = [(level, [id for id, outcome in links.outcomes.items() if outcome.care == level]) for level in levels]
    return [(level, ids) for level, ids in groups if ids]


def _boost(library: Library, outcome: Outcome) -> int:
    """The search boost, three times that of the next lower level: a search for a symptom should find its most urgent
    meaning first."""
    levels = list(library.care_levels)
    return 3 ** (len(levels) - 1 - levels.index(outcome.care)) if outcome.care in levels else 1
