"""A second process that makes beforehand what this one will want, so that people wait less."""

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn


def can_help() -> bool:
    """Whether a helper is safe and of use here.

    A copy of a process has one of its threads only, and whatever the others held is held in it for ever; on macOS the
    system has threads of its own. And somebody else's processor has to be free.
    """
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


class Helper:
    """A copy of this process that does some work, says nothing, and ends.

    What it makes reaches this process only by files. If it fails, nobody hears of it: then this process finds less
    done, and does it itself.

    Args:
        work: what it is to do.
    """

    def __init__(self, work: Callable[[], None]):
        self._process: int | None = None
        # Where there may be no further process, there is no help.
        with suppress(OSError):
            self._process = os.fork()
        if self._process == 0:
            _do(work)

    def stop(self) -> None:
        """End it, whatever it is at."""
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self._process, 0)


def _do(work: Callable[[], None]) -> NoReturn:
    try:
        with Path(os.devnull).open("w") as nowhere:
            sys.stdout = sys.stderr = nowhere
            for said in (1, 2):
                os.dup2(nowhere.fileno(), said)
            # There may be others that write to files, or count.
            for name in (None, "mkdocs"):
                logging.getLogger(name).handlers.clear()
            work()
    finally:
        # Not as a program ends: what this process has still to say and to clear away is its original's.
        os._exit(0)
