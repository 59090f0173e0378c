"""Notes on a change: sentences for reviewers, in which authors' words are kept apart from ours, for safe quoting."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.analyse.routes import Ending
from generator.core.library import Library
from generator.core.markup import plain
from generator.core.text import count

Kind = Literal["new", "gone", "renamed", "swapped", "moved", "changed"]
Thing = Literal[
    "guide", "question", "answer", "outcome", "red-flag", "precaution", "care-level", "case", "address", "translation"
]
_GUIDES = 6


@dataclass(frozen=True, slots=True)
class Phrase:
    """A format string of our own, with a `{}` for each part: an author's words, or another phrase."""

    ours: str
    parts: tuple["str | Phrase", ...] = ()

    def say(self, quote: Callable[[str], str]) -> str:
        """The whole phrase as text. `quote` makes authors' words safe for the output format."""
        return self.ours.format(*(part.say(quote) if isinstance(part, Phrase) else quote(part) for part in self.parts))


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that is new, gone or changed.

    Attributes:
        id: the id after the change, or before it if the thing is gone. For an answer, "question/choice"; for a whole
            red-flag question, the id that it has in paths.
        tree: the guide of a question or answer.
        less_urgent: whether some readers may get less urgent care because of the change.
    """

    kind: Kind
    thing: Thing
    id: str
    tree: str | None
    phrase: Phrase
    less_urgent: bool = False

    @property
    def is_to_be_read(self) -> bool:
        """Whether it is about text that readers act on, its order or its address, but not about less urgent care."""
        if self.less_urgent or self.kind in ("swapped", "moved"):
            return not self.less_urgent
        if self.kind == "gone" and self.thing == "address":
            return True
        return self.kind in ("new", "gone") and self.thing in ("question", "answer", "red-flag", "care-level")

    def say(self, quote: Callable[[str], str]) -> str:
        """The sentence as text; `quote` makes authors' words safe for the output format."""
        return self.phrase.say(quote)


def phrase(ours: str, *parts: str | Phrase) -> Phrase:
    """Build a phrase from a format string and authors' words."""
    return Phrase(ours, parts)


def words(text: str, otherwise: str) -> str:
    """An author's text without Markdown; `otherwise` (the id) if it is empty."""
    return plain(text) or otherwise


def guide_title(library: Library, tree: str) -> str:
    """The title of a guide."""
    return words(library.trees[tree].title, tree)


def care_title(library: Library, level: str | None) -> str | Phrase:
    """The title of a care level."""
    if level is None:
        return phrase("no care level")
    known = library.care_levels.get(level)
    return words(known.title if known else "", level)


def ending_title(library: Library, end: Ending) -> Phrase:
    """The title of an outcome with that of its care level."""
    known = library.outcomes.get(end.outcome)
    title = words(known.title if known else "", end.outcome)
    return phrase("{} ({})", title, care_title(library, end.care)) if end.care else phrase("{}", title)


def guides(library: Library, trees: Sequence[str]) -> Phrase:
    """The titles of some guides; if there are many, the first few and a count of the others."""
    if len(trees) == len(library.trees) > 1:
        return phrase(f"all {len(trees)} guides")
    number = _GUIDES if len(trees) > _GUIDES + 1 else len(trees)
    titles = [guide_title(library, tree) for tree in trees[:number]]
    more = f" and {count(len(trees) - number, 'other guide')}" if len(trees) > number else ""
    return phrase(", ".join("{}" for _ in titles) + more, *titles)
