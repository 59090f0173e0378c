"""The file of English words that readers of a site see: `words/en.toml`, read once and never changed."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

_FOLDER = Path(__file__).parent / "words"
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
    """

    language: str
    words: Mapping[str, Word]
    review: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def group(self, name: str) -> Mapping[str, Word]:
        """The words that readers see in one place."""
        return {word.name: word for word in self.words.values() if word.group == name}


@cache
def english() -> WordFile:
    """The words that pages say where a site has no others."""
    return read((_FOLDER / "en.toml").read_text("utf-8"))


@cache
def english_of(subject: str) -> Mapping[str, str]:
    """The words that a site about a subject has in the place of the usual ones, by name."""
    return MappingProxyType(tomllib.loads((_FOLDER / f"en.{subject}.toml").read_text("utf-8")))


def read(text: str) -> WordFile:
    """Make words of a file's text.

    Raises:
        ValueError: where two words have one name, or a word has no text for most numbers.
    """
    groups = tomllib.loads(text)
    language = groups.pop("language")
    review = {name: tuple(found) for name, found in groups.pop("review", {}).items()}
    words: dict[str, Word] = {}
    for group, entries in groups.items():
        for name, entry in entries.items():
            if name in words:
                raise ValueError(f'Two words are called "{name}".')
            words[name] = _word(name, group, entry)
    return WordFile(language, MappingProxyType(words), MappingProxyType(review))


def _word(name: str, group: str, entry: Mapping[str, Any]) -> Word:
    forms = {category: entry[category] for category in CATEGORIES if category in entry}
    if ("text" in entry) == bool(forms) or (forms and "other" not in forms):
        raise ValueError(f'The word "{name}" needs "text", or plural forms with "other" among them.')
    counts = entry.get("counts", "number") if forms else None
    return Word(name, group, MappingProxyType(forms or {"other": entry["text"]}), entry["where"], counts)
