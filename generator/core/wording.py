"""Compose words: fill in {names}, choose plural forms, and format numbers and dates for a language.

Babel is imported lazily: most commands write no page.
"""

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from generator.core.markup import plain
from generator.core.page_words import Forms

if TYPE_CHECKING:
    from babel import Locale

# The scripts that the typeface in `draw/fonts` covers.
_DRAWN = frozenset(("Latn", "Cyrl", "Grek"))
_SLOT = re.compile(r"\{([a-z_]+)\}")


def slots(text: str) -> list[str]:
    """The names in braces in a text, each once, in order."""
    return list(dict.fromkeys(_SLOT.findall(text)))


def filled(text: str, **values: str) -> str:
    """A text with its names in braces replaced by values; names without a value stay."""
    return _SLOT.sub(lambda slot: values.get(slot[1], slot[0]), text)


def plain_text(text: str, **values: str) -> str:
    """The plain words of an author's text, with its names in braces replaced by values."""
    return filled(plain(text), **values)


def counted(forms: Forms, number: int, language: str, counts: str = "number") -> str:
    """The plural form for a number, with the number filled in.

    Args:
        forms: a text for each form; `other` is used for forms that are not given.
        number: the number.
        language: such as "en-GB".
        counts: the name that stands for the number.
    """
    category = locale(language).plural_form(number)
    text: str = getattr(forms, category) or forms.other
    return filled(text, **{counts: in_digits(number, language)})


def in_digits(number: int, language: str) -> str:
    """A number formatted for a language, such as "1,204"."""
    from babel.numbers import format_decimal

    return str(format_decimal(number, locale=locale(language)))


def day(value: date, language: str) -> str:
    """A date formatted for a language, such as "22 November 2026"."""
    from babel.dates import format_date

    return str(format_date(value, "long", locale=locale(language)))


@cache
def comma(language: str) -> str:
    """The separator between items of a list, such as ", "."""
    pattern: str = locale(language).list_patterns["standard"]["middle"]
    return pattern.removeprefix("{0}").removesuffix("{1}")


def land(language: str) -> str:
    """The territory of a language for previews, such as "GB"; the most likely one if the tag names none."""
    return locale(language).territory or _likely(language)[2]


def called_in(language: str, other: str) -> str:
    """The name of a language in another language, such as "Englisch" for "en-GB" in "de"."""
    tag = locale(language).language
    return str(locale(other).languages.get(tag, tag))


def calls_itself(language: str) -> str:
    """The name of a language in itself, such as "Deutsch"."""
    name = called_in(language, language)
    return name[:1].upper() + name[1:]


def is_drawn(language: str) -> bool:
    """Whether the typeface of preview images covers the script of a language."""
    return (locale(language).script or _likely(language)[1]) in _DRAWN


def direction(language: str) -> str:
    """The writing direction: "ltr" or "rtl"."""
    return str(locale(language).text_direction)


def _likely(language: str) -> tuple[str, str, str]:
    from babel.core import get_global

    known = get_global("likely_subtags").get(locale(language).language, "").split("_")
    return (known[0], known[1], known[2]) if len(known) == 3 else ("", "", "")


def is_language(tag: str) -> bool:
    """Whether Babel has data for a language tag, such as "en-GB"."""
    from babel import UnknownLocaleError

    try:
        locale(tag)
    except (UnknownLocaleError, ValueError):
        return False
    return True


@cache
def locale(language: str) -> "Locale":
    """Babel's data for a language."""
    from babel import Locale

    return Locale.parse(language, sep="-")
