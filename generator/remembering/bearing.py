"""What other files can be affected by in a file: its bearing.

Most saves change words, and what the files of a library say together (routes, references, addresses) does not depend
on words. So the bearing of a file is all that stands in it, save that each piece of prose is replaced by whether it is
there, and by what it cites and links to. While all bearings are the same, so is what the rules find that look at more
than one file, and so is what the schema allows.

Whatever is not named in `PROSE` stays in the bearing as it is. To forget a field there costs time; to name one that a
rule compares between files would cost truth, and the tests watch over that. A rule about the words of one file must be
asked in `are_words_sound` too.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.markup import mentions
from generator.project import CONTENT, FOLDERS, kind_of
from generator.words import PLAIN, is_to_write, lix, same

# A field that is prose, and what stands below any key, such as the id of a question.
WORDS, EACH = "words", "*"
_SIDES = {"article_says": WORDS, "evidence_says": WORDS}
_CHOICE = {"text": WORDS}
_QUESTION = {"ask": WORDS, "why": WORDS, "choices": {EACH: _CHOICE}}
PROSE: Mapping[str, Mapping[str, Any]] = {
    "tree": {"title": WORDS, "summary": WORDS, "questions": {EACH: _QUESTION}},
    "outcome": {
        "title": WORDS,
        "summary": WORDS,
        "what": WORDS,
        "try": WORDS,
        "avoid": WORDS,
        "get_help_if": WORDS,
        **_SIDES,
    },
    "faq": {"question": WORDS, "summary": WORDS, "answer": WORDS, **_SIDES},
    "place": {
        "title": WORDS,
        "summary": WORDS,
        "names": WORDS,
        "muscles": WORDS,
        "what": WORDS,
        "caution": WORDS,
        **_SIDES,
    },
    "red-flag": {EACH: {"text": WORDS, "why": WORDS}},
    "care-level": {EACH: {"title": WORDS, "act": WORDS}},
    "source": {EACH: {"title": WORDS, "container-title": WORDS, "publisher": WORDS, "note": WORDS}},
}


def is_page(path: str) -> bool:
    """Whether a file is an ordinary page."""
    return path.endswith(".md") and path.startswith(f"{CONTENT}/")


def bearing(path: str, value: object) -> str:
    """All in a file that can matter to another file, to the schema or to the shape of its own tree, as JSON.

    Args:
        path: the file's, relative to the project.
        value: its plain values, as they were read; of a page, its text.
    """
    if is_page(path):
        # Of a page nothing is judged but what it cites and links to.
        seen = _named(value)
    else:
        kind, _ = kind_of(path)
        seen = _without_words(value, PROSE.get(kind, {}))
    # In the order written, as that is the order in which readers are asked.
    return json.dumps(seen, ensure_ascii=False)


def are_words_sound(path: str, value: object) -> bool:
    """Whether the words of a file, for themselves, break no rule, and are text that can be written.

    Args:
        path: of a YAML file whose bearing was once that of a file without a fault.
        value: its plain values.
    """
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except ValueError:
        return False  # Half a character.
    (kind, _), texts = kind_of(path), list(_strings(value))
    if any(map(is_to_write, texts)) or (kind in FOLDERS and lix(texts) > PLAIN):
        return False
    if kind != "tree":
        return True
    choices = (question["choices"] for question in value["questions"].values())
    return not any(same({id: choice["text"] for id, choice in of_question.items()}) for of_question in choices)


def _without_words(value: object, prose: Mapping[str, Any]) -> object:
    if not isinstance(value, dict) or not prose:
        return value
    each = prose.get(EACH)
    seen = {}
    for key, item in value.items():
        below = each or prose.get(key)
        if below is None:
            seen[key] = item
        elif below is not WORDS:
            seen[key] = _without_words(item, below)
        elif isinstance(item, list):
            seen[key] = [_named(text) if isinstance(text, str) else text for text in item]
        else:
            seen[key] = _named(item) if isinstance(item, str) else item
    return seen


def _named(text: str) -> str:
    """What a text shows to other files; never what another text could be, nor another kind of value."""
    if not text or is_to_write(text):
        return text
    # Most have neither links nor citations.
    named = [(mention.kind, mention.id) for mention in mentions(text)] if "[" in text else ()
    return f"…{named}" if named else "…"


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
