"""Files being read by a helper from the last one on, while this process reads from the first, until they meet."""

import os
from collections.abc import Sequence
from contextlib import suppress

from generator.helper import Helper, can_help, passing_file
from generator.reading.yaml_nodes import read
from generator.source import Source
from generator.written import written

# Bytes to ask for at a time.
_MUCH = 1 << 20


class Ahead:
    """What a helper has read of some files.

    Args:
        sources: YAML files, in the order in which they will be asked for.
    """

    def __init__(self, sources: Sequence[Source]):
        self._sources = sources
        self._texts: dict[str, str] = {}
        self._heard = 0
        self._unfinished = b""
        self._helper: Helper | None = None
        if can_help():
            with suppress(OSError):
                self._told = passing_file()
                self._helper = Helper(self._read)

    def text(self, path: str) -> str | None:
        """The values of a file as JSON; None where it has not been read, or has a problem."""
        if self._helper:
            self._listen()
            if path in self._texts:
                # They have met: all that comes after has been read.
                self.stop()
        return self._texts.get(path)

    def stop(self) -> None:
        """Read no further; what has been read stays."""
        if self._helper:
            self._helper.stop()
            self._told.close()
            self._helper = None

    def _read(self) -> None:
        for number in reversed(range(len(self._sources))):
            value, problems = read(self._sources[number])
            if not problems:
                # Half a character can be in no file.
                with suppress(ValueError):
                    line = f"{number} {written(value)}\n".encode()
                    if self._told.write(line) < len(line):
                        return  # No room: what came after half a line could not be told from it.

    def _listen(self) -> None:
        while new := os.pread(self._told.fileno(), _MUCH, self._heard):
            self._heard += len(new)
            *lines, self._unfinished = (self._unfinished + new).split(b"\n")
            for line in lines:
                number, _, text = line.partition(b" ")
                self._texts[self._sources[int(number)].path] = text.decode()
