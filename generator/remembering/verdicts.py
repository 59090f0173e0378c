"""The verdict of the last check in which nothing was found, for as long as only words change.

A verdict is remembered under the bearings of all files together. While these are the same, every file still fits the
schema, and every rule that looks at more than one file, the proofs among them, would find what it found: nothing. What
is left are the words of the files that changed, which are read and judged. Faults are never remembered, nor warnings.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path

from generator.project import kind_of
from generator.reading.load import Loaded
from generator.reading.yaml_nodes import read
from generator.remembering import store
from generator.remembering.bearing import are_words_sound, bearing
from generator.source import Source
from generator.verdict import Claim, Sound

# Where more files than this have changed, something else than writing is going on, and everything is judged anew.
_FEW = 50


class Verdicts:
    """What is remembered of one project.

    Args:
        folder: where things are kept between runs.
        loaded: the project's sources.
        keys: a fingerprint of each source, and of the program, by path.
        program: that of the program alone.
        today: the day to hold review dates against.
    """

    def __init__(self, folder: Path, loaded: Loaded, keys: Mapping[str, str], program: bytes, today: date):
        self._file = folder / "verdict.json"
        self._loaded = loaded
        self._keys = keys
        self._circumstances = (program, str(today).encode())
        self._kept = store.load(self._file)
        known = self._kept.get("bearings")
        self._bearings: dict[str, str] = known if isinstance(known, dict) else {}

    def recall(self) -> Sound | None:
        """The verdict on the project as it stands now; None where it has to be judged anew."""
        if self._loaded.faults or not self._kept:
            return None
        changed = [source for source in self._loaded.sources if self._keys[source.path] not in self._bearings]
        if len(changed) > _FEW:
            return None
        values: dict[str, object] = {}
        for source in changed:
            if kind_of(source.path):
                values[source.path], problems = read(source)
                if problems:
                    return None
        bearings = self._with(changed, values)
        if self._kept.get("key") != self._key(bearings):
            return None
        if not all(are_words_sound(path, value) for path, value in values.items()):
            return None
        try:
            told = dict(self._kept["claim"])
            claim = Claim(**{**told, "paths": int(told["paths"], 16)})
        except (KeyError, TypeError, ValueError):
            return None
        if changed:
            self._save(bearings, claim)
        return Sound(claim)

    def keep(self, claim: Claim, values: Mapping[str, object]) -> None:
        """Remember that nothing was found.

        Args:
            claim: what was.
            values: those of every file that has any.
        """
        new = [source for source in self._loaded.sources if self._keys[source.path] not in self._bearings]
        self._save(self._with(new, values), claim)

    def _with(self, sources: Iterable[Source], values: Mapping[str, object]) -> dict[str, str]:
        """The bearing of every file by its key, in their order, those included that are not known yet."""
        new = {self._keys[source.path]: bearing(source, values.get(source.path)) for source in sources}
        known = self._bearings | new
        return {key: known[key] for key in self._keys.values()}

    def _key(self, bearings: Mapping[str, str]) -> str:
        paths = (f"{path} {bearings[key]}" for path, key in self._keys.items())
        return store.digest(*self._circumstances, *(path.encode() for path in paths))

    def _save(self, bearings: Mapping[str, str], claim: Claim) -> None:
        # In hexadecimal, as the number of paths may have more digits than are read otherwise.
        told = {**asdict(claim), "paths": hex(claim.paths)}
        with suppress(OSError, ValueError):
            store.save(self._file, {"key": self._key(bearings), "claim": told, "bearings": bearings})
