"""What Signpost raises itself: every exception of its own derives from one, so that a caller can name them all."""

from typing import TypeVar

_Value = TypeVar("_Value")


class SignpostError(Exception):
    """Something that Signpost cannot do; the message says what, in words for the one who asked for it."""


class UnprovedError(SignpostError):
    """What `check` proves of every library without errors does not hold: a caller did not check, or a rule is wrong."""


def proved(value: _Value | None) -> _Value:
    """A value that is there in every library in which `check` finds no error, such as the end of a choice.

    Args:
        value: what types cannot tell to be there.

    Returns:
        the value itself.

    Raises:
        UnprovedError: where it is not there.
    """
    if value is None:
        raise UnprovedError("something is missing that a check without errors has proved to be there")
    return value
