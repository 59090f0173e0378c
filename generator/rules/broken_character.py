"""A character that was probably not intended, left by copying a text or saving it in the wrong encoding.

These are: the replacement character (U+FFFD), which a program writes for what it cannot read; letters and quotes whose
bytes were read in the wrong encoding, such as `â€™` for an apostrophe; zero-width characters within a word, which keep
searches from finding it; and characters that change the direction of writing, so that readers see something else than
the file says. Only the first of each kind in a file is reported.

Characters that a language needs are allowed: joiners in Arabic, Persian, Hindi and other scripts, and in emoji; and
characters that change the direction, in a line with words written from right to left.

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
    """Report a character that was probably not intended.

    Args:
        at: its location.
        kind: one of the kinds in `core/broken_text.py`.
        written: the text as it is in the file.
        meant: what was probably meant; empty if that is not known.
    """
    match kind:
        case "lost":
            message = "A character was lost here: a program could not read it, and wrote a sign in its place."
            return Fault(CODE, at, message, "Type what was meant, here and wherever else this character is.")
        case "misread":
            sign = f'"{meant}"' if meant.strip() else named(meant)
            message = f'"{written}" is here instead of {sign}: the text was read in a wrong encoding.'
            return Fault(CODE, at, message, f"Type {sign}, and look for more of the same in this file.")
        case "unseen":
            message = f"Within this word there is {named(written[0])}, which nobody sees and no search finds."
            return Fault(CODE, at, message, "Delete it, or type the word again.")
    message = f"Here is {named(written)}, which reverses the direction of writing: readers see other words."
    return Fault(CODE, at, message, "Delete it, or type the text again.")
