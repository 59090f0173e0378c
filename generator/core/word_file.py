"""The files of words that readers of a site see, one for each language: read once and never changed."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

_FOLDER = Path(__file__).parent / "words"
_ENGLISH = "en"
# What stands in the file for each plural form, as CLDR calls them. English has two of them.
CATEGORIES = ("zero", "one", "two", "few", "many", "other")


@dataclass(frozen=True, slots=True)
class Word:
    """What pages say in one place.

    Attributes:
        name: by which pages ask for it, and sites put another in its place.
        group: where readers see it.
        forms: its text by plural form; one text has the form "other" only.
        where: what stands there, in words.
        counts: for plural forms, which {name} stands for their number, "" where it is not shown; None for one text.
    """

    name: str
    group: str
    forms: Mapping[str, str]
    where: str
    counts: str | None

    @property
    def text(self) -> str:
        """Its text, or that of its plural form for most numbers."""
        return self.forms["other"]


@dataclass(frozen=True, slots=True)
class WordFile:
    """All words of one language, by name, in the order of their file.

    Attributes:
        language: such as "en-GB".
        review: the lists of words by which a reviewer sees what a change of words may do, by name.
        unsure: phrases by which an uncertain answer is recognised.
    """

    language: str
    words: Mapping[str, Word]
    review: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    unsure: tuple[str, ...] = ()

    def group(self, name: str) -> Mapping[str, Word]:
        """The words that readers see in one place."""
        return {word.name: word for word in self.words.values() if word.group == name}


@cache
def languages() -> tuple[str, ...]:
    """The languages of which there are words, such as "de"; English is among them."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml") if "." not in path.stem))


@cache
def english() -> WordFile:
    """The words that pages say where a site has no others."""
    return words_in(_ENGLISH)


@cache
def words_in(language: str) -> WordFile:
    """The words of one of the languages. What each is for stands in the English file alone."""
    text = (_FOLDER / f"{language}.toml").read_text("utf-8")
    return read(text) if language == _ENGLISH else read(text, english())


@cache
def words_about(subject: str, language: str = _ENGLISH) -> Mapping[str, str]:
    """The words that a site about a subject has in the place of the usual ones, by name."""
    return MappingProxyType(tomllib.loads((_FOLDER / f"{language}.{subject}.toml").read_text("utf-8")))


def has_words(tag: str) -> str:
    """The one of our languages that a tag such as "de-CH" is of; English where there are no words of it."""
    language = tag.partition("-")[0].lower()
    return language if language in languages() else _ENGLISH


def usual_language(theme: str) -> str:
    """The language of a site that does not say it, by that of its theme, such as "en-GB" for "en".

    Args:
        theme: what the theme says, "" where it says nothing. Where there are no words of it, the site is English.
    """
    known = has_words(theme)
    return theme if known not in (_ENGLISH, theme) else words_in(known).language


def read(text: str, original: WordFile | None = None) -> WordFile:
    """Make words of a file's text.

    Args:
        text: the file's.
        original: the words that those of this file stand for; it then has their texts only.

    Raises:
        ValueError: where two words have one name, or a word has no text for most numbers.
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
    """A word with what the original says of it."""
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
