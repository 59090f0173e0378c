"""How complete translations are, and the library in another language: with other words and otherwise the same."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from generator.core.blank import has_words
from generator.core.kinds import IN_REGISTERS, file_of
from generator.core.kinds.kind import Entry, Words, fields_of
from generator.core.library import Library
from generator.core.originals import originals
from generator.core.page_words import PageWords
from generator.core.project import CONTENT, SITE
from generator.core.settings import SiteSettings
from generator.core.source import SourceFile, Step
from generator.core.subject import with_default_words
from generator.core.translation import Place, Translation, checksum
from generator.core.word_file import english
from generator.core.wording import called_in

_Said = Mapping[tuple[Step, ...], str]


@dataclass(frozen=True, slots=True)
class TranslationProgress:
    """The progress of a translation.

    Attributes:
        complete: the texts with a current translation.
        stale: those whose original has changed since.
        missing: those without a translation.
    """

    complete: tuple[Place, ...]
    stale: tuple[Place, ...]
    missing: tuple[Place, ...]


def progress(library: Library, language: str) -> TranslationProgress:
    """The progress of the translation into a language."""
    return _standing(originals(library), library.translations.get(language, Translation()))


def progress_by_language(library: Library, texts: Mapping[Place, str] | None = None) -> dict[str, TranslationProgress]:
    """The progress of the translation into every language that has one.

    Args:
        library: the original.
        texts: its texts as `originals` returns them, if already computed.
    """
    if not library.translations:
        return {}
    texts = originals(library) if texts is None else texts
    return {language: _standing(texts, found) for language, found in library.translations.items()}


def _standing(texts: Mapping[Place, str], translation: Translation) -> TranslationProgress:
    complete: list[Place] = []
    stale: list[Place] = []
    missing: list[Place] = []
    for place, text in texts.items():
        if not place.path:
            page = translation.page_fields.get(place.file.removeprefix(f"{CONTENT}/"))
            (missing if page is None else complete if page.translates == text else stale).append(place)
            continue
        one = translation.texts.get(place)
        (missing if one is None or not has_words(one.to) else complete if one.is_of(text) else stale).append(place)
    return TranslationProgress(tuple(complete), tuple(stale), tuple(missing))


def in_language(library: Library, language: str) -> Library:
    """The library in another language.

    Every text with a current translation is replaced by it. Any other stays in the original language, with the name of
    that language behind it; a stale translation is never shown.

    Args:
        library: one in which `check` found no error.
        language: one of `library.translations`.
    """
    translation = library.translations[language]
    texts = originals(library)
    now = {place: translation.texts[place].to for place in _standing(texts, translation).complete if place.path}
    mark = f"({called_in(library.site.language, language)})"
    by_file: dict[str, dict[tuple[Step, ...], str]] = {}
    for place, text in texts.items():
        if place.path:
            by_file.setdefault(place.file, {})[place.path] = now.get(place) or _marked(text, mark)
    entries: dict[str, Mapping[str, Entry]] = {}
    for kind, found in library.entries.items():
        changed = {}
        for id, entry in found.items():
            said = by_file.get(file_of(kind, id), {})
            changed[id] = _with(entry, (id,) if kind in IN_REGISTERS else (), said)
        entries[kind] = MappingProxyType(changed)
    own = {place.path: text for place, text in now.items() if place.file == SITE}
    site = _site(library.site, language, own, by_file.get(SITE, {}), translation.about.machine)
    fresh = [uri for uri, page in library.pages.items() if _is_fresh(translation, uri, page)]
    return replace(
        library,
        entries=MappingProxyType(entries),
        site=site,
        pages=MappingProxyType({**library.pages, **{uri: translation.pages[uri] for uri in fresh}}),
        page_fields=MappingProxyType({**library.page_fields, **{uri: translation.page_fields[uri] for uri in fresh}}),
        translations={},
    )


def _is_fresh(translation: Translation, uri: str, page: SourceFile) -> bool:
    return uri in translation.pages and translation.page_fields[uri].translates == checksum(page)


def _marked(text: str, mark: str) -> str:
    """A text in the original language, marked with its language: after a single line, above several lines."""
    return f"{mark}\n\n{text}" if "\n" in text.strip() else f"{text.rstrip()} {mark}"


def _with(entry: Any, path: tuple[Step, ...], said: _Said) -> Any:  # noqa: ANN401 - the same type comes out
    """A value with its texts replaced.

    Args:
        entry: an entry, a part of one, or the value of a field.
        path: the keys and indexes that lead to it.
        said: the new texts, by path.
    """
    match entry:
        case str():
            return said.get(path, entry)
        case list():
            return [_with(item, (*path, index), said) for index, item in enumerate(entry)]
        case dict():
            return {key: _with(item, (*path, key), said) for key, item in entry.items()}
        case Entry():
            changed = {}
            for one in fields_of(type(entry)):
                if one.name in entry.model_fields_set and (one.part is not None or isinstance(one.role, Words)):
                    value = getattr(entry, one.name)
                    other = _with(value, (*path, one.key), said)
                    if other != value:
                        changed[one.name] = other
            return entry.model_copy(update=changed) if changed else entry
    return entry


def _site(site: SiteSettings, language: str, now: _Said, shown: _Said, machine: bool) -> SiteSettings:
    """The settings in another language: words with a default in each language use it if they are not translated."""
    of_ours = english().group("site")
    fields = site.model_fields_set - {"words", *of_ours} | {"language"}
    changed: dict[str, Any] = {"language": language}
    for one in fields_of(SiteSettings):
        if one.name in of_ours and (one.key,) in now:
            changed[one.name] = now[(one.key,)]
            fields.add(one.name)
        elif isinstance(one.role, Words) and (one.key,) in shown and one.name not in of_ours:
            changed[one.name] = shown[(one.key,)]
    own = {str(path[1]): text for path, text in now.items() if path[0] == "words"}
    changed["words"] = PageWords(**own)
    fields.add("words")
    found = with_default_words(SiteSettings.model_construct(_fields_set=fields, **{**dict(site), **changed}))
    if not machine:
        return found
    said = [found.words.by_machine, *([found.attribution] if found.attribution else [])]
    return SiteSettings.model_construct(
        _fields_set=fields | {"attribution"}, **{**dict(found), "attribution": "\n\n".join(said)}
    )
