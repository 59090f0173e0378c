"""What follows from the subject of a site: words, and which rules hold. Nothing else in the program knows of health."""

from functools import cache

from generator.core.kinds.kind import Kind
from generator.core.library import Library
from generator.core.page_words import PageWords
from generator.core.settings import SiteSettings
from generator.core.word_file import english_of


def is_health(library: Library) -> bool:
    """Whether the site is about health."""
    return library.site.subject == "health"


def in_words_of_its_subject(site: SiteSettings) -> SiteSettings:
    """The settings with the words of the site's subject in the place of those that its author left as they are.

    Which words the author wrote, `model_fields_set` still says.
    """
    if not site.subject:
        return site
    own = {name: getattr(site.words, name) for name in site.words.model_fields_set}
    return site.model_copy(update={"words": _words(site.subject).model_copy(update=own)})


def required_here(kind: Kind, library: Library) -> list[str]:
    """The fields that an entry must have because of what else is in the library.

    Levels are no more than an order, which a result may stand outside of, where they rest on nobody's health and no
    warning sign leads to one.
    """
    fields = [field for field, because in kind.required_with.items() if library.entries[because]]
    return fields if is_health(library) or library.red_flags else [field for field in fields if field != "care"]


@cache
def _words(subject: str) -> PageWords:
    words = PageWords.model_validate(dict(english_of(subject)))
    return PageWords.model_construct(_fields_set=set(), **dict(words))
