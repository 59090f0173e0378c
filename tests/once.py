"""What takes long to make is made once in a run of the tests, however many workers share it."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder that `make` fills when the first worker asks for it; the others wait, and are given the same.

    Args:
        factory: pytest's fixture `tmp_path_factory`.
        name: what tells it from all else that is made so.
        make: is given the path of the folder, which is not there yet. What fails is tried again by who asks next.
    """
    top = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        top = top.parent
    whole = top / f"{name}-is-whole"
    with (top / f"{name}-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            make(top / name)
            whole.touch()
    return top / name
