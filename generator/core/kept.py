"""What follows from one frozen value alone, worked out once and kept as long as that value is there."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Self, TypeVar, TypeVarTuple
from weakref import ref

from generator.core.source import SourceFile

_Value = TypeVar("_Value")
_More = TypeVarTuple("_More")
_Result = TypeVar("_Result")


class _Alive(ref[Any]):
    """A value that something is kept for, by its identity."""

    __slots__ = ("key",)
    key: int

    def __new__(cls, value: object, gone: Callable[[Self], None]) -> Self:
        self = super().__new__(cls, value, gone)
        self.key = id(value)
        return self


# Values are known by identity: to compare whole entries would take longer than most of what is asked of them.
_alive: dict[int, _Alive] = {}
# What is kept by each function.
_all_found: list[dict[int, Any]] = []


def kept(function: Callable[[_Value, *_More], _Result]) -> Callable[[_Value, *_More], _Result]:
    """Have a function answer at once where it is asked the same of the same value again.

    A file that has not changed gives the same entries again, so a program that checks a project many times works out
    only what follows from the others. There is no list of what depends on what: the function is given all that it may
    look at, and looks at nothing else.

    Args:
        function: a pure one, of a frozen value and of what else it depends on, which is compared. It gives something
            that nobody changes and that does not hold the value itself: a text, a number, a tuple; never an iterator.

    Returns:
        the function. For each value it keeps the last answer.
    """
    # Two tables rather than one of pairs: there are very many.
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
                _alive[key] = _Alive(value, _forget)
            asked[key], answers[key] = more, result
        return result

    return ask


def kept_by_path(function: Callable[[SourceFile, *_More], _Result]) -> Callable[[SourceFile, *_More], _Result]:
    """The same for a function of a file: for each path, what was answered of its last text.

    Of the many texts that a file has while somebody writes, none but the last is worth its room.
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


def _forget(gone: _Alive) -> None:
    """Drop what is kept for a value that is gone, before another can have its identity."""
    del _alive[gone.key]
    for found in _all_found:
        found.pop(gone.key, None)
