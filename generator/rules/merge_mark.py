"""Two versions of a passage, one after the other, as a merge left them.

Git writes both versions of what two people changed into the file, with lines of `<<<<<<<`, `=======` and `>>>>>>>`
around them, for somebody to choose. Readers would see them. They are found wherever they stand: between keys, inside
a text, on an ordinary page, in the ledger. So is one that is left over in a file of an entry.

Wrong, in content/places/knee.yml:

    title: Knee
    what: >-
      <<<<<<< mine
      It bends.
      =======
      It bends and turns.
      >>>>>>> theirs

Right, in content/places/knee.yml:

    title: Knee
    what: >-
      It bends and turns.
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S208"


def fault(at: Spot, alone: bool = False) -> Fault:
    """The first mark of a merge in a file; `alone` where it is the only one, and the two versions are no more."""
    if alone:
        return Fault(CODE, at, "This line is left over from a merge.", "Delete it.")
    return Fault(
        CODE,
        at,
        "Two versions of this passage stand here one after the other.",
        'Keep the lines that are right. Delete the others, and those with "<<<<<<<", "=======" or ">>>>>>>".',
    )
