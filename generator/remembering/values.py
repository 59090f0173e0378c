"""The values of the files in which nothing was found, so that only files that changed are read again."""

import json
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
        self._kept: dict[str, dict[str, str]] = {}

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
        kept = self._shard(key[:1]).get(key)
        return kept and json.loads(kept)

    def keep(self, faulty: Container[str]) -> None:
        """Remember all that was read for the next run, but for the files with a fault, told of or not."""
        self._keep(_SHARDS, faulty)

    def keep_what_changed(self) -> None:
        """The same after a run that found no fault, and looked at few files."""
        self._keep(list(self._kept), ())

    def _keep(self, shards: Iterable[str], faulty: Container[str]) -> None:
        wanted: dict[str, dict[str, str]] = {shard: {} for shard in shards}
        for path, key in self._keys.items():
            if key[0] not in wanted:
                continue
            if self.is_settled(path):
                wanted[key[0]][key] = self._shard(key[0])[key]
            elif path in self._read and path not in faulty:
                wanted[key[0]][key] = self.told(path) or written(self._read[path])
        for shard, values in wanted.items():
            if values.keys() != self._shard(shard).keys():
                with suppress(OSError, ValueError):
                    store.save(self._file(shard), values)

    def _shard(self, shard: str) -> dict[str, str]:
        if shard not in self._kept:
            self._kept[shard] = store.load(self._file(shard))
        return self._kept[shard]

    def _file(self, shard: str) -> Path:
        return self._folder / f"{shard}.lines"
