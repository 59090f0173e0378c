"""The house rules and required fields of a site's settings, and the entries that break them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter, itemgetter

from generator.core.kinds import KINDS
from generator.core.kinds.kind import Entry, fields_of
from generator.core.library import Library, all_texts_for_readers, at, parts, strings
from generator.core.markup import plain
from generator.core.memo import memoized
from generator.core.readability import TO_WRITE, is_to_write
from generator.core.settings import HouseRule, SiteSettings
from generator.core.source import Location, Spot, Step

# In `of`: every text for readers.
ALL_TEXTS = "texts"
# Separates fields that are read as one text.
_AND = " + "
_Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Breach:
    """A text that breaks a house rule.

    Attributes:
        at: the text, or the field.
        number: the index of the rule in the settings, from 0.
        why: the reason, in a few words.
    """

    at: Location | Spot
    number: int
    why: str


def is_field(of: str) -> bool:
    """Whether a kind and its field exist, such as "plan.stages.when"."""
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


def why_invalid_pattern(pattern: str) -> str:
    """Why a pattern is not a valid regular expression; empty if it is."""
    try:
        re.compile(pattern)
    except re.error as error:
        return str(error)
    return ""


def missing_required_fields(library: Library) -> Iterator[tuple[Location, str, str]]:
    """Each entry, or part of one, without a field that its site requires: where, the field, and the noun for the owner.

    Args:
        library: the library to check. Entries with a text that is still to be written are skipped until then.
    """
    for kind, fields in library.site.require.items():
        asked = tuple(one for field in fields if (one := _asked(kind, field)))
        found = [
            (number, at(kind, id, *path), last, noun)
            for id, entry in (library.entries[kind].items() if asked else ())
            for number, path, last, noun in _lacking(entry, kind, asked)
        ]
        for _, where, last, noun in sorted(found, key=itemgetter(0)):
            yield where, last, noun


# The path of the parts that must have a field, and the alternative fields of which one is enough.
_Asked = tuple[tuple[str, ...], tuple[str, ...]]


def _asked(kind: str, field: str) -> _Asked | None:
    *above, last = field.split(".")
    names = last.split(" or ")
    if any(not is_field(".".join((kind, *above, name))) for name in names):
        return None
    return tuple(above), tuple(names)


@memoized
def _lacking(entry: Entry, kind: str, asked: tuple[_Asked, ...]) -> tuple[tuple[int, _Path, str, str], ...]:
    """The required fields that an entry lacks: index of the requirement, where, the field, and its owner's noun."""
    if _is_unfinished(strings(entry)):
        return ()
    return tuple(
        (number, (*path, names[0]), " or ".join(names), part.NOUN if above else KINDS[kind].noun)
        for number, (above, names) in enumerate(asked)
        for path, part in _parts(entry, above, ())
        if not any(_value(part, name) for name in names)
    )


def house_rule_violations(library: Library) -> Iterator[Breach]:
    """Every text that breaks a house rule of its site.

    Args:
        library: the library to check. Entries with a text that is still to be written are skipped until then.
    """
    found = [
        Breach(at(kind, id, *path), number, why)
        for kind, entries in library.entries.items()
        if (rules := _rules_on(library.site, kind))
        for id, entry in entries.items()
        for number, path, why in _breaches(entry, kind, id, rules)
    ]
    for number, rule in _rules_on(library.site, ALL_TEXTS):
        for page in library.pages.values():
            found += [Breach(Spot(page.path, line), number, why) for line, why in _of_page(page.text, rule)]
    yield from sorted(found, key=attrgetter("number"))


_Rules = tuple[tuple[int, HouseRule], ...]


def _rules_on(site: SiteSettings, kind: str) -> _Rules:
    """The valid rules on entries of a kind or on `ALL_TEXTS`, each with its index among all rules."""
    return tuple(
        (number, rule)
        for number, rule in enumerate(site.house_rules)
        if rule.of.partition(".")[0] in (kind, ALL_TEXTS)
        and is_field(rule.of)
        and not any(map(why_invalid_pattern, (rule.where, rule.has_not, *rule.patterns)))
    )


@memoized
def _breaches(entry: Entry, kind: str, id: str, rules: _Rules) -> tuple[tuple[int, _Path, str], ...]:
    """The texts of an entry that break rules: index of the rule, where, and why."""
    return tuple(
        (number, path, why)
        for number, rule in rules
        for path, text in _texts_held_to(entry, kind, id, rule)
        if (why := _why(rule, text))
    )


def _of_page(text: str, rule: HouseRule) -> Iterator[tuple[int, str]]:
    """The lines of an ordinary page that break a rule, from 1, and why."""
    if not ((forbidden := _only_forbidden(rule)) and not forbidden.search(text)):
        for line, row in enumerate(text.split("\n"), start=1):
            if why := _why(rule, row):
                yield line, why


def _why(rule: HouseRule, text: str) -> str:
    if rule.where and not _compiled(rule.where).search(text):
        return ""
    if any(not _compiled(one).search(text) for one in rule.patterns):
        return "something is not said here that each must say"
    if rule.has_not and (found := _compiled(rule.has_not).search(text)):
        return f'"{found[0]}" stands in it'
    words = len(plain(text).split()) if rule.most_words else 0
    return f"it has {words} words, and may have {rule.most_words}" if words > rule.most_words else ""


def _is_unfinished(strings: tuple[str, ...]) -> bool:
    # Fast path: most entries are finished, and one search in all texts shows it.
    return TO_WRITE in "".join(strings) and any(map(is_to_write, strings))


def _texts_held_to(entry: Entry, kind: str, id: str, rule: HouseRule) -> Iterator[tuple[_Path, str]]:
    """The texts of an entry that a rule is about: those of its fields, or all for readers, except those of sources."""
    if id in rule.but or _is_unfinished(strings(entry)):
        return
    if rule.of == ALL_TEXTS:
        # Fast path: forbidden text is rare, and one search in the whole entry shows it.
        forbidden = _only_forbidden(rule)
        if kind != "source" and not (forbidden and not forbidden.search("\n".join(strings(entry)))):
            yield from all_texts_for_readers(entry)
        return
    if any(str(_value(entry, key)) == value for key, value in rule.unless.items()):
        return
    _, *keys = rule.of.split(".")
    for path, part in _parts(entry, tuple(keys[:-1]), ()):
        names = keys[-1].split(_AND)
        found = [one for name in names for one in _strings(_value(part, name), (*path, name))]
        if rule.each:
            yield from found
        else:
            yield (*path, names[0]), "\n".join(text.rstrip("\n") for _, text in found)


def _only_forbidden(rule: HouseRule) -> re.Pattern[str] | None:
    """The forbidden pattern of a rule that asks for nothing else; else None."""
    return _compiled(rule.has_not) if rule.has_not and not (rule.patterns or rule.most_words) else None


def _parts(entry: Entry, keys: tuple[str, ...], path: _Path) -> Iterator[tuple[_Path, Entry]]:
    """The parts of an entry at a path of keys, across lists and ids; the entry itself for an empty path."""
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
