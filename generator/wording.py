"""Small turns of phrase that messages share."""

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Help for a name that is not known: the nearest known one, the few there are, or something else to do."""
    # Imported here: only a message needs it, and every start of the program would pay for it.
    from difflib import get_close_matches

    names = sorted(known)
    near = get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f'Did you mean "{near[0]}"?'
    if 0 < len(names) <= 8:
        return f"{otherwise} Known here: {listing(names)}."
    return otherwise


def listing(words: Iterable[str], joint: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {joint} {last}" if first else last


def count(number: int, noun: str) -> str:
    """'1 path', '1,204 paths'."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def a(noun: str) -> str:
    """The noun with its article."""
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"
