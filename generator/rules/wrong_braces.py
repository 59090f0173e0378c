"""A site's own wording with a missing or unknown name in braces.

A page replaces each name in braces with a value: a number, a title, a link. Which names there are depends on the
wording, so a site's own wording needs the same names as the one that it replaces. A plural form may leave out the
number.

Wrong, in content/site.yml:

    words:
      asked_about: "Here: {place}"

Right, in content/site.yml:

    words:
      asked_about: "Here: {places}"
"""

from collections.abc import Iterator, Mapping

from generator.analyse.survey import Survey
from generator.core.finding import Fault
from generator.core.library import at_site
from generator.core.page_words import Forms, changed
from generator.core.source import Location
from generator.core.text import listing, nearest_name
from generator.core.word_file import Word
from generator.core.wording import slots

CODE = "S309"


def check(survey: Survey) -> Iterator[Fault]:
    """Compare each wording of the site with the one that it replaces."""
    words = survey.library.site.words
    for name, word in changed(words).items():
        for form, text in _texts(getattr(words, name)).items():
            at = at_site("words", name, *([form] if form else []))
            yield from _faults(at, word, form, text)


def _texts(value: str | Forms) -> Mapping[str, str]:
    """The texts of a wording by plural form; "" for a wording without plural forms."""
    if isinstance(value, str):
        return {"": value}
    return {form: getattr(value, form) for form in value.model_fields_set}


def _faults(at: Location, word: Word, form: str, text: str) -> Iterator[Fault]:
    known = slots(word.text)
    found = slots(text)
    for name in found:
        if name not in known:
            otherwise = f"Use {_named(known)}." if known else "Leave it out: this word has no names in braces."
            near = nearest_name(name, known)
            help = f"Did you mean {{{near}}}?" if near else otherwise
            yield Fault(CODE, at, f"{{{name}}} is not filled in here.", help)
    may_go = word.counts if form not in ("", "other") else None
    missing = [name for name in known if name not in found and name != may_go]
    # A misspelt name is also a missing one; that is a single mistake.
    if missing and set(found) <= set(known):
        yield Fault(CODE, at, f"{_named(missing)} is missing here.", f'Write it as in "{word.text}".')


def _named(names: list[str]) -> str:
    return listing(f"{{{name}}}" for name in names)
