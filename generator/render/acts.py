"""Replaces links such as `[](care:emergency)` in authors' texts by the `act` of that care level: what to do."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from generator.core.blocks import Mention
from generator.core.kinds import KINDS
from generator.core.kinds.kind import Entry, fields_of
from generator.core.library import Library
from generator.core.markup import mentions
from generator.core.page_text import line_ends, page_mentions

_WORD = KINDS["care-level"].word
_Entry = TypeVar("_Entry", bound=Entry)


def with_acts(library: Library) -> Library:
    """The library with every link to a care level that has no link text replaced by the level's `act`."""
    acts = {id: level.act for id, level in library.care_levels.items()}
    entries = {
        kind: {id: _entry(entry, acts) for id, entry in of_kind.items()} for kind, of_kind in library.entries.items()
    }
    pages = {uri: replace(page, text=_page(page.text, acts)) for uri, page in library.pages.items()}
    return replace(library, entries=entries, pages=pages, site=_entry(library.site, acts))


def _text(text: str, acts: Mapping[str, str]) -> str:
    return _written(text, mentions(text), acts) if f"[]({_WORD}:" in text else text


def _page(text: str, acts: Mapping[str, str]) -> str:
    if f"[]({_WORD}:" not in text:
        return text
    text = line_ends(text)
    return _written(text, page_mentions(text), acts)


def _written(text: str, mentions: Iterable[Mention], acts: Mapping[str, str]) -> str:
    parts, at = [], 0
    for one in sorted(mentions, key=lambda one: one.offset):
        begin, end = one.offset - len("[]("), one.offset + len(f"{one.kind}:{one.id})")
        if text[begin:end] == f"[]({_WORD}:{one.id})" and one.id in acts:
            parts += [text[at:begin], acts[one.id]]
            at = end
    return "".join([*parts, text[at:]])


def _entry(entry: _Entry, acts: Mapping[str, str]) -> _Entry:
    """The same object if nothing in it contains such a link, as in nearly all entries."""
    if not _asks(vars(entry).values()):
        return entry
    changed = {one.name: _value(getattr(entry, one.name), acts) for one in fields_of(type(entry))}
    return entry.model_copy(update={name: changed[name] for name in entry.model_fields_set})


def _asks(values: Iterable[object]) -> bool:
    for value in values:
        if isinstance(value, str):
            if f"[]({_WORD}:" in value:
                return True
        elif isinstance(value, Entry):
            if _asks(vars(value).values()):
                return True
        elif isinstance(value, dict):
            if _asks(value.values()):
                return True
        elif isinstance(value, list) and _asks(value):
            return True
    return False


def _value(value: object, acts: Mapping[str, str]) -> object:
    if isinstance(value, str):
        return _text(value, acts)
    if isinstance(value, Entry):
        return _entry(value, acts)
    if isinstance(value, dict):
        return {key: _value(item, acts) for key, item in value.items()}
    if isinstance(value, list):
        return [_value(item, acts) for item in value]
    return value
