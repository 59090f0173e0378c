"""What a site asks of its own entries, as its settings say: what a field holds, and what does not hold."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.core.kinds import KINDS
from generator.core.kinds.kind import Entry, fields_of
from generator.core.library import Library, at, parts, texts_for_readers
from generator.core.markup import plain
from generator.core.readability import TO_WRITE, is_to_write
from generator.core.settings import HouseRule
from generator.core.source import Location, Spot, Step

# Stands for every text that readers see.
ALL_TEXTS = "texts"
# Between fields that are read as one text.
_AND = " + "
_Path = tuple[Step, ...]
# Every string within each entry, by (kind, id).
Strings = Mapping[tuple[str, str], list[str]]


@dataclass(frozen=True, slots=True)
class Breach:
    """A text that a house rule forbids, or that lacks what one asks for.

    Attributes:
        at: the text, or the field.
        number: which of the rules of the site, from 0.
        why: what is found or not, in a few words.
    """

    at: Location | Spot
    number: int
    why: str


def is_field(of: str) -> bool:
    """Whether a kind and its field, such as "plan.stages.when", are there."""
    kind, *keys = of.split(".")
    if of == ALL_TEXTS:
        return True
    if keys and _AND in keys[-1]:
        return all(is_field(".".join((kind, *keys[:-1], key))) for key in keys[-1].split(_AND))
    model: type[Entry] | None = KINDS[kind].model if kind in KINDS else None
    for key in keys:
        one = next((one for one in fields_of(model) if one.key == key), None) if model else None
        if one is None:
            return False
        model = one.part
    return bool(keys) and kind in KINDS


def slip_of_pattern(pattern: str) -> str:
    """Why a pattern cannot be used; empty where it can."""
    try:
        re.compile(pattern)
    except re.error as error:
        return str(error)
    return ""


def lacking(library: Library, strings: Strings) -> Iterator[tuple[Location, str, str]]:
    """Each entry, or part of one, that lacks a field which its site requires: where, the field, and what lacks it.

    Args:
        library: whose entries are looked at. Those in which a text is still to be written are left alone until then.
        strings: every string within each entry, by (kind, id).
    """
    for kind, fields in library.site.require.items():
        for field in fields:
            *above, last = field.split(".")
            names = last.split(" or ")
            if any(not is_field(".".join((kind, *above, name))) for name in names):
                continue
            for id, entry in library.entries[kind].items():
                if _is_unfinished(strings[kind, id]):
                    continue
                for path, part in _parts(entry, tuple(above), ()):
                    if not any(_value(part, name) for name in names):
                        noun = part.NOUN if above else KINDS[kind].noun
                        yield at(kind, id, *path, names[0]), last, noun


def breaches(library: Library, strings: Strings) -> Iterator[Breach]:
    """Every text that does not hold to a house rule of its site.

    Args:
        library: whose texts are held to the rules, but for entries in which a text is still to be written.
        strings: every string within each entry, by (kind, id).
    """
    for number, rule in enumerate(library.site.house_rules):
        if not is_field(rule.of) or any(map(slip_of_pattern, (rule.where, rule.has_not, *rule.patterns))):
            continue
        for where, text in _held(library, rule, strings):
            if rule.where and not _compiled(rule.where).search(text):
                continue
            if why := _why(rule, text):
                yield Breach(where, number, why)


def _why(rule: HouseRule, text: str) -> str:
    if any(not _compiled(one).search(text) for one in rule.patterns):
        return "something is not said here that each must say"
    if rule.has_not and (found := _compiled(rule.has_not).search(text)):
        return f'"{found[0]}" stands in it'
    words = len(plain(text).split()) if rule.most_words else 0
    return f"it has {words} words, and may have {rule.most_words}" if words > rule.most_words else ""


def _is_unfinished(strings: list[str]) -> bool:
    # Most are finished, and to see that of all texts at once is soonest done.
    return TO_WRITE in "".join(strings) and any(map(is_to_write, strings))


def _held(library: Library, rule: HouseRule, strings: Strings) -> Iterator[tuple[Location | Spot, str]]:
    """The texts that a rule is about."""
    if rule.of == ALL_TEXTS:
        yield from _all_texts(library, rule, strings)
        return
    kind, *keys = rule.of.split(".")
    for id, entry in library.entries[kind].items():
        if id in rule.but or _is_unfinished(strings[kind, id]):
            continue
        if any(str(_value(entry, key)) == value for key, value in rule.unless.items()):
            continue
        for path, part in _parts(entry, tuple(keys[:-1]), ()):
            names = keys[-1].split(_AND)
            found = [one for name in names for one in _strings(_value(part, name), (*path, name))]
            if rule.each:
                yield from ((at(kind, id, *where), text) for where, text in found)
            else:
                yield at(kind, id, *path, names[0]), "\n".join(text.rstrip("\n") for _, text in found)


def _all_texts(library: Library, rule: HouseRule, strings: Strings) -> Iterator[tuple[Location | Spot, str]]:
    """Every text for readers, but those of sources, and every line of ordinary pages."""
    # What is forbidden stands in hardly any entry, and to see that of a whole one is soonest done.
    forbidden = _compiled(rule.has_not) if rule.has_not and not (rule.patterns or rule.most_words) else None
    for kind, id, entry in library.each():
        if forbidden is not None and not forbidden.search("\n".join(strings[kind, id])):
            continue
        if kind != "source" and id not in rule.but and not _is_unfinished(strings[kind, id]):
            for path, text in texts_for_readers(entry):
                yield at(kind, id, *path), text
    for page in library.pages.values():
        if forbidden is not None and not forbidden.search(page.text):
            continue
        for line, row in enumerate(page.text.split("\n"), start=1):
            yield Spot(page.path, line), row


def _parts(entry: Entry, keys: tuple[str, ...], path: _Path) -> Iterator[tuple[_Path, Entry]]:
    """The parts of an entry to which keys lead, through lists and ids; itself where there are none."""
    if not keys:
        yield path, entry
        return
    for where, part in parts(_value(entry, keys[0]), (*path, keys[0])):
        yield from _parts(part, keys[1:], where)


def _value(entry: Entry, key: str) -> object:
    return next(vars(entry)[one.name] for one in fields_of(type(entry)) if one.key == key)


def _strings(value: object, path: _Path) -> Iterator[tuple[_Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, (list, Mapping)):
        for key, item in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from _strings(item, (*path, key))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
