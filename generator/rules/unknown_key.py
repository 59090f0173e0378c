"""A key that is not known here.

A misspelt key would be ignored and its text lost, so every key must be one of the known ones.

Wrong, in content/places/knee.yml:

    titel: Knee

Right, in content/places/knee.yml:

    title: Knee
"""

from collections.abc import Iterable

from generator.core.finding import Fault
from generator.core.lookalikes import as_key, holds
from generator.core.source import Location
from generator.core.text import listing

CODE = "S301"


def fault(at: Location, key: str, known: Iterable[str], meant: str = "", before: object = None) -> Fault:
    """Report an unknown key.

    Args:
        at: its location.
        key: as written.
        known: the keys that are allowed there.
        meant: the one that was probably meant; empty if that is not known.
        before: the value of the key directly before it, if that is a number or an empty text.
    """
    if isinstance(before, int) and key.isdecimal():
        message = f"The comma in {before},{key} ends the number."
        return Fault(CODE, at, message, f"Write {before}.{key}, with a point.")
    if before == "" and " " in key:
        message = "This line does not belong to the text that begins above it, as it is not indented."
        return Fault(CODE, at, message, "Put at least two spaces before it, and before each line of that text.")
    if meant and as_key(key) == meant and holds(key):
        return Fault(
            CODE, at, f'"{meant}" is not written with ordinary characters{holds(key)}.', f'Type "{meant}" again.'
        )
    known = list(known)
    help = f'Did you mean "{meant}"?' if meant else f"Use one of: {listing(known, 'or')}."
    return Fault(CODE, at, f'"{key}" is not a key that is known here.', help, meant)
