"""What `signpost check` remembers from run to run, so that only files that changed are read again.

Of a file in which nothing was found, the values are kept under a fingerprint of its path and text and of the
program that judged it. So what is remembered may be of no use any more, but is never out of date. It is kept in
the user's own folder and not in the project: a pull request must not be able to bring a false memory with it.
All of it may be deleted at any time; what is missing or damaged is read from the project again.
"""

import json
import os
import sys
from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from generator.project import kind_of
from generator.reading.reader import Reader
from generator.reading.yaml_nodes import PARSER, Problem
from generator.source import Source

# Where to keep it, in the place of the user's usual folder; empty, nothing is remembered.
FOLDER = "SIGNPOST_CACHE"
# Fewer files are read sooner than remembered.
WORTH_WHILE = 200
_SHARDS = "0123456789abcdef"


def folder_for(project: Path, environment: Mapping[str, str] = os.environ) -> Path | None:
    """The folder for what is remembered of a project; None where nothing is to be remembered."""
    named = environment.get(FOLDER)
    if named == "":
        return None
    usual = environment.get("LOCALAPPDATA") or environment.get("XDG_CACHE_HOME")
    try:
        home = Path(named) if named else (Path(usual) if usual else Path.home() / ".cache") / "signpost"
        return home / _digest(str(project.resolve()).encode(errors="surrogateescape"))[:16]
    except (OSError, RuntimeError):
        return None  # Nobody's home.


class Remembering(Reader):
    """Reads what changed, and remembers the rest.

    Args:
        folder: where things are kept between runs.
        sources: all sources of the project.
    """

    def __init__(self, folder: Path, sources: Iterable[Source]):
        self._folder = folder
        program = _program()
        self._keys = {
            source.path: _digest(program, source.path.encode(), source.text.encode())
            for source in sources
            if kind_of(source.path)
        }
        self._kept = {shard: _load(self._file(shard)) for shard in _SHARDS}
        self._settled = {path for path, key in self._keys.items() if key in self._kept[key[0]]}
        self._read: dict[str, object] = {}

    def read(self, source: Source) -> tuple[object, list[Problem]]:
        """The values of a file, if need be by reading it."""
        if source.path in self._settled:
            key = self._keys[source.path]
            return self._kept[key[0]][key], []
        value, problems = super().read(source)
        if not problems:
            self._read[source.path] = value
        return value, problems

    def is_settled(self, path: str) -> bool:
        """Whether the file was judged before, as it stands now, and nothing was found in it."""
        return path in self._settled

    def keep(self, faulty: Container[str]) -> None:
        """Remember what was read for the next run, but for the files with a fault, told of or not."""
        shards: dict[str, dict[str, object]] = {shard: {} for shard in _SHARDS}
        for path, key in self._keys.items():
            if path in self._settled:
                shards[key[0]][key] = self._kept[key[0]][key]
            elif path in self._read and path not in faulty:
                shards[key[0]][key] = self._read[path]
        # A ValueError: half a character, which JSON cannot hold.
        with suppress(OSError, ValueError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for shard, values in shards.items():
                if values.keys() != self._kept[shard].keys():
                    _save(self._file(shard), values)

    def _file(self, shard: str) -> Path:
        return self._folder / f"{shard}.json"


def _program() -> bytes:
    """A fingerprint of everything but the file itself that decides what is found in it."""
    code = Path(__file__).parent
    parts = [sys.version.encode(), PARSER.encode(), *(path.read_bytes() for path in sorted(code.rglob("*.py")))]
    return _digest(*parts).encode()


def _digest(*parts: bytes) -> str:
    digest = blake2b(digest_size=20)
    for part in parts:
        # With its length, so that no two lists of parts look the same.
        digest.update(len(part).to_bytes(8) + part)
    return digest.hexdigest()


def _load(file: Path) -> dict[str, object]:
    """What a file holds; nothing where it is missing, or not as it was written."""
    try:
        if not _is_ours(file):
            return {}
        digest, _, content = file.read_bytes().partition(b"\n")
        found = json.loads(content) if digest == _digest(content).encode() else {}
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_ours(file: Path) -> bool:
    """Whether nobody else can have written a file; where there is no such thing as an owner, it is in our folder."""
    if not hasattr(os, "geteuid"):
        return True
    return all(
        state.st_uid == os.geteuid() and not state.st_mode & 0o022 for state in (file.stat(), file.parent.stat())
    )


def _save(file: Path, values: dict[str, object]) -> None:
    content = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    # A name of its own, as another check may be doing the same.
    new = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        new.touch(mode=0o600)
        new.write_bytes(_digest(content).encode() + b"\n" + content)
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
