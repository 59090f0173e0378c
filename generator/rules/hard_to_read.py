"""Words that are hard to read.

A reader may be in pain, tired or new to the language. The figure is the mean length of the sentences plus
the share of long words (LIX; Björnsson, 1968): about 25 for easy prose, 40 for a newspaper, over 50 for an
official text. It is a hint where to look first, never more: a text with a good figure can still be unclear.

Wrong, in content/places/knee.yml:

    title: Knee
    what: >-
      Patellofemoral articulation symptomatology characteristically deteriorates following prolonged
      immobilisation, necessitating individualised rehabilitation programmes incorporating progressive
      strengthening interventions alongside comprehensive educational components.

Right, in content/places/knee.yml:

    title: Knee
    what: The knee often gets stiff when you keep it still. Start to move it a little each day.
"""

import re
from collections.abc import Iterator

from generator.finding import Fault
from generator.markup import plain
from generator.model import Entry, at, strings
from generator.survey import Survey

CODE = "S801"
ALONE = True
SEVERITY = "warning"
LIMIT = 45
# Fewer words make no figure.
ENOUGH = 20
_TWO_WORDS = re.compile(r"[^\W\d_][\W\d_]+[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_LONG = 6
_MARKUP = re.compile(r"[\[*_`\\]")
_SENTENCE_END = re.compile(r"[.!?:;](?:\s|$)")


def check(survey: Survey) -> Iterator[Fault]:
    """Measure every entry that has a page of its own."""
    for kind, id, entry in survey.library.entries():
        figure = lix(entry)
        if figure > LIMIT:
            yield Fault(
                CODE,
                at(kind, id),
                f"This may be hard to read: its figure is {figure:.0f}, and up to {LIMIT} is plain.",
                "Shorten the sentences, and put the plain word before the medical one.",
            )


def lix(entry: Entry) -> float:
    """The figure for all texts of an entry together; 0 where there are too few words."""
    lines = [(text, plain(text) if _MARKUP.search(text) else text) for text in strings(entry)]
    # A single word is an id, or a name.
    lines = [(text, line) for text, line in lines if _TWO_WORDS.search(line)]
    sentences = sum(len(_SENTENCE_END.findall(text)) or 1 for text, _ in lines)
    # All at once: line by line, the counting takes three times as long.
    words = _WORD.findall("\n".join(line for _, line in lines))
    long = len([word for word in words if len(word) > _LONG])
    return len(words) / sentences + 100 * long / len(words) if len(words) >= ENOUGH else 0
