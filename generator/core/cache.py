"""A build cache: what earlier builds made, by a checksum of all that it was made from.

It holds rendered HTML, drawings and previews, in the user's own cache folder and not in the project, so that a pull
request cannot bring false entries with it. All of it may be deleted at any time: what is missing or damaged is made
again, and what cannot be written is not kept.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path

# The environment variable that names another folder for the cache; where it is empty, nothing is kept.
FOLDER = "SIGNPOST_CACHE"
# Seconds after which an entry that no build has used is deleted, and after which its use is noted anew.
_MONTH, _DAY = 30 * 24 * 3600, 24 * 3600


class Cache:
    """A folder of things that builds made.

    Args:
        folder: where entries are kept, made if need be. Without one, or where others can write to it, nothing is kept.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder if folder is not None and _is_private(folder) else None

    def get(self, kind: str, made_from: object) -> bytes | None:
        """The content of an entry; None where there is none, or where it is not as it was written.

        Args:
            kind: what sort of thing it is, in a word such as "picture".
            made_from: all that it depends on besides the program, as a value whose `repr` says everything about it.
        """
        if self._folder is None:
            return None
        file = self._file(self._folder, kind, made_from)
        try:
            stored, _, content = file.read_bytes().partition(b"\n")
        except OSError:
            return None
        if stored != checksum(content).encode():
            return None
        _note_use(file)
        return content

    def put(self, kind: str, made_from: object, content: bytes) -> None:
        """Keep an entry for the next build; where it cannot be written, the next build does without."""
        if self._folder is not None:
            with suppress(OSError):
                _write(self._file(self._folder, kind, made_from), checksum(content).encode() + b"\n" + content)

    def bytes(self, kind: str, made_from: object, make: Callable[[], bytes]) -> bytes:
        """The content of an entry, made and kept where there is none; the arguments are those of `get`."""
        content = self.get(kind, made_from)
        if content is None:
            content = make()
            self.put(kind, made_from, content)
        return content

    def text(self, kind: str, made_from: object, make: Callable[[], str]) -> str:
        """The same for an entry that is a text."""
        return self.bytes(kind, made_from, lambda: make().encode()).decode()

    def delete_unused(self) -> None:
        """Delete what no build has used in a month."""
        if self._folder is None:
            return
        oldest = time.time() - _MONTH
        for file in self._folder.glob("*/*"):
            with suppress(OSError):
                if file.stat().st_mtime < oldest:
                    file.unlink()

    def _file(self, folder: Path, kind: str, made_from: object) -> Path:
        return folder / kind / fingerprint(self._program, made_from)

    @cached_property
    def _program(self) -> str:
        return program()


def users_cache(environment: Mapping[str, str] = os.environ) -> Cache:
    """The cache in the user's own folder, which serves all projects; an empty one where nothing is to be kept."""
    return Cache(users_folder(environment))


def users_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The folder of the user's cache; None where there is none, or where nothing is to be kept."""
    named = environment.get(FOLDER)
    if named == "":
        return None
    usual = environment.get("LOCALAPPDATA") or environment.get("XDG_CACHE_HOME")
    try:
        return Path(named) if named else (Path(usual) if usual else Path.home() / ".cache") / "signpost"
    except RuntimeError:
        return None  # A user without a home folder.


def program() -> str:
    """A checksum of everything but a project that decides what is made of it: our code, Python, installed packages."""
    code = Path(__file__).parent.parent
    own = (path.read_bytes() for path in sorted(code.rglob("*")) if path.is_file() and path.suffix != ".pyc")
    installed = sorted(name.encode(errors="surrogateescape") for folder in sys.path for name in _packages(folder))
    return checksum(sys.version.encode(), checksum(*installed).encode(), *own)


def fingerprint(*parts: object) -> str:
    """A checksum of values whose `repr` says everything about them."""
    return checksum(repr(parts).encode(errors="surrogatepass"))


def checksum(*parts: bytes) -> str:
    """SHA-256 of some parts in their order, in hexadecimal."""
    # With their lengths, so that no two lists of parts look the same.
    return sha256(b"".join([len(part).to_bytes(8) + part for part in parts])).hexdigest()


def _packages(folder: str) -> list[str]:
    """The packages in a folder of Python's path, each with its version."""
    try:
        return [entry.name for entry in os.scandir(folder or ".") if entry.name.endswith((".dist-info", ".egg-info"))]
    except OSError:
        return []  # Not every part of the path is a folder, or there.


def _is_private(folder: Path) -> bool:
    """Whether a folder, made if need be, can be written by this user and nobody else."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = folder.stat()
    except OSError:
        return False
    # Where files have no owner, the folder is the user's own.
    private = not hasattr(os, "geteuid") or (state.st_uid == os.geteuid() and not state.st_mode & 0o022)
    return private and os.access(folder, os.W_OK)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Another build may be making the same thing: each writes its own, and the last is moved into place.
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as new:
        try:
            new.write(content)
        except OSError:
            Path(new.name).unlink(missing_ok=True)
            raise
    Path(new.name).replace(file)


def _note_use(file: Path) -> None:
    with suppress(OSError):
        if file.stat().st_mtime < time.time() - _DAY:
            os.utime(file)
