"""The same key twice in one place.

YAML parsers keep one of the two and silently drop the other, so an answer or a whole question would disappear.

Wrong, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1}
    a-study: {title: Another study, URL: https://example.org/2}

Right, in content/sources.yml:

    a-study: {title: A study of knees, URL: https://example.org/1}
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S202"


def fault(at: Spot, key: str, more: int = 0) -> Fault:
    """Report a duplicate key, or several in a row, as when a passage was pasted twice.

    Args:
        at: the second occurrence of the first key.
        key: the first key.
        more: how many keys directly after it are duplicates as well.
    """
    if more:
        names = f'"{key}" and the {f"{more} names" if more > 1 else "name"} after it'
        message = f"{names} are here a second time; only one of each can count."
        return Fault(CODE, at, message, "Delete one of the two passages: it may have been pasted twice.")
    message = f'"{key}" is here a second time; only one of them can count.'
    return Fault(CODE, at, message, "Delete one of the two, or give it another name.")
