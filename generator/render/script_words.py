"""The texts that scripts in the browser show, by the keys that the scripts use."""

from collections.abc import Mapping
from typing import Literal

from generator.core.markup import plain
from generator.core.page_words import PageWords
from generator.core.word_file import english

# The scripts: that of a guide, of sharing, of the offline switch, and the service worker.
Part = Literal["guide", "share", "offline", "worker"]


def script_words(words: PageWords, part: Part) -> Mapping[str, str]:
    """The texts of one script, by key, as plain text."""
    first = f"{part}_"
    names = [name for name in english().group("script") if name.startswith(first)]
    return {name.removeprefix(first).replace("_", "-"): plain(getattr(words, name)) for name in names}
