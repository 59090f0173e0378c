"""Memory that Python gives back, or looks for to give back: for a large library it takes more time than its proofs."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting(*, stays: bool) -> Iterator[None]:
    """Do something in which much is made and little is thrown away, without looking for what could be given back.

    Memory that nothing refers to is given back all the same; only what refers to itself has to wait.

    Args:
        stays: whether what is made is wanted until the program ends, so that it need not be looked through later.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if stays:
            gc.freeze()
        if was_on:
            gc.enable()


def keep_to_the_end(*things: object) -> None:
    """Have Python leave things as they are when the program ends, and the system take them back at once."""
    circle: list[object] = [*things]
    # Whatever refers to itself is given back only by the search, and that leaves out what is frozen.
    circle.append(circle)
    gc.freeze()
