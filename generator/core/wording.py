"""What is said with words: texts in the place of {names}, plural forms, and numbers and days as a language writes them.

Babel is imported where it is needed: most commands write no page.
"""

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from generator.core.markup import plain
from generator.core.page_words import Forms

if TYPE_CHECKING:
    from babel import Locale

# The letters that the typeface of `draw/fonts` has.
_DRAWN = frozenset(("Latn", "Cyrl", "Grek"))
_SLOT = re.compile(r"\{([a-z_]+)\}")


def slots(text: str) -> list[str]:
    """The names in braces in a text, each once."""
    return list(dict.fromkeys(_SLOT.findall(text)))


def filled(text: str, **values: str) -> str:
    """A text with values in the place of its names in braces; those without a value stay."""
    return _SLOT.sub(lambda slot: values.get(slot[1], slot[0]), text)


def told(text: str, **values: str) -> str:
    """The words of an author's text, with plain values in the place of its names."""
    return filled(plain(text), **values)


def counted(forms: Forms, number: int, language: str, counts: str = "number") -> str:
    """The plural form for a number, with the number in it.

    Args:
        forms: a text for each form; that for all other numbers stands for those that are not given.
        number: what is counted.
        language: such as "en-GB".
        counts: the name that stands for the number.
    """
    category = locale(language).plural_form(number)
    text: str = getattr(forms, category) or forms.other
    return filled(text, **{counts: in_digits(number, language)})


def in_digits(number: int, language: str) -> str:
    """A number as it is written, such as "1,204"."""
    from babel.numbers import format_decimal

    return str(format_decimal(number, locale=locale(language)))


def day(value: date, language: str) -> str:
    """A day as it is written, such as "22 November 2026"."""
    from babel.dates import format_date

    return str(format_date(value, "long", locale=locale(language)))


@cache
def comma(language: str) -> str:
    """What stands between two things of a list that goes on, such as ", "."""
    pattern: str = locale(language).list_patterns["standard"]["middle"]
    return pattern.removeprefix("{0}").removesuffix("{1}")


def land(language: str) -> str:
    """The land of a language as previews want it named, such as "GB"; the one where most speak it if it names none."""
    return locale(language).territory or _likely(language)[2]


def called_in(language: str, other: str) -> str:
    """What a language is called in another, such as "English" for "en-GB" in "de": "Englisch"."""
    tag = locale(language).language
    return str(locale(other).languages.get(tag, tag))


def calls_itself(language: str) -> str:
    """What a language calls itself, such as "Deutsch"."""
    name = called_in(language, language)
    return name[:1].upper() + name[1:]


def is_drawn(language: str) -> bool:
    """Whether the typeface of the pictures of links has the letters of a language."""
    return (locale(language).script or _likely(language)[1]) in _DRAWN


def direction(language: str) -> str:
    """Where lines begin: "ltr" or "rtl"."""
    return str(locale(language).text_direction)


def _likely(language: str) -> tuple[str, str, str]:
    from babel.core import get_global

    known = get_global("likely_subtags").get(locale(language).language, "").split("_")
    return (known[0], known[1], known[2]) if len(known) == 3 else ("", "", "")


def is_language(tag: str) -> bool:
    """Whether there are plural forms and names of months for a language, such as "en-GB"."""
    from babel import UnknownLocaleError

    try:
        locale(tag)
    except (UnknownLocaleError, ValueError):
        return False
    return True


@cache
def locale(language: str) -> "Locale":
    """What Babel knows of a language."""
    from babel import Locale

    return Locale.parse(language, sep="-")
