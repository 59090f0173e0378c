"""A line that is indented too far, or not far enough.

What belongs to what is said by the spaces at the beginning of a line. A question among the choices of another, or
`outcome` beside a choice and not in it, can be read, but not as it is meant. So it is told at that line, and nothing
else of the file until it stands where it belongs.

Wrong, in decision_trees/example.yml:

    a-lot: {text: A lot, outcome: see-someone}
    outcome: take-it-easy

Right:

    a-lot: {text: A lot, outcome: see-someone}
"""

from generator.core.finding import Fault
from generator.core.source import Location

CODE = "S207"


def fault(at: Location, deep: bool, what: str, inside: str) -> Fault:
    """Tell of a key at the wrong depth.

    Args:
        at: the key.
        deep: whether it stands too far in; else not far enough.
        what: what it is, such as "question" or a key in quotes.
        inside: what it stands in where it is too deep, else what it should stand in.
    """
    this = what if what.startswith('"') else f"This {what}"
    if deep:
        message = f"{this} is indented too far: it stands inside {inside}."
        help = (
            "Take spaces away before this line, and those that belong to it, until it begins where others like it do."
        )
    else:
        message = f"{this} is not indented far enough to belong to {inside}."
        help = f"Put spaces before this line, and those that belong to it, until it stands inside {inside}."
    return Fault(CODE, at, message, help)
