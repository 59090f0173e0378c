"""The id that was meant by a value that holds more than an id, or says it in words."""

import re
from collections.abc import Iterable

from generator.core.kinds import KINDS, LINK_KINDS, linked_kind
from generator.core.library import Library, summary_of, title_of
from generator.core.lookalikes import as_id
from generator.core.markup import plain
from generator.core.text import nearest_name

# What may stand around an id: of code, of citations, of links.
_MARKS = "`@[]<>\"' "
_ENDING = re.compile(r"\.(?:ya?ml|md|html?|svg)$", re.IGNORECASE)
_NO_WORD = re.compile(r"\W+")
_KINDS = frozenset((*LINK_KINDS, *KINDS, "question", "figure"))


def bare_id(written: str) -> str:
    """What is left of a value without the marks around it, its kind, its path or address, and its ending.

    "outcome:sore", "content/outcomes/sore.yml", "/outcomes/sore/" and "`sore`" all are "sore".
    """
    path = written.strip(_MARKS).partition("#")[0].partition("?")[0].strip("/")
    return _ENDING.sub("", re.split(r"[/:]", path)[-1].strip(_MARKS))


def kind_before(written: str) -> str:
    """The kind of which a value such as "place:knee" says that it is; empty where it says none."""
    word = written.strip(_MARKS).partition(":")[0]
    return linked_kind(word) if ":" in written and word in _KINDS else ""


def id_by_title(library: Library, kind: str, written: str) -> str:
    """The one entry of a kind that is called, or says in one line, what is written; empty where there is none."""
    entries = library.entries.get(kind, {})
    of_title = {id: title_of(kind, entry) for id, entry in entries.items()}
    of_summary = {id: summary_of(kind, entry) for id, entry in entries.items()}
    return id_by_words(of_title, written) or id_by_words(of_summary, written)


def id_by_words(said: dict[str, str], written: str) -> str:
    """The one id whose words are those that are written, whatever their case and signs; empty where there is none."""
    words = _words(written)
    found = [id for id, text in said.items() if words and _words(text) == words]
    return found[0] if len(found) == 1 else ""


def near_id(written: str, known: Iterable[str], near: float = 0.6) -> str:
    """The id that is most like what is written, or the only one among its words; empty where there is none.

    Args:
        written: without what `bare_id` takes away.
        known: the ids that there are.
        near: from which likeness on one counts, up to 1.
    """
    known = list(known)
    if (id := as_id(written)) in known:
        return id
    words = [word for word in map(as_id, written.split()) if word in known]
    return words[0] if len(words) == 1 else nearest_name(written, known, near)


def _words(text: str) -> str:
    return _NO_WORD.sub(" ", plain(text).casefold()).strip()
