"""What depends on the subject and the language of a site: its words, and which rules apply."""

from functools import cache
from typing import Any

from generator.core.kinds.kind import Kind
from generator.core.library import Library
from generator.core.memo import memoized
from generator.core.page_words import Forms, PageWords
from generator.core.review_words import ReviewWords
from generator.core.settings import SiteSettings
from generator.core.word_file import english, has_words, usual_language, words_about, words_in


def is_health(library: Library) -> bool:
    """Whether the site is about health."""
    return library.site.subject == "health"


def with_default_words(site: SiteSettings, theme: str = "") -> SiteSettings:
    """The settings, with the words of the site's language and subject for all words that its author did not set.

    `model_fields_set` still holds the words that the author set.

    Args:
        site: the settings as written.
        theme: the language of the site's theme, which is the default language of the site.
    """
    return _in_its_words(site, theme)


@memoized
def _in_its_words(site: SiteSettings, theme: str) -> SiteSettings:
    own = site.model_fields_set
    tag = site.language if "language" in own else usual_language(theme)
    language = has_words(tag)
    if tag == site.language and words_in(language) is english() and not site.subject:
        return site
    words = {name: getattr(site.words, name) for name in site.words.model_fields_set}
    review = {name: getattr(site.review_words, name) for name in site.review_words.model_fields_set}
    usual: dict[str, Any] = {name: word.text for name, word in words_in(language).group("site").items()}
    usual["unsure_words"] = list(words_in(language).unsure)
    changed = {name: value for name, value in usual.items() if name not in own} | {
        "language": tag,
        "words": _words(language, site.subject).model_copy(update=words),
        "review_words": _review(language).model_copy(update=review),
    }
    return SiteSettings.model_construct(_fields_set=set(own), **{**dict(site), **changed})


def required_fields(kind: Kind, library: Library) -> list[str]:
    """The fields that an entry must have because of other entries in the library.

    `care` is not required if the site is not about health and has no red flags: care levels are then no more than an
    order, and an outcome may be outside of it.
    """
    fields = [field for field, because in kind.required_with.items() if library.entries[because]]
    return fields if is_health(library) or library.red_flags else [field for field in fields if field != "care"]


@cache
def _words(language: str, subject: str) -> PageWords:
    about = words_about(subject, language) if subject else {}
    said: dict[str, str | Forms] = {}
    for name, word in words_in(language).words.items():
        if word.group != "site":
            # Words about a subject may have one text for all plural forms.
            forms = {"other": about[name]} if name in about else word.forms
            said[name] = forms["other"] if word.counts is None else Forms.model_construct(set(forms), **forms)
    return PageWords.model_construct(_fields_set=set(), **said)


@cache
def _review(language: str) -> ReviewWords:
    lists = {name: list(found) for name, found in words_in(language).review.items()}
    return ReviewWords.model_construct(_fields_set=set(), **lists)
