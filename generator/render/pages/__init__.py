"""The kinds of page. Each module makes the pages of one kind; `PAGE_KINDS` lists them in the order of the menu."""

from collections.abc import Callable, Iterator

from generator.core.site import Page
from generator.render.link import Links
from generator.render.pages import faq_entry, guide, home, outcome, place, rules, sources, whole

PAGE_KINDS: tuple[Callable[[Links], Iterator[Page]], ...] = (
    home.pages,
    guide.pages,
    whole.pages,
    outcome.pages,
    faq_entry.pages,
    place.pages,
    sources.pages,
    rules.pages,
)
