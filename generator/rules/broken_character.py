"""A character that nobody meant, such as comes along when a text is copied or saved in a wrong encoding.

These are: the sign that a program writes for what it cannot read (U+FFFD); letters and quotes whose bytes were read
as others, such as `â€™` for an apostrophe; characters without a width within a word, for which no search finds it; and
those that turn the direction of writing, so that something else is read than stands there. Of each kind the first in a
file is told.

What a language needs is left alone: joiners in Arabic, Persian, Hindi and other scripts, and in emoji; and what turns
the direction in a line that holds words written from right to left.

Wrong, in content/places/knee.yml:

    title: Knee
    names: [GenouillÃ¨re]

Right, in content/places/knee.yml:

    title: Knee
    names: [Genouillère]
"""

from generator.core.finding import Fault
from generator.core.lookalikes import named
from generator.core.source import Spot

CODE = "S210"
SEVERITY = "warning"


def fault(at: Spot, kind: str, written: str, meant: str) -> Fault:
    """Tell of a character that nobody meant.

    Args:
        at: where it stands.
        kind: as `core/broken_text.py` has it.
        written: what stands there.
        meant: what was meant, where that can be said.
    """
    match kind:
        case "lost":
            message = "A character was lost here: a program could not read it, and wrote a sign in its place."
            return Fault(CODE, at, message, "Type what was meant, here and wherever else this sign stands.")
        case "misread":
            sign = f'"{meant}"' if meant.strip() else named(meant)
            message = f'"{written}" stands here for {sign}: the text was read in a wrong encoding.'
            return Fault(CODE, at, message, f"Type {sign}, and look for more of the same in this file.")
        case "unseen":
            message = f"Within this word there is {named(written[0])}, which nobody sees and no search finds."
            return Fault(CODE, at, message, "Delete it, or type the word anew.")
    message = f"Here is {named(written)}, which turns the direction of writing: readers see other words."
    return Fault(CODE, at, message, "Delete it, or type the text anew.")
