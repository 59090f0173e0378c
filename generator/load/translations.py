"""Match the texts of a translation file with their originals, and report those without an original."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from generator.core.finding import Problem
from generator.core.kinds import IN_REGISTERS, KINDS, kind_of
from generator.core.kinds.kind import Words, role_at
from generator.core.settings import SiteSettings
from generator.core.source import Location, SourceFile, Spot, Step
from generator.core.translation import Place, original_of

RULE = "bad-translation"


def not_there(source: SourceFile, original: str, known: Iterable[str]) -> Problem:
    """The problem of a translation file without an original.

    Args:
        source: the translation file.
        original: the missing original.
        known: the files that can be translated.
    """
    return Problem(RULE, Spot(source.path), ("file", original, tuple(known)))


def places_in(
    source: SourceFile, data: object, texts: Mapping[str, Collection[tuple[Step, ...]]], *, whole: bool
) -> tuple[dict[Place, dict[str, Any]], list[Problem]]:
    """The texts of a translation file, as plain mappings, by the place of their originals.

    Args:
        source: a YAML translation file.
        data: its parsed content.
        texts: the paths of all texts to translate, by file; pages have none.
        whole: whether all originals could be read; otherwise no problems are reported.

    Returns:
        the texts, including those without an original; and the problems.
    """
    original = original_of(source.path)
    here = texts.get(original)
    if not here:
        # If its original is broken, the translation is not at fault.
        return {}, [not_there(source, original, sorted(texts))] if whole else []
    walker = _Walker(source.path, original, here)
    walker.walk((), data)
    return walker.found, walker.problems if whole else []


class _Walker:
    def __init__(self, file: str, original: str, texts: Collection[tuple[Step, ...]]) -> None:
        self._file = file
        self._original = original
        self._texts = texts
        self._above = {path[:length] for path in texts for length in range(len(path))}
        self.found: dict[Place, dict[str, Any]] = {}
        self.problems: list[Problem] = []

    def walk(self, path: tuple[Step, ...], value: object) -> None:
        if value is None:
            return
        if path in self._texts:
            if isinstance(value, dict):
                self.found[Place(self._original, path)] = value
            else:
                self._report(path, "value", "text")
        elif path not in self._above:
            self._report(
                path, "key", "word" if self._is_no_word(path) else "key", str(path[-1]), self._known(path[:-1])
            )
            self._keep(path, value)
        elif isinstance(value, dict):
            for key, item in value.items():
                self.walk((*path, key), item)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                self.walk((*path, index), item)
        else:
            self._report(path, "value", "mapping", self._known(path))

    def _keep(self, path: tuple[Step, ...], value: object) -> None:
        """Keep texts whose original is gone: the same text may be elsewhere now, and can be reused."""
        if isinstance(value, dict) and "from" in value and "to" in value:
            self.found[Place(self._original, path)] = value
        elif isinstance(value, (dict, list)):
            for key, item in value.items() if isinstance(value, dict) else enumerate(value):
                self._keep((*path, key), item)

    def _known(self, path: tuple[Step, ...]) -> tuple[str, ...]:
        """The keys that are possible below a path."""
        below = [
            one[len(path)] for one in (*self._above, *self._texts) if len(one) > len(path) and one[: len(path)] == path
        ]
        return tuple(dict.fromkeys(map(str, sorted(below, key=str))))

    def _is_no_word(self, path: tuple[Step, ...]) -> bool:
        """Whether the original has a value there that is not translated, such as where a choice leads."""
        kind, _ = kind_of(self._original) or ("", "")
        model = KINDS[kind].model if kind in KINDS else SiteSettings
        inside = path[1:] if kind in IN_REGISTERS else path
        role = role_at(model, inside)
        return role is not None and not isinstance(role, Words)

    def _report(self, path: tuple[Step, ...], of: str, *about: object) -> None:
        at = Location(self._file, path, "key") if of == "key" else Location(self._file, path)
        self.problems.append(Problem(RULE, at, (about[0], self._original, *about[1:])))
