"""Python's search for memory that can be given back, which costs a large library more time than its proofs."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Do something in which much is made and little is thrown away, without looking for what could be given back.

    Memory that nothing refers to is given back all the same; only what refers to itself has to wait.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
