"""Guess the intended id from a value that holds more than an id, or a title."""

import re
from collections.abc import Iterable

from generator.core.kinds import KINDS, LINK_KINDS, linked_kind
from generator.core.library import Library, summary_of, title_of
from generator.core.lookalikes import as_id
from generator.core.markup import plain
from generator.core.text import nearest_name

# Characters around an id in code, citations and links.
_MARKS = "`@[]<>\"' "
_ENDING = re.compile(r"\.(?:ya?ml|md|html?|svg)$", re.IGNORECASE)
_NO_WORD = re.compile(r"\W+")
_KINDS = frozenset((*LINK_KINDS, *KINDS, "question", "figure"))


def bare_id(written: str) -> str:
    """A value without surrounding marks, kind, path or address, and file ending.

    "outcome:sore", "content/outcomes/sore.yml", "/outcomes/sore/" and "`sore`" all give "sore".
    """
    path = written.strip(_MARKS).partition("#")[0].partition("?")[0].strip("/")
    return _ENDING.sub("", re.split(r"[/:]", path)[-1].strip(_MARKS))


def kind_before(written: str) -> str:
    """The kind that a value such as "place:knee" names; empty if it names none."""
    word = written.strip(_MARKS).partition(":")[0]
    return linked_kind(word) if ":" in written and word in _KINDS else ""


def id_by_title(library: Library, kind: str, written: str) -> str:
    """The id of the only entry of a kind with this title or summary; empty if there is none."""
    entries = library.entries.get(kind, {})
    of_title = {id: title_of(kind, entry) for id, entry in entries.items()}
    of_summary = {id: summary_of(kind, entry) for id, entry in entries.items()}
    return id_by_words(of_title, written) or id_by_words(of_summary, written)


def id_by_words(said: dict[str, str], written: str) -> str:
    """The only id with these words, ignoring case and punctuation; empty if there is none."""
    words = _words(written)
    found = [id for id, text in said.items() if words and _words(text) == words]
    return found[0] if len(found) == 1 else ""


def near_id(written: str, known: Iterable[str], near: float = 0.6) -> str:
    """The most similar id, or the only one among the words; empty if there is none.

    Args:
        written: a value without what `bare_id` removes.
        known: the existing ids.
        near: the least similarity that counts, up to 1.
    """
    known = list(known)
    if (id := as_id(written)) in known:
        return id
    words = [word for word in map(as_id, written.split()) if word in known]
    return words[0] if len(words) == 1 else nearest_name(written, known, near)


def _words(text: str) -> str:
    return _NO_WORD.sub(" ", plain(text).casefold()).strip()
