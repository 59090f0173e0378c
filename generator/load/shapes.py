"""Guess from the keys of a file, or a part of it, that it is another kind of entry, or has a wrongly indented line."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.core.kinds import IN_FOLDERS, KINDS
from generator.core.kinds.kind import Entry, fields_of
from generator.core.source import Step

_TOP_KEY = re.compile(r"^([A-Za-z_]+):(?=\s|$)", re.MULTILINE)
# How many keys must fit a kind before a file is taken for it.
_ENOUGH = 2
_MANY = 4


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A key at the wrong depth.

    Attributes:
        path: the keys that lead to it.
        deep: whether it is indented too far; else not far enough.
        what: the noun of a part, or a key in quotes.
        inside: what it is in, or should be in: a noun, or a noun with an id in quotes.
    """

    path: tuple[Step, ...]
    deep: bool
    what: str
    inside: str


def kind_by_keys(keys: Collection[str], but: str = "") -> str:
    """The kind that a file is probably meant to be, judged by its keys; empty if unclear. Only kinds with folders.

    Args:
        keys: the top-level keys of the file.
        but: the kind whose folder the file is in; another kind must then fit much better.
    """
    unknown = {kind: sum(key not in _keys(KINDS[kind].model) for key in keys) for kind in IN_FOLDERS}
    if but:
        found = min(unknown, key=lambda kind: unknown[kind])
        return found if unknown[found] <= 1 and unknown[but] - unknown[found] >= _ENOUGH else ""
    for kind, others in unknown.items():
        model = KINDS[kind].model
        required = sum(name in keys for name in model.REQUIRED)
        if not others and (len(keys) >= _MANY or required == len(model.REQUIRED)) and required >= _ENOUGH:
            return kind
    return ""


def kind_by_text(text: str) -> str:
    """Like `kind_by_keys`, for the text of a file that was not parsed, because no YAML is expected there."""
    return kind_by_keys(frozenset(_TOP_KEY.findall(text)))


def wrong_depth(model: type[Entry], data: Mapping[str, object], *, doubled: bool = False) -> Misplaced | None:
    """The first key of an entry that is indented too far, or not far enough.

    Args:
        model: the model of the entry.
        data: the entry as written.
        doubled: whether a key occurs twice in the file, as happens if only a heading was indented.
    """
    return next(_in_model(model, data, (), (), doubled), None)


def wrong_depth_in_register(model: type[Entry], data: Mapping[str, object]) -> Misplaced | None:
    """Like `wrong_depth`, for a file of many entries: a key of an entry that is among their ids."""
    before = ""
    for key, value in data.items():
        if before and key in _keys(model) and not isinstance(value, dict) and isinstance(data[before], dict | None):
            return Misplaced((key,), False, f'"{key}"', f'"{before}"')
        before = key if not (key in _keys(model) and not isinstance(value, dict)) else before
    return None


_Above = tuple[type[Entry], Mapping[str, object]]


def _in_model(
    model: type[Entry], data: Mapping[str, object], path: tuple[Step, ...], above: tuple[_Above, ...], doubled: bool
) -> Iterator[Misplaced]:
    fields = {one.key: one for one in fields_of(model)}
    parts = {key: one.part for key, one in fields.items() if one.part is not None and isinstance(data.get(key), dict)}
    for key, value in data.items():
        where = (*path, key)
        if key not in fields:
            yield from _unknown(model, data, where, value, above, doubled)
        elif (part := parts.get(key)) is not None and isinstance(value, dict) and _is_of_many(model, key):
            yield from _in_parts(part, value, where, (*above, (model, data)), doubled)


def _unknown(
    model: type[Entry],
    data: Mapping[str, object],
    where: tuple[Step, ...],
    value: object,
    above: tuple[_Above, ...],
    doubled: bool,
) -> Iterator[Misplaced]:
    key = str(where[-1])
    for owner, written in reversed(above):
        for part in _parts(owner):
            if _fits(value, part) or (part is model and value is None and doubled):
                beside = f'the {part.NOUN} "{where[-2]}"' if part is model else f"another {part.NOUN}"
                yield Misplaced(where, True, part.NOUN, beside)
                return
        if key in _keys(owner) and key not in written:
            yield Misplaced(where, True, f'"{key}"', f'the {model.NOUN} "{where[-2]}"')
            return
    before = list(data)[: list(data).index(key)]
    for one in fields_of(model):
        if one.part is None or not _is_of_many(model, one.key) or one.key not in before:
            continue
        items = data[one.key]
        last = list(items)[-1] if isinstance(items, dict) and items else ""
        if _fits(value, one.part):
            yield Misplaced(where, False, one.part.NOUN, f'"{one.key}"')
        elif key in _keys(one.part) and last and all(name in data for name in model.REQUIRED):
            yield Misplaced(where, False, f'"{key}"', f'the {one.part.NOUN} "{last}"')


def _in_parts(
    part: type[Entry],
    items: Mapping[str, object],
    path: tuple[Step, ...],
    above: tuple[_Above, ...],
    doubled: bool,
) -> Iterator[Misplaced]:
    before = ""
    for id, value in items.items():
        where = (*path, id)
        inner = next((one for one in _parts(part) if _fits(value, one) and not _fits(value, part)), None)
        if inner is not None:
            yield Misplaced(where, False, inner.NOUN, f'the {part.NOUN} "{before}"' if before else f"a {part.NOUN}")
        elif before and id in _keys(part) and not _fits(value, part) and value is not None:
            yield Misplaced(where, False, f'"{id}"', f'the {part.NOUN} "{before}"')
        elif isinstance(value, dict):
            yield from _in_model(part, value, where, above, doubled)
        before = id


def _fits(value: object, part: type[Entry]) -> bool:
    """Whether a value is a mapping of which most keys are those of a part."""
    if not isinstance(value, dict) or not value:
        return False
    known = sum(key in _keys(part) for key in value)
    return known * 2 > len(value) and any(name in value for name in part.REQUIRED)


def _keys(model: type[Entry]) -> frozenset[str]:
    return frozenset(one.key for one in fields_of(model))


def _parts(model: type[Entry]) -> list[type[Entry]]:
    return [one.part for one in fields_of(model) if one.part is not None and _is_of_many(model, one.key)]


def _is_of_many(model: type[Entry], key: str) -> bool:
    """Whether a field holds parts under ids of their own."""
    one = next(one for one in fields_of(model) if one.key == key)
    annotation = model.model_fields[one.name].annotation
    return getattr(annotation, "__origin__", None) is dict
