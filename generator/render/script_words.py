"""The words that the scripts in a browser show, from a file of their own."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parents[1] / "web" / "words.json"


@cache
def script_words(part: str) -> Mapping[str, str]:
    """The words of one part, by key, as plain text.

    Args:
        part: "guide" for the script of a guide, "offline" for the switch that has pages kept, "worker" for what gives
            the kept ones out.
    """
    words: Mapping[str, Mapping[str, str]] = json.loads(_FILE.read_text("utf-8"))
    return words[part]
