"""What follows from one frozen value alone, worked out once and kept as long as that value is there."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import ref

_Value = TypeVar("_Value")
_More = ParamSpec("_More")
_Result = TypeVar("_Result")


def kept(
    function: Callable[Concatenate[_Value, _More], _Result],
) -> Callable[Concatenate[_Value, _More], _Result]:
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
    # By identity: to compare whole entries would take longer than most of what is asked of them.
    found: dict[int, tuple[ref[_Value], tuple[Any, ...], _Result]] = {}

    @wraps(function)
    def ask(value: _Value, *more: _More.args, **named: _More.kwargs) -> _Result:
        if named:
            return function(value, *more, **named)
        key = id(value)
        known = found.get(key)
        if known is not None and known[1] == more:
            return known[2]
        result = function(value, *more)
        if result is value:
            return result
        # Gone with the value, before another can have its identity.
        found[key] = ref(value, lambda _: found.pop(key, None)), more, result
        return result

    return ask
