"""A key that means nothing here.

A misspelt key would be ignored and its text lost, so every key must be one of those known.

Wrong, in content/places/knee.yml:

    titel: Knee

Right, in content/places/knee.yml:

    title: Knee
"""

from collections.abc import Iterable

from generator.core.finding import Fault
from generator.core.source import Location
from generator.core.text import did_you_mean, listing

CODE = "S301"


def fault(at: Location, key: str, known: Iterable[str]) -> Fault:
    """`known` are the keys that may stand there."""
    known = list(known)
    help = did_you_mean(key, known, f"Use one of: {listing(known, 'or')}.")
    return Fault(CODE, at, f'"{key}" is not a key that is known here.', help)
