"""Memoization per frozen value: results are computed once and cached as long as the value is alive."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Self, TypeVar, TypeVarTuple
from weakref import ref

from generator.core.source import SourceFile

_Value = TypeVar("_Value")
_More = TypeVarTuple("_More")
_Result = TypeVar("_Result")


class _WeakKey(ref[Any]):
    """A weak reference to a value with cached results, by its identity."""

    __slots__ = ("key",)
    key: int

    def __new__(cls, value: object, gone: Callable[[Self], None]) -> Self:
        self = super().__new__(cls, value, gone)
        self.key = id(value)
        return self


# Keyed by identity: comparing whole entries would take longer than most of the cached functions.
_alive: dict[int, _WeakKey] = {}
# The caches of all functions.
_all_found: list[dict[int, Any]] = []


def memoized(function: Callable[[_Value, *_More], _Result]) -> Callable[[_Value, *_More], _Result]:
    """Decorator: cache the last result of a function for each value.

    A file that has not changed gives the identical entries again, so a program that checks a project many times
    computes only what depends on changed files. No dependencies are tracked: the function gets everything it may look
    at as arguments, and must look at nothing else.

    Args:
        function: a pure function of a frozen value and further arguments, which are compared. Its result must be
            immutable and must not refer to the value itself: a text, a number, a tuple; never an iterator.

    Returns:
        the function with its cache, which holds the last result for each value.
    """
    # Two dicts rather than one of pairs, which would need a tuple for each of very many values.
    asked: dict[int, tuple[*_More]] = {}
    answers: dict[int, _Result] = {}
    _all_found.extend((asked, answers))

    @wraps(function)
    def ask(value: _Value, *more: *_More) -> _Result:
        key = id(value)
        if asked.get(key) == more:
            return answers[key]
        result = function(value, *more)
        if result is not value:
            if key not in _alive:
                _alive[key] = _WeakKey(value, _forget)
            asked[key], answers[key] = more, result
        return result

    return ask


def memoized_by_path(function: Callable[[SourceFile, *_More], _Result]) -> Callable[[SourceFile, *_More], _Result]:
    """Decorator: cache the result of a function of a file, for the last text of each path.

    While somebody writes, a file has many texts; only the last is worth its memory.
    """
    found: dict[str, tuple[SourceFile, tuple[*_More], _Result]] = {}

    @wraps(function)
    def ask(source: SourceFile, *more: *_More) -> _Result:
        known = found.get(source.path)
        if known is not None and known[0] == source and known[1] == more:
            return known[2]
        result = function(source, *more)
        found[source.path] = source, more, result
        return result

    return ask


def _forget(gone: _WeakKey) -> None:
    """Drop the cached results of a value that was freed, before another object can get its identity."""
    del _alive[gone.key]
    for found in _all_found:
        found.pop(gone.key, None)
