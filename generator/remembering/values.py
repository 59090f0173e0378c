"""The values of the files in which nothing was found, so that only files that changed are read again."""

from collections.abc import Container, Mapping
from contextlib import suppress
from pathlib import Path

from generator.reading.reader import Reader
from generator.reading.yaml_nodes import Problem
from generator.remembering import store
from generator.source import Source

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
        self._kept = {shard: store.load(self._file(shard)) for shard in _SHARDS}
        self._settled = {path for path, key in keys.items() if key in self._kept[key[0]]}

    def read(self, source: Source) -> tuple[object, list[Problem]]:
        """The values of a file, if need be by reading it."""
        if source.path in self._settled:
            key = self._keys[source.path]
            self.values[source.path] = self._kept[key[0]][key]
            return self.values[source.path], []
        return super().read(source)

    def is_settled(self, path: str) -> bool:
        """Whether the file was judged before, as it stands now, and nothing was found in it."""
        return path in self._settled

    def keep(self, faulty: Container[str]) -> None:
        """Remember what was read for the next run, but for the files with a fault, told of or not."""
        shards: dict[str, dict[str, object]] = {shard: {} for shard in _SHARDS}
        for path, key in self._keys.items():
            if path in self.values and path not in faulty:
                shards[key[0]][key] = self.values[path]
        for shard, values in shards.items():
            if values.keys() != self._kept[shard].keys():
                with suppress(OSError, ValueError):
                    store.save(self._file(shard), values)

    def _file(self, shard: str) -> Path:
        return self._folder / f"{shard}.json"
