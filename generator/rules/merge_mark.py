"""Two versions of a passage, one after the other, as a merge left them.

Git writes both versions of what two people changed into the file, with lines of `<<<<<<<`, `=======` and `>>>>>>>`
around them, for somebody to choose. Readers would see them. They are found wherever they stand: between keys, inside
a text, on an ordinary page, in the ledger.

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


def fault(at: Spot) -> Fault:
    """The first mark of a merge in a file."""
    return Fault(
        CODE,
        at,
        "Two versions of this passage stand here one after the other.",
        'Keep the lines that are right. Delete the others, and those with "<<<<<<<", "=======" or ">>>>>>>".',
    )
