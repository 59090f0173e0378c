"""A line that is indented too far, or not far enough.

The spaces at the beginning of a line say what it belongs to. A question among the choices of another question, or
`outcome` beside a choice instead of in it, is valid YAML but not what was meant. It is reported at that line, and no
other error in the file is reported until the line is in the right place.

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
    """Report a key at the wrong depth.

    Args:
        at: the key.
        deep: whether it is indented too far; else not far enough.
        what: what the key is, such as "question" or a key in quotes.
        inside: what it is in if it is too deep, else what it should be in.
    """
    this = what if what.startswith('"') else f"This {what}"
    if deep:
        message = f"{this} is indented too far: it is inside {inside}."
        help = (
            "Take spaces away before this line, and those that belong to it, until it begins where others like it do."
        )
    else:
        message = f"{this} is not indented far enough to belong to {inside}."
        help = f"Put spaces before this line, and those that belong to it, until it is inside {inside}."
    return Fault(CODE, at, message, help)
