"""Finds answers of a question whose text moved to another id, for example two swapped answers, even if reworded."""

from collections.abc import Mapping

from generator.compare.lines import Line, bare_line
from generator.compare.word_diff import WordDiffer
from generator.core.kinds.tree import Question
from generator.core.markup import plain

# Minimum similarity for an answer to be recognised under another id.
_SAME_WORDS = 0.6
# With more pairs than this, only identical texts are matched.
_MOST_PAIRS = 1_000


def moved_words(old: Question, new: Question, differ: WordDiffer) -> Mapping[str, str]:
    """Answers whose text now belongs to an answer with another id: from the id before to the id after.

    Identical texts are matched first, then the most similar ones. An answer whose text under its own id is at least as
    similar as any other has not moved.
    """
    was = {id: choice.text for id, choice in old.choices.items() if choice.text}
    now = {id: choice.text for id, choice in new.choices.items() if choice.text}
    by_words = {text: id for id, text in now.items()}
    changed = {id: text for id, text in was.items() if now.get(id) != text}
    found = {id: by_words[text] for id, text in changed.items() if text in by_words}
    kept = {id for id in was if now.get(id) == was[id]}
    left = {id: _line(text) for id, text in changed.items() if id not in found}
    right = {id: _line(text) for id, text in now.items() if id not in kept and id not in found.values()}
    if len(left) * len(right) <= _MOST_PAIRS:
        found |= _most_alike(left, right, differ)
    return found


def _most_alike(left: Mapping[str, Line], right: Mapping[str, Line], differ: WordDiffer) -> dict[str, str]:
    if len(left) < 1 or (not set(right) - set(left) and len(right) < 2):
        return {}
    likes = sorted(
        ((differ.same_sense(line, other), old == new, old, new)
         for old, line in left.items() for new, other in right.items()),
        key=lambda one: (-one[0], not one[1]),
    )  # fmt: skip
    found, taken = {}, set()
    for like, same_id, old, new in likes:
        if old not in found and new not in taken and (same_id or like >= _SAME_WORDS):
            found[old] = new
            taken.add(new)
    return {old: new for old, new in found.items() if old != new}


def _line(text: str) -> Line:
    return bare_line(plain(text))
