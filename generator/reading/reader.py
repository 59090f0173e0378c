"""How `parse` comes by the values of a file: by reading it, or from what a reader was told or remembers of it."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.project import kind_of
from generator.reading.yaml_nodes import Problem, read
from generator.source import Source

if TYPE_CHECKING:
    from generator.reading.ahead import Ahead

# Characters of YAML from which on a helper saves more time than it takes.
_MUCH = 300_000


class Reader:
    """Reads every file anew."""

    def __init__(self):
        self._ahead: Ahead | None = None

    def read(self, source: Source) -> tuple[object, list[Problem]]:
        """The plain values of a YAML file and the problems found on the way, as `yaml_nodes.read` gives them."""
        if text := self.told(source.path):
            return json.loads(text), []
        return read(source)

    def told(self, path: str) -> str | None:
        """The values of a file without a problem, as `written`, where a helper has read it."""
        return self._ahead.text(path) if self._ahead else None

    def is_settled(self, path: str) -> bool:
        """Whether there is known to be nothing to say about this file for itself, as it stands now.

        Then it has every field it must have, in the right form, and no rule that looks at one file alone finds a
        fault in it. What it has to do with other files is judged every time.
        """
        return False

    def left(self, sources: Iterable[Source]) -> list[Source]:
        """Those files of a project that have values and are not settled."""
        return [source for source in sources if kind_of(source.path) and not self.is_settled(source.path)]

    @contextmanager
    def ahead(self, sources: Iterable[Source]) -> Iterator[None]:
        """Have a helper read ahead meanwhile, if that is worth its while.

        Args:
            sources: the files of a project, in the order in which they will be read.
        """
        left = self.left(sources)
        if not is_much(left):
            yield
            return
        # Imported here, as most checks have no need of it.
        from generator.reading.ahead import Ahead

        self._ahead = Ahead(left)
        try:
            yield
        finally:
            self._ahead.stop()


def is_much(sources: Iterable[Source]) -> bool:
    """Whether there is so much in some files that a helper is worth its while."""
    return sum(len(source.text) for source in sources) > _MUCH
