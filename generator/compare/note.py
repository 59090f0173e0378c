"""What else a reviewer should know of a change: a sentence, in which authors' words stay apart from ours."""

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
    """Our words, with a `{}` for each part: an author's words, or another phrase."""

    ours: str
    parts: tuple["str | Phrase", ...] = ()

    def say(self, quote: Callable[[str], str]) -> str:
        """The whole phrase. `quote` makes authors' words harmless where they are shown."""
        return self.ours.format(*(part.say(quote) if isinstance(part, Phrase) else quote(part) for part in self.parts))


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that is new, gone or different.

    Attributes:
        id: of the thing, after the change, or before if it is gone; an answer's is "question/choice",
            and that of a whole red-flag question the one it has in paths.
        tree: the guide of a question or an answer.
        less_urgent: whether some readers may get less urgent care by it.
    """

    kind: Kind
    thing: Thing
    id: str
    tree: str | None
    phrase: Phrase
    less_urgent: bool = False

    @property
    def is_to_be_read(self) -> bool:
        """Whether it tells of words that readers act on, their order or their addresses, and of nothing more urgent."""
        if self.less_urgent or self.kind in ("swapped", "moved"):
            return not self.less_urgent
        if self.kind == "gone" and self.thing == "address":
            return True
        return self.kind in ("new", "gone") and self.thing in ("question", "answer", "red-flag", "care-level")

    def say(self, quote: Callable[[str], str]) -> str:
        """The sentence, with authors' words as `quote` shows them."""
        return self.phrase.say(quote)


def phrase(ours: str, *parts: str | Phrase) -> Phrase:
    """Our words with authors' words in their places."""
    return Phrase(ours, parts)


def words(text: str, otherwise: str) -> str:
    """An author's words without Markdown; the id where there are none."""
    return plain(text) or otherwise


def guide_title(library: Library, tree: str) -> str:
    """What a guide is called."""
    return words(library.trees[tree].title, tree)


def care_title(library: Library, level: str | None) -> str | Phrase:
    """What a level of care is called."""
    if level is None:
        return phrase("no care level")
    known = library.care_levels.get(level)
    return words(known.title if known else "", level)


def ending_title(library: Library, end: Ending) -> Phrase:
    """An outcome with its level of care."""
    known = library.outcomes.get(end.outcome)
    title = words(known.title if known else "", end.outcome)
    return phrase("{} ({})", title, care_title(library, end.care)) if end.care else phrase("{}", title)


def guides(library: Library, trees: Sequence[str]) -> Phrase:
    """The titles of some guides, as far as they are few."""
    if len(trees) == len(library.trees) > 1:
        return phrase(f"all {len(trees)} guides")
    number = _GUIDES if len(trees) > _GUIDES + 1 else len(trees)
    titles = [guide_title(library, tree) for tree in trees[:number]]
    more = f" and {count(len(trees) - number, 'other guide')}" if len(trees) > number else ""
    return phrase(", ".join("{}" for _ in titles) + more, *titles)
