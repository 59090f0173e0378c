"""The values of the files in which nothing was found, so that only files that changed are read again."""

from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from generator.reading.reader import Reader
from generator.reading.yaml_nodes import Problem
from generator.remembering import store
from generator.source import Source
from generator.written import written

# By the first letter of their fingerprints, so that for the change of one file not all have to be read and written.
_SHARDS = "0123456789abcdef"


class RememberingReader(Reader):
    """Reads what changed, and remembers the rest.

    Args:
        folder: where things are kept between runs.
        keys: a fingerprint of each file that has values, by path.
    """

    def __init__(self, folder: Path, keys: Mapping[str, str]):
        super().__init__()
        self._folder = folder
        self._keys = keys
        self._read: dict[str, object] = {}
        self._kept: dict[str, dict[str, object]] = {}

    def read(self, source: Source) -> tuple[object, list[Problem]]:
        """The values of a file, if need be by reading it."""
        if self.is_settled(source.path):
            return self.remembered(self._keys[source.path]), []
        if source.path in self._read:
            return self._read[source.path], []
        value, problems = super().read(source)
        if not problems:
            self._read[source.path] = value
        return value, problems

    def is_settled(self, path: str) -> bool:
        """Whether the file was judged before, as it stands now, and nothing was found in it."""
        key = self._keys.get(path)
        return key is not None and key in self._shard(key[:1])

    def remembered(self, key: str) -> object:
        """The values of a file as it was when it had this fingerprint; None where they are not remembered."""
        return self._shard(key[:1]).get(key)

    def keep(self, faulty: Container[str]) -> None:
        """Remember all that was read for the next run, but for the files with a fault, told of or not."""
        self._keep(_SHARDS, faulty)

    def keep_what_changed(self) -> None:
        """The same after a run that found no fault, and looked at few files."""
        self._keep(list(self._kept), ())

    def _keep(self, shards: Iterable[str], faulty: Container[str]) -> None:
        wanted: dict[str, list[str]] = {shard: [] for shard in shards}
        for path, key in self._keys.items():
            if key[0] in wanted and (self.is_settled(path) or (path in self._read and path not in faulty)):
                wanted[key[0]].append(path)
        for shard, paths in wanted.items():
            if {self._keys[path] for path in paths} != self._shard(shard).keys():
                with suppress(OSError, ValueError):
                    store.save(self._file(shard), {self._keys[path]: self._as_kept(path) for path in paths})

    def _as_kept(self, path: str) -> str:
        if self.is_settled(path):
            return written(self.remembered(self._keys[path]))
        return self.told(path) or written(self._read[path])

    def _shard(self, shard: str) -> dict[str, object]:
        if shard not in self._kept:
            self._kept[shard] = store.load(self._file(shard))
        return self._kept[shard]

    def _file(self, shard: str) -> Path:
        return self._folder / f"{shard}.json"
