"""The verdict of the last check in which nothing was found, for as long as only words change.

While the bearing of every file is what it was then, every file still fits the schema, and every rule that looks at
more than one file, the proofs among them, would find what it found: nothing. What is left are the words of the files
that changed, which are read and judged. Faults are never remembered, nor warnings.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path

from generator.project import kind_of
from generator.reading.load import Loaded
from generator.remembering import store
from generator.remembering.bearing import are_words_sound, bearing, is_page
from generator.remembering.values import RememberingReader
from generator.source import Source
from generator.verdict import Claim, Sound
from generator.written import written


class Verdicts:
    """What is remembered of one project.

    Args:
        folder: where things are kept between runs.
        loaded: the project's sources.
        keys: a fingerprint of each of them, by path.
        program: that of the program.
        today: the day to hold review dates against.
    """

    def __init__(self, folder: Path, loaded: Loaded, keys: Mapping[str, str], program: bytes, today: date):
        self._file = folder / "verdict.lines"
        self._loaded = loaded
        self._keys = keys
        self._circumstances = store.digest(program, str(today).encode())
        self._kept = _values(store.load(self._file))

    def recall(self, reader: RememberingReader) -> Sound | None:
        """The verdict on the project as it stands now; None where it has to be judged anew."""
        keys, pages = self._kept.get("keys"), self._kept.get("pages")
        if self._loaded.faults or self._kept.get("circumstances") != self._circumstances:
            return None
        # In the same order too, as far as there is one among files.
        if not isinstance(keys, dict) or not isinstance(pages, dict) or list(keys) != list(self._keys):
            return None
        claim = _claim(self._kept.get("claim"))
        changed = [source for source in self._loaded.sources if keys[source.path] != self._keys[source.path]]
        if claim is None or not all(_bears_the_same(source, keys, pages, reader) for source in changed):
            return None
        if changed:
            self.keep(claim)
            reader.keep_what_changed()
        return Sound(claim)

    def keep(self, claim: Claim) -> None:
        """Remember that nothing was found, and what was claimed."""
        # In hexadecimal, as the number of paths may have more digits than are read otherwise.
        told = {**asdict(claim), "paths": hex(claim.paths)}
        pages = {one.path: bearing(one.path, one.text) for one in self._loaded.sources if is_page(one.path)}
        kept = {"circumstances": self._circumstances, "keys": self._keys, "pages": pages, "claim": told}
        with suppress(OSError, ValueError):
            store.save(self._file, {key: written(value) for key, value in kept.items()})


def _bears_the_same(source: Source, keys: Mapping, pages: Mapping, reader: RememberingReader) -> bool:
    """Whether nothing in a file has changed but words, and these are sound."""
    path = source.path
    if is_page(path):
        return bearing(path, source.text) == pages.get(path)
    if kind_of(path) is None:
        return False
    before = reader.remembered(str(keys[path]))
    now, problems = reader.read(source)
    if before is None or problems:
        return False
    return bearing(path, now) == bearing(path, before) and are_words_sound(path, now)


def _values(kept: Mapping[str, str]) -> dict[str, object]:
    try:
        return {name: json.loads(line) for name, line in kept.items()}
    except ValueError:
        return {}


def _claim(kept: object) -> Claim | None:
    try:
        return Claim(**{**kept, "paths": int(kept["paths"], 16)})
    except (KeyError, TypeError, ValueError):
        return None
