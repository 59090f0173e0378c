"""A project whose authors write in other letters, with other words of the site: whatever stays Latin is in the code."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace

from generator.core.kinds import IN_REGISTERS, KINDS, kind_of
from generator.core.kinds.kind import Words, role_at
from generator.core.page_text import front_matter_end
from generator.core.project import SITE
from generator.core.settings import SiteSettings
from generator.core.source import SourceFile
from generator.core.word_file import Word, english
from generator.core.wording import slots
from generator.load.files import Loaded
from generator.load.yaml_nodes import read

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_OTHER = "αβψδεφγηιξκλμνοπϟρστθωϛχυζ"
_LETTERS = str.maketrans(_LATIN + _LATIN.upper(), _OTHER + _OTHER.upper())
# Targets of links, citations, tags, references to characters and addresses mean something besides what they show.
_KEPT = re.compile(r"\]\([^)]*\)|\[@[^\]]*\]|<[a-z]+:[^<>]*>|&#?\w+;|https?://\S+|\{[a-z_]+\}|\{[^{}\n]*\}(?=\n|$)")
# What a drawing says of itself.
_IN_DRAWING = re.compile(r"(?<=<title>)[^<]*|(?<=<desc>)[^<]*")
# Of a source, what pages show; the rest are ids, numbers and addresses.
_OF_SOURCES = frozenset(("author", "publisher", "container-title", "title", "note", "page"))


def in_other_letters(text: str) -> str:
    """A text with each Latin letter that a reader sees as a Greek one."""
    kept = [(found.start(), found.end()) for found in _KEPT.finditer(text)]
    parts, at = [], 0
    for begin, end in kept:
        parts += [text[at:begin].translate(_LETTERS), text[begin:end]]
        at = end
    return "".join([*parts, text[at:].translate(_LETTERS)])


def marked(name: str) -> str:
    """What stands in the place of a word: its name in other letters, between signs that nobody writes."""
    return f"⟦{name.replace('_', '·').translate(_LETTERS)}⟧"


def in_other_words(loaded: Loaded, without: Iterable[str] = ()) -> Loaded:
    """A project with every text of its authors in other letters, and every word of the site marked.

    Args:
        without: names of words that stay as they are.
    """
    files = [_file(source) for source in loaded.files if source.path != SITE]
    own = next((read(source)[0] for source in loaded.files if source.path == SITE), {})
    # What a site asks of its texts is asked in its own letters.
    site = _value(SITE, (), {key: value for key, value in own.items() if key not in ("words", "house_rules")})
    words = {name: word for name, word in english().words.items() if name not in without}
    site |= {"language": "el", "title": site.get("title", marked("title"))}
    site |= {name: _marked(word) for name, word in words.items() if word.group == "site"}
    site["words"] = {name: _marked(word) for name, word in words.items() if word.group != "site"}
    return replace(loaded, files=tuple(sorted([*files, _written(SITE, site)], key=lambda source: source.path)))


def _marked(word: Word) -> str:
    return " ".join([marked(word.name), *(f"{{{slot}}}" for slot in slots(word.text))])


def _file(source: SourceFile) -> SourceFile:
    if source.path.endswith(".md"):
        end = front_matter_end(source.text)
        return replace(source, text=source.text[:end] + in_other_letters(source.text[end:]))
    if source.path.endswith(".svg"):
        return replace(source, text=_IN_DRAWING.sub(lambda found: in_other_letters(found[0]), source.text))
    if kind_of(source.path) is None:
        return source
    return _written(source.path, _value(source.path, (), read(source)[0]))


def _written(path: str, value: object) -> SourceFile:
    # JSON is YAML in which nothing is a number or a date by its looks.
    return SourceFile(path, json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _value(file: str, path: tuple[str | int, ...], value: object) -> object:
    if isinstance(value, dict):
        return {key: _value(file, (*path, key), item) for key, item in value.items()}
    if isinstance(value, list):
        return [_value(file, (*path, index), item) for index, item in enumerate(value)]
    return in_other_letters(value) if isinstance(value, str) and _is_shown(file, path) else value


def _is_shown(file: str, path: tuple[str | int, ...]) -> bool:
    kind, _ = kind_of(file)
    if kind == "source":
        return len(path) > 1 and path[1] in _OF_SOURCES
    model = KINDS[kind].model if kind in KINDS else SiteSettings
    return isinstance(role_at(model, path[1:] if kind in IN_REGISTERS else path), Words)
