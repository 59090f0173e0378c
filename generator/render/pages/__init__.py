"""The pages of a site. Each module makes the pages of one kind; `entries` makes those of kinds without a module."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from generator.core.kinds import WITH_PAGES
from generator.core.site import Page
from generator.render.link import Links
from generator.render.pages import (
    entries,
    exercise,
    faq_entry,
    guide,
    home,
    outcome,
    place,
    plan,
    precautions,
    rules,
    sources,
    tested,
    whole,
)

PageMaker = Callable[[Links], Iterator[Page]]

# Kinds whose pages show more than `entries` does.
_SPECIAL: Mapping[str, PageMaker] = MappingProxyType(
    {
        "tree": guide.pages,
        "outcome": outcome.pages,
        "faq": faq_entry.pages,
        "place": place.pages,
        "plan": plan.pages,
        "exercise": exercise.pages,
    }
)
PAGE_MAKERS: tuple[PageMaker, ...] = (
    home.pages,
    *(_SPECIAL.get(kind) or partial(entries.pages, kind=kind) for kind in WITH_PAGES),
    whole.pages,
    sources.pages,
    precautions.pages,
    tested.pages,
    rules.pages,
)
