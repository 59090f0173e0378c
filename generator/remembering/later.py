"""A shelf that does not make its user wait for files which are wanted only at the end."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from generator.helper import Helper, can_help
from generator.remembering.shelf import Shelf


class LaterShelf(Shelf):
    """Hands out the places of files at once. What is not there is made by a helper meanwhile, or in the end.

    Args:
        folder: as for any shelf.
    """

    def __init__(self, folder: Path | None = None):
        super().__init__(folder)
        self._owed: list[Callable[[], Path]] = []
        self._helper: Helper | None = None

    def file(self, kind: str, made_from: object, make: Callable[[], bytes]) -> Path:
        """The place of a file, which is sure to be there only after `catch_up`."""
        file = self._place(kind, made_from)
        if not self._is_whole(file, kind, made_from):
            self._owed.append(partial(super().file, kind, made_from, make))
        return file

    def begin(self) -> None:
        """Have a helper make what is owed, where there can be one."""
        if self._owed and can_help():
            self._helper = Helper(self._make_in_turn)

    def catch_up(self) -> None:
        """Make what is still owed. The helper comes from the other end until they meet.

        Raises:
            OSError: where a file cannot be written.
        """
        for make in reversed(self._owed):
            make()
        self.give_up()

    def give_up(self) -> None:
        """Owe nothing any more, whatever is there."""
        self._owed.clear()
        if self._helper:
            self._helper.stop()
            self._helper = None

    def _make_in_turn(self) -> None:
        for make in self._owed:
            make()
