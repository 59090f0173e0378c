"""A second process that does beforehand what this one will want done, so that people wait less."""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import Generic, NoReturn, TypeVar

Result = TypeVar("Result")


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

    def wait(self) -> None:
        """Let it come to its end."""
        if self._process is not None:
            with suppress(ChildProcessError):
                os.waitpid(self._process, 0)
            self._process = None

    def stop(self) -> None:
        """End it, whatever it is at."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
            self.wait()


class Errand(Generic[Result]):
    """Something that is wanted later. A helper finds it meanwhile; without one, it is found when it is asked for.

    Args:
        find: finds it. What it returns is brought over by pickle.
        helped: whether it is enough work for a helper, where there can be one.
    """

    def __init__(self, find: Callable[[], Result], *, helped: bool):
        self._find = find
        self._helper: Helper | None = None
        if helped and can_help():
            with suppress(OSError):
                self._answer = passing_file()
                self._helper = Helper(self._send)

    def result(self) -> Result:
        """What was found; to be asked for once."""
        if self._helper:
            self._helper.wait()
            with self._answer as answer, suppress(EOFError, pickle.UnpicklingError):
                answer.seek(0)
                return pickle.loads(answer.read())
        return self._find()

    def _send(self) -> None:
        self._answer.write(pickle.dumps(self._find()))


def passing_file() -> FileIO:
    """A file without a name in the machine's memory, which a helper started after this shares, its position too.

    Raises:
        OSError: where there may be none.
    """
    return FileIO(os.memfd_create("signpost"), "r+")


def _do(work: Callable[[], None]) -> NoReturn:
    # Imported here, as a check that needs no helper must not wait for it.
    import logging

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
