"""A value of the wrong type: a list instead of a text, a text instead of a list, and so on.

Numbers, `true` and `false` need quotes where a text is expected. `yes` and `no` are texts, so write a switch as `true`
or `false`.

Wrong, in content/places/knee.yml:

    title: Knee
    names: Genu

Right, in content/places/knee.yml:

    title: Knee
    names: [Genu]
"""

import re

from generator.core.finding import Fault
from generator.core.guess_id import near_id
from generator.core.kinds.kind import EVERYWHERE
from generator.core.lookalikes import holds
from generator.core.project import ID
from generator.core.source import Location
from generator.core.text import listing

CODE = "S303"
_COMMA = re.compile(r"(-?[0-9]+),([0-9]+)")

# Characters that people write instead of a colon.
_KEY = re.compile(r"([\w-]+)\s*(=>?|[-=]+>|→|;)\s+")

_WANTED = {
    "text": ("a text", "Write one text here, in quotes if it looks like a number or like true or false."),
    "list": ("a list", 'Write a list: one line each, starting with "- ", or [one, two].'),
    "mapping": ("keys with values", 'Write lines of the form "key: value", indented below.'),
    "switch": ("true or false", "Write true or false, without quotes."),
    "number": ("a number", "Write a number, without quotes."),
    "lines": ("a list", 'Write one line for each question, with its id and that of the answer: "- {rest: a-little}".'),
}


def fault(at: Location, found: object, wanted: str, words: tuple[str, ...] = ()) -> Fault:
    """Report a value of the wrong type.

    Args:
        at: the value.
        found: the value as parsed.
        wanted: a key of the table above; "words" for one of a few words; else a description of what is allowed here.
        words: these few words; an empty one if the value can be left out.
    """
    if wanted == "words":
        named = [word for word in words if word]
        expected = listing(named, "or")
        near = near_id(found, named) if isinstance(found, str) else ""
        leave_out = ", or leave it out" if len(named) < len(words) else ""
        help = f"Write {near or expected}{leave_out}."
    else:
        expected, help = _WANTED.get(wanted, (wanted, f"Write {wanted}."))
    return Fault(
        CODE, at, f"There should be {expected} here, not {_kind(found)}.", _help_for(at, found, wanted) or help
    )


def _help_for(at: Location, found: object, wanted: str) -> str:
    """What to do about some frequent mistakes; empty for others."""
    if wanted == "text" and isinstance(found, dict):
        return "Write one text here. If it is one text with a colon in it, put the whole text in quotes."
    if isinstance(found, str) and (wanted == "number" and (point := _COMMA.fullmatch(found))):
        return f"Write {point[1]}.{point[2]}, with a point."
    if isinstance(found, str) and wanted == "list":
        return _help_for_list(found, str(at.path[-1]) if at.path else "")
    if wanted == "text" and isinstance(found, list) and len(found) == 1 and ID.fullmatch(str(found[0])):
        return f'Take the brackets or the "- " away: write "{found[0]}".'
    if wanted == "text" and found is None:
        return 'Write one text here. If it begins with "#", put it in quotes, or it counts as a note.'
    if wanted == "mapping" and isinstance(found, str) and (key := _KEY.match(found)):
        return f'Write a colon in the place of "{key[2]}": "{key[1]}: {found[key.end() :]}".'
    if wanted == "mapping" and isinstance(found, list):
        if not at.path:
            return 'Write lines of the form "title: text", without "- " before them.'
        return 'Write a name and a colon in the place of each "-", such as "a-lot:".'
    return ""


def _help_for_list(found: str, field: str) -> str:
    """What to do about a text that should be a list."""
    if holds(found) and found.startswith("-"):
        return f'Type the "-" and the space after it anew{holds(found)}.'
    if found == EVERYWHERE and field == "places":
        return f'Write a list of places, each by its id, such as [knee]; "{EVERYWHERE}" can be said of red flags only.'
    names = [one.strip() for one in found.split(",")]
    return f"Put it in brackets: [{', '.join(names)}]." if all(map(ID.fullmatch, names)) else ""


def _kind(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"the switch {str(value).lower()}"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "keys with values"
    return f'the text "{value}"' if len(str(value)) <= 40 else "a text"
