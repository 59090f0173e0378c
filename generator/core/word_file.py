"""The word files: the words that readers of a site see, one file for each language; read once and never changed."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

_FOLDER = Path(__file__).parent / "words"
_ENGLISH = "en"
# The CLDR names of plural forms, as used in the files. English has two of them.
CATEGORIES = ("zero", "one", "two", "few", "many", "other")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or text that pages show.

    Attributes:
        name: identifies it in templates and in the settings of a site.
        group: the part of the site where readers see it.
        forms: its text by plural form; a word without plural forms has only "other".
        where: a description of where it is shown.
        counts: for plural forms, the {name} that stands for the number, "" if it is not shown; None without plural
            forms.
    """

    name: str
    group: str
    forms: Mapping[str, str]
    where: str
    counts: str | None

    @property
    def text(self) -> str:
        """Its text; with plural forms, the one for most numbers."""
        return self.forms["other"]


@dataclass(frozen=True, slots=True)
class WordFile:
    """All words of one language, by name, in the order of their file.

    Attributes:
        language: its tag, such as "en-GB".
        review: lists of words that show a reviewer what a rewording may change, by name.
        unsure: phrases by which an uncertain answer is recognised.
    """

    language: str
    words: Mapping[str, Word]
    review: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    unsure: tuple[str, ...] = ()

    def group(self, name: str) -> Mapping[str, Word]:
        """The words of one group, by name."""
        return {word.name: word for word in self.words.values() if word.group == name}


@cache
def languages() -> tuple[str, ...]:
    """The languages with a word file, such as "de"; English is included."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml") if "." not in path.stem))


@cache
def english() -> WordFile:
    """The English words, which are the default."""
    return words_in(_ENGLISH)


@cache
def words_in(language: str) -> WordFile:
    """The words of a language. Descriptions are only in the English file."""
    text = (_FOLDER / f"{language}.toml").read_text("utf-8")
    return read(text) if language == _ENGLISH else read(text, english())


@cache
def words_about(subject: str, language: str = _ENGLISH) -> Mapping[str, str]:
    """The words that replace the usual ones on a site about a subject, by name."""
    return MappingProxyType(tomllib.loads((_FOLDER / f"{language}.{subject}.toml").read_text("utf-8")))


def has_words(tag: str) -> str:
    """The language with a word file for a tag such as "de-CH"; English if there is none."""
    language = tag.partition("-")[0].lower()
    return language if language in languages() else _ENGLISH


def usual_language(theme: str) -> str:
    """The default language of a site by that of its theme, such as "en-GB" for "en".

    Args:
        theme: the language of the theme, "" if not set. Without words in that language, the site is English.
    """
    known = has_words(theme)
    return theme if known not in (_ENGLISH, theme) else words_in(known).language


def read(text: str, original: WordFile | None = None) -> WordFile:
    """Parse a word file.

    Args:
        text: the text of the file.
        original: the English words, of which this file has only the texts; None for the English file itself.

    Raises:
        ValueError: if two words have the same name, or a word has no text for most numbers.
    """
    groups = tomllib.loads(text)
    language = groups.pop("language")
    unsure = tuple(groups.pop("unsure", ()))
    review = {name: tuple(found) for name, found in groups.pop("review", {}).items()}
    words: dict[str, Word] = {}
    for group, entries in groups.items():
        for name, entry in entries.items():
            if name in words:
                raise ValueError(f'Two words are called "{name}".')
            words[name] = _word(name, group, entry if original is None else _as_in(original.words, name, entry))
    return WordFile(language, MappingProxyType(words), MappingProxyType(review), unsure)


def _as_in(words: Mapping[str, Word], name: str, entry: str | Mapping[str, str]) -> Mapping[str, Any]:
    """The data of a word, with the description from the original."""
    if name not in words:
        raise ValueError(f'There is no word "{name}" in English.')
    texts = {"text": entry} if isinstance(entry, str) else entry
    counts = {} if words[name].counts is None or isinstance(entry, str) else {"counts": words[name].counts}
    return {**texts, **counts, "where": words[name].where}


def _word(name: str, group: str, entry: Mapping[str, Any]) -> Word:
    forms = {category: entry[category] for category in CATEGORIES if category in entry}
    if ("text" in entry) == bool(forms) or (forms and "other" not in forms):
        raise ValueError(f'The word "{name}" needs "text", or plural forms with "other" among them.')
    counts = entry.get("counts", "number") if forms else None
    return Word(name, group, MappingProxyType(forms or {"other": entry["text"]}), entry["where"], counts)
