"""Signpost's own exceptions; all derive from one base class, so that a caller can catch them all."""

from typing import TypeVar

_Value = TypeVar("_Value")


class SignpostError(Exception):
    """Signpost cannot do what was asked; the message explains why to the user."""


class UnprovedError(SignpostError):
    """A guarantee of `check` does not hold: the caller did not run it, or a rule has a bug."""


def not_none(value: _Value | None) -> _Value:
    """A value that is never None in a library in which `check` finds no error, such as the target of a choice.

    Args:
        value: what the type checker cannot prove to be there.

    Returns:
        the value itself.

    Raises:
        UnprovedError: if it is None.
    """
    if value is None:
        raise UnprovedError("something is missing that a check without errors has proved to be there")
    return value
