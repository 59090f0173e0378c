"""Translations of a library: for each text its translation and the original it was made from, by place.

`content/translations/<language>/` mirrors the project. Everything that is not text for readers (where a choice leads,
how urgent an outcome is, where a red flag is asked, the sources of a statement) is read from the original alone.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pydantic import Field

from generator.core.kinds.kind import Entry, Text
from generator.core.page_fields import PageFields
from generator.core.project import CONTENT, TREES
from generator.core.source import SourceFile, Step

FOLDER = f"{CONTENT}/translations"
# The file with settings of a translation as a whole.
ABOUT = "language.yml"


class Place(NamedTuple):
    """The place of a text in the original: its file, and the keys and indexes that lead to it."""

    file: str
    path: tuple[Step, ...]

    def __str__(self) -> str:
        return f"{self.file}#{'.'.join(map(str, self.path))}"


class Translated(Entry):
    """One text in another language."""

    NOUN = "translated text"
    from_: str = Field("", alias="from", description="The text that was translated, as it stands in the original.")
    to: str = Field("", description="The same in this language; empty until somebody has written it.")
    was: str = Field(
        "",
        description="The text that was translated, where the original has changed since. Update `to`, and delete this.",
    )
    note: str = Field("", description="Something for other translators.")

    def is_of(self, original: str) -> bool:
        """Whether it is a translation of the current original, so complete and not stale."""
        return bool(self.to.strip()) and not self.was and self.from_.strip() == original


class AboutLanguage(Entry):
    """Settings of a translation as a whole, in `language.yml` in its folder. The file is optional."""

    NOUN = "language"
    machine: bool = Field(
        False, description="true where a machine translated and nobody has read it; each page then says so at its foot."
    )
    menu: dict[str, Text] = Field(
        {}, description="The titles in the menu of mkdocs.yml, each with what stands there in this language."
    )


@dataclass(frozen=True, slots=True)
class Translation:
    """Everything that is translated into one language.

    Attributes:
        texts: by the place of the original; texts without an original any more are included.
        pages: translated ordinary pages, by path under `content/`.
        page_fields: the front matter of each of these, with the checksum of the page that it was made from.
        about: settings of the translation as a whole.
    """

    texts: Mapping[Place, Translated] = field(default_factory=dict)
    pages: Mapping[str, SourceFile] = field(default_factory=dict)
    page_fields: Mapping[str, PageFields] = field(default_factory=dict)
    about: AboutLanguage = field(default_factory=AboutLanguage)


def is_translation(path: str) -> bool:
    """Whether a file of a project is part of a translation."""
    parts = path.split("/")
    return path.startswith(f"{FOLDER}/") and len(parts) > 3 and path.endswith((".yml", ".md"))


def is_no_translation(path: str) -> str:
    """Why a file among the translations is not read: "catalogue" for a gettext catalog, "language" for YAML outside the
    folder of a language, "ending" for a wrong file ending; empty for other files."""
    if not path.startswith(f"{FOLDER}/"):
        return ""
    if path.endswith((".po", ".pot")):
        return "catalogue"
    if path.removeprefix(f"{FOLDER}/").count("/") == 0:
        return "language" if path.endswith((".yml", ".yaml")) else ""
    return "ending" if path.endswith((".yaml", ".YML", ".yml.txt")) else ""


def language_of(path: str) -> str:
    """The language of a translation file, from its folder."""
    return path.removeprefix(f"{FOLDER}/").partition("/")[0]


def original_of(path: str) -> str:
    """The original of a translation file."""
    inside = path.removeprefix(f"{FOLDER}/").partition("/")[2]
    return inside if inside.startswith(f"{TREES}/") else f"{CONTENT}/{inside}"


def translation_of(original: str, language: str) -> str:
    """The translation file of a file of the project."""
    return f"{FOLDER}/{language}/{original.removeprefix(f'{CONTENT}/')}"


@lru_cache(maxsize=2048)
def checksum(page: SourceFile) -> str:
    """The checksum of an ordinary page, by which its translations refer to it."""
    return hashlib.sha256(page.text.encode(errors="surrogatepass")).hexdigest()[:12]
