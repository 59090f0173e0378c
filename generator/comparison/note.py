"""What else a reviewer should know of a change: a sentence, in which authors' words are marked as such."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["new", "gone", "renamed", "reworded", "changed"]
Thing = Literal["guide", "question", "answer", "outcome", "red-flag", "care-level"]


class Words(str):
    """Words that an author wrote. Whoever prints them must make them harmless."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that is new, gone or different.

    Attributes:
        id: of the thing, after the change, or before if it is gone; an answer's is "question/choice".
        tree: the guide of a question or an answer.
        sentence: its parts in order.
        less_urgent: whether some readers may get less urgent care by it.
    """

    kind: Kind
    thing: Thing
    id: str
    tree: str | None
    sentence: tuple[str, ...]
    less_urgent: bool = False

    def say(self, quote: Callable[[str], str]) -> str:
        """The sentence, with authors' words as `quote` shows them."""
        return "".join(quote(part) if isinstance(part, Words) else part for part in self.sentence)
