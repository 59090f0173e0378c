"""Python's search for memory that can be given back, which costs a large library more time than its proofs."""

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
