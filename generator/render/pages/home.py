"""The first page: places, guides, and the most asked questions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from math import dist

from generator.analyse.addresses import HOME
from generator.analyse.gate import outcome_id
from generator.core.kinds.care_level import CareLevel
from generator.core.kinds.tree import Tree
from generator.core.library import Library
from generator.core.markup import plain
from generator.core.project import SITE
from generator.core.site import Page
from generator.core.wording import comma, counted, plain_text
from generator.render.link import Links
from generator.render.pages.figures import Figure, map_figures
from generator.render.pages.guide import in_order
from generator.render.safe_markdown import in_html

# Limits, so that the page does not grow with the library: with more guides than the first number, they are only on
# their list; of a place with more guides than the second, only as many as the third are named.
_MOST, _MOST_OF_A_PLACE, _FIRST_OF_A_PLACE = 40, 8, 3
# The radius of a spot, in units of a figure that is 200 wide: large enough for a finger on a phone that shows two
# figures.
_FINGER_RADIUS = 16.5


def pages(links: Links) -> Iterator[Page]:
    """The first page, unless an author wrote `content/index.md`, which replaces it."""
    library = links.library
    if HOME in library.pages:
        return
    site, words = library.site, library.site.words
    guides = in_order(library)
    trees = guides if len(guides) <= _MOST else {}
    found = map_figures(library)
    leads = _leads(library, trees, [id for figure in found for id, _ in figure.marks])
    numbers = _numbers(trees, leads)
    figures = [replace(one, marks=tuple(mark for mark in one.marks if mark[0] in leads)) for one in found]
    figures = [one for one in figures if one.marks]
    level = _emergency(links)
    yield Page(
        uri=HOME,
        template="home",
        title=plain(site.title) or plain(words.home_title),
        description=plain(site.summary) or plain(words.home_about),
        source=SITE if site.title else None,
        view={
            "urgent": library.care_levels[level] if level else None,
            "urgent_card": outcome_id(level) if level else None,
            "figures": figures,
            "radius": _radius(figures),
            "leads": leads,
            "numbers": numbers,
            "labels": {id: _label(links, id, to) for id, to in leads.items()},
            "places": [id for kind, id in leads.values() if kind == "place"],
            "trees": trees,
            "guides": len(guides),
            "most_asked": site.most_asked or list(library.faq)[:5],
        },
        meta={"hide": ["navigation", "toc"]},
    )


def _leads(library: Library, trees: Mapping[str, Tree], marked: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The target of each marked place: its guide, or its own page if it has several guides or if guides are not listed
    here."""
    leads = {}
    for place in marked:
        guides = [
            id for id, tree in library.trees.items() if place in (tree.places if tree.spots is None else tree.spots)
        ]
        if len(guides) == 1 and guides[0] in trees:
            leads[place] = ("tree", guides[0])
        elif guides:
            leads[place] = ("place", place)
    return leads


def _numbers(trees: Iterable[str], leads: Mapping[str, tuple[str, str]]) -> dict[tuple[str, str], int]:
    """A number for each target, in the order of the lists below the map."""
    ordered = [("tree", id) for id in trees] + [to for to in leads.values() if to[0] == "place"]
    led_to = set(leads.values())
    return {to: number for number, to in enumerate((to for to in ordered if to in led_to), start=1)}


def _radius(figures: Iterable[Figure]) -> float:
    """The largest radius of a spot, in units of a figure, at which no two spots overlap."""
    radius = _FINGER_RADIUS
    for figure in figures:
        for (_, one), (_, other) in combinations(figure.marks, 2):
            radius = min(radius, dist((one.x, one.y), (other.x, other.y)) / 2)
    return round(radius, 1)


def _label(links: Links, place: str, leads: tuple[str, str]) -> str:
    """The accessible label of a spot: its place and its target, safe in an attribute."""
    site = links.library.site
    guides = [leads[1]] if leads[0] == "tree" else links.related("place", place, "tree")
    # The same names as in the list beside the map.
    trees = links.library.trees
    named = [plain(trees[tree].short or links.title("tree", tree)) for tree in _first(guides)]
    if len(named) < len(guides):
        named.append(plain(counted(site.words.spot_more, len(guides) - len(named), site.language)))
    spot = counted(site.words.spot, len(guides), site.language)
    return in_html(plain_text(spot, place=plain(links.title("place", place)), guides=comma(site.language).join(named)))


def _first(guides: list[str]) -> list[str]:
    """The guides of a place that are named here; its own page, one step away, lists all."""
    return guides if len(guides) <= _MOST_OF_A_PLACE else guides[:_FIRST_OF_A_PLACE]


def _emergency(links: Links) -> str | None:
    """The most urgent care level, if it is an emergency and has a card; otherwise None."""
    levels: dict[str, CareLevel] = dict(links.library.care_levels)
    first = next(iter(levels), None)
    if first is None or levels[first].card != "emergency" or outcome_id(first) not in links.outcomes:
        return None
    return first
