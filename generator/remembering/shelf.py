"""What earlier builds made, kept so that the next one need not make it again.

Each thing stands under a fingerprint of all that it was made from and of the program that made it. It is one shelf
for all projects of a user, as nothing but its content says what a thing is.
"""

import atexit
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from generator.remembering.store import digest, program, users_folder

# Seconds after which something that no build has asked for goes, and after which its being asked for is noted anew.
_MONTH, _DAY = 30 * 24 * 3600, 24 * 3600


class Shelf:
    """A folder of things that were made.

    Args:
        folder: for what is to outlast the program, made if need be. Without one, or where it cannot be written or
            others can write to it, a passing folder does.
    """

    def __init__(self, folder: Path | None = None):
        self._folder = folder if folder is not None and _is_ours(folder) else None
        self._program = b""

    def text(self, kind: str, made_from: object, make: Callable[[], str]) -> str:
        """A text, made only where none is kept.

        Args:
            kind: what sort of thing it is, in a word such as "picture".
            made_from: all that it depends on, as a value whose `repr` says everything about it.
            make: makes it.
        """
        kept = self.kept(kind, made_from)
        if kept is None:
            kept = make()
            self.keep(kind, made_from, kept)
        return kept

    def kept(self, kind: str, made_from: object) -> str | None:
        """A text that was kept; None where there is none, or not as it was written."""
        file = self._place(kind, made_from)
        try:
            told, _, content = file.read_bytes().partition(b"\n")
        except OSError:
            return None
        if told != digest(content).encode():
            return None
        _asked_for(file)
        return content.decode()

    def keep(self, kind: str, made_from: object, text: str) -> None:
        """Keep a text for the next time; where it cannot be written, the next time will do without."""
        content = text.encode()
        with suppress(OSError):
            _write(self._place(kind, made_from), digest(content).encode() + b"\n" + content)

    def file(self, kind: str, made_from: object, make: Callable[[], bytes]) -> Path:
        """A file on disk, made only where none is kept; the arguments are those of `text`.

        Raises:
            OSError: where it cannot be written.
        """
        file = self._place(kind, made_from)
        if not self._is_whole(file, kind, made_from):
            content = make()
            _write(file, content)
            self.keep(_sum_of(kind), made_from, digest(content))
        return file

    def begin(self) -> None:
        """Hear that all files have been asked for. A shelf that puts off making them may begin now."""

    def clear_out(self) -> None:
        """Remove what no build has asked for in a month."""
        if self._folder is None:
            return
        oldest = time.time() - _MONTH
        for file in self._folder.glob("*/*"):
            with suppress(OSError):
                if file.stat().st_mtime < oldest:
                    file.unlink()

    def _is_whole(self, file: Path, kind: str, made_from: object) -> bool:
        # Somebody else will read it, so that what it must be like stands beside it.
        with suppress(OSError):
            if digest(file.read_bytes()) == self.kept(_sum_of(kind), made_from):
                _asked_for(file)
                return True
        return False

    def _place(self, kind: str, made_from: object) -> Path:
        if self._folder is None:
            self._folder = _passing()
        self._program = self._program or program()
        return self._folder / kind / fingerprint(self._program, made_from)


_Kind = TypeVar("_Kind", bound=Shelf)


def users_shelf(kind: type[_Kind] = Shelf) -> _Kind:
    """The shelf that outlasts the program and serves all projects of a user."""
    folder = users_folder()
    return kind(folder and folder / "made")


def fingerprint(*parts: object) -> str:
    """A short text that stands for values whose `repr` says everything about them."""
    return digest(repr(parts).encode(errors="surrogatepass"))


def _is_ours(folder: Path) -> bool:
    """Whether a folder, made if need be, can be written by us and nobody else."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = folder.stat()
    except OSError:
        return False
    # Where there is no such thing as an owner, it is in the user's own folder.
    alone = not hasattr(os, "geteuid") or (state.st_uid == os.geteuid() and not state.st_mode & 0o022)
    return alone and os.access(folder, os.W_OK)


def _sum_of(kind: str) -> str:
    return f"{kind}-sum"


def _passing() -> Path:
    folder = tempfile.mkdtemp(prefix="signpost-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Another build may be making the same thing: each writes its own, and the last is moved into place.
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as new:
        new.write(content)
    Path(new.name).replace(file)
    file.chmod(0o644)


def _asked_for(file: Path) -> None:
    with suppress(OSError):
        if file.stat().st_mtime < time.time() - _DAY:
            os.utime(file)
