"""A build cache: results of earlier builds, keyed by a checksum of everything they were made from.

It holds rendered HTML, drawings and preview images. It lives in the user's cache folder and not in the project, so that
a pull request cannot add false entries. It can be deleted at any time: missing or damaged entries are made again, and
if the cache cannot be written, builds work without it.
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

# The environment variable that sets another folder for the cache; if it is set but empty, caching is off.
FOLDER = "SIGNPOST_CACHE"
# Seconds: an entry is deleted after a month without use; its last use is updated at most once a day.
_MONTH, _DAY = 30 * 24 * 3600, 24 * 3600


class Cache:
    """A folder of cached build results.

    Args:
        folder: where entries are kept; created if missing. If it is None, or others can write to it, caching is off.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder if folder is not None and _is_private(folder) else None

    def get(self, kind: str, made_from: object) -> bytes | None:
        """The content of an entry; None if there is none, or its stored checksum does not match.

        Args:
            kind: the sort of result in a word, such as "picture".
            made_from: all inputs besides the program, as a value whose `repr` is complete.
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
        _update_use(file)
        return content

    def put(self, kind: str, made_from: object, content: bytes) -> None:
        """Store an entry for later builds; errors while writing are ignored."""
        if self._folder is not None:
            with suppress(OSError):
                _write(self._file(self._folder, kind, made_from), checksum(content).encode() + b"\n" + content)

    def bytes(self, kind: str, made_from: object, make: Callable[[], bytes]) -> bytes:
        """The content of an entry, made and stored if it is missing; for the arguments see `get`."""
        content = self.get(kind, made_from)
        if content is None:
            content = make()
            self.put(kind, made_from, content)
        return content

    def text(self, kind: str, made_from: object, make: Callable[[], str]) -> str:
        """Like `bytes`, for an entry that is text."""
        return self.bytes(kind, made_from, lambda: make().encode()).decode()

    def delete_unused(self) -> None:
        """Delete entries that no build has used in a month."""
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
    """The user's cache, shared by all projects; one that stores nothing if caching is off."""
    return Cache(users_folder(environment))


def users_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The folder of the user's cache; None if there is none, or caching is off."""
    named = environment.get(FOLDER)
    if named == "":
        return None
    usual = environment.get("LOCALAPPDATA") or environment.get("XDG_CACHE_HOME")
    try:
        return Path(named) if named else (Path(usual) if usual else Path.home() / ".cache") / "signpost"
    except RuntimeError:
        return None  # A user without a home folder.


def program() -> str:
    """A checksum of all that results depend on besides the project: our code, Python and the installed packages."""
    code = Path(__file__).parent.parent
    own = (path.read_bytes() for path in sorted(code.rglob("*")) if path.is_file() and path.suffix != ".pyc")
    installed = sorted(name.encode(errors="surrogateescape") for folder in sys.path for name in _packages(folder))
    return checksum(sys.version.encode(), checksum(*installed).encode(), *own)


def fingerprint(*parts: object) -> str:
    """A checksum of values whose `repr` is complete."""
    return checksum(repr(parts).encode(errors="surrogatepass"))


def checksum(*parts: bytes) -> str:
    """SHA-256 of some parts in order, as hexadecimal digits."""
    # Each part is preceded by its length, so that different lists of parts never give the same bytes.
    return sha256(b"".join([len(part).to_bytes(8) + part for part in parts])).hexdigest()


def _packages(folder: str) -> list[str]:
    """The packages in a folder of `sys.path`, each with its version."""
    try:
        return [entry.name for entry in os.scandir(folder or ".") if entry.name.endswith((".dist-info", ".egg-info"))]
    except OSError:
        return []  # Not every part of the path is a folder, or there.


def _is_private(folder: Path) -> bool:
    """Whether only this user can write to a folder, which is created if missing."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = folder.stat()
    except OSError:
        return False
    # Where files have no owner, as on Windows, the folder is in the user's own profile.
    private = not hasattr(os, "geteuid") or (state.st_uid == os.geteuid() and not state.st_mode & 0o022)
    return private and os.access(folder, os.W_OK)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Another build may write the same entry at the same time: each writes a temporary file and moves it into place.
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as new:
        try:
            new.write(content)
        except OSError:
            Path(new.name).unlink(missing_ok=True)
            raise
    Path(new.name).replace(file)


def _update_use(file: Path) -> None:
    with suppress(OSError):
        if file.stat().st_mtime < time.time() - _DAY:
            os.utime(file)
