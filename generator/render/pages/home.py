"""The first page: the places, the guides, the most asked questions."""

from collections.abc import Iterator

from generator.analyse.addresses import HOME
from generator.analyse.gate import outcome_id
from generator.core.kinds.care_level import CareLevel
from generator.core.markup import plain
from generator.core.project import SITE
from generator.core.site import Page
from generator.core.wording import counted, told
from generator.render.link import Links
from generator.render.pages.figures import Figure, map_figures
from generator.render.safe_markdown import in_html

# More guides than this are on their list only, and more of one place on its own page: this page must not grow with
# the library.
_MOST, _MOST_OF_A_PLACE, _FIRST_OF_A_PLACE = 40, 8, 3


def pages(links: Links) -> Iterator[Page]:
    """The first page, unless an author wrote `content/index.md`, which then stands instead."""
    library = links.library
    if HOME in library.pages:
        return
    site, words = library.site, library.site.words
    figures = map_figures(library)
    guides_of = {id: guides for id in library.places if (guides := links.related("place", id, "tree"))}
    numbers = _numbers(figures, guides_of)
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
            "numbers": numbers,
            "places": [*numbers, *(id for id in guides_of if id not in numbers)],
            "guides_of": {id: _first(guides) for id, guides in guides_of.items()},
            "others_of": {id: len(guides) - len(_first(guides)) for id, guides in guides_of.items()},
            "leads": {id: _leads(links, id, guides) for id, guides in guides_of.items()},
            "trees": library.trees if len(library.trees) <= _MOST else {},
            "guides": len(library.trees),
            "most_asked": site.most_asked or list(library.faq)[:5],
        },
        meta={"hide": ["navigation", "toc"]},
    )


def _first(guides: list[str]) -> list[str]:
    """The guides of a place that are named here, where its own page is one step away."""
    return guides if len(guides) <= _MOST_OF_A_PLACE else guides[:_FIRST_OF_A_PLACE]


def _numbers(figures: list[Figure], shown: dict[str, list[str]]) -> dict[str, int]:
    """The places on the figures, numbered from the top of the first to the foot of the last."""
    marks = [(number, mark.y, mark.x, id) for number, figure in enumerate(figures) for id, mark in figure.marks]
    ordered = dict.fromkeys(id for *_, id in sorted(marks) if id in shown)
    return {id: number for number, id in enumerate(ordered, start=1)}


def _leads(links: Links, place: str, guides: list[str]) -> str:
    """What a spot on the figure is and where it leads, safe inside an attribute."""
    site = links.library.site
    named = [plain(links.title("tree", tree)) for tree in _first(guides)]
    if len(named) < len(guides):
        named.append(plain(counted(site.words.spot_more, len(guides) - len(named), site.language)))
    spot = counted(site.words.spot, len(guides), site.language)
    return in_html(told(spot, place=plain(links.title("place", place)), guides=", ".join(named)))


def _emergency(links: Links) -> str | None:
    """The most urgent level, where it is an emergency and red flags make a card for it."""
    levels: dict[str, CareLevel] = dict(links.library.care_levels)
    first = next(iter(levels), None)
    if first is None or levels[first].card != "emergency" or outcome_id(first) not in links.outcomes:
        return None
    return first
