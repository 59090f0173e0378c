"""The words that the scripts in a browser show, under the names that they know them by."""

from collections.abc import Mapping
from typing import Literal

from generator.core.markup import plain
from generator.core.page_words import PageWords
from generator.core.word_file import english

# The script of a guide, what passes a page on, the switch that has pages kept, and what gives the kept ones out.
Part = Literal["guide", "share", "offline", "worker"]


def script_words(words: PageWords, part: Part) -> Mapping[str, str]:
    """The words of one script, by key, as plain text."""
    first = f"{part}_"
    names = [name for name in english().group("script") if name.startswith(first)]
    return {name.removeprefix(first).replace("_", "-"): plain(getattr(words, name)) for name in names}
