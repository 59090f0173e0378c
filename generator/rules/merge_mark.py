"""Conflict markers left by a merge.

When two people have changed the same lines, Git writes both versions into the file, with lines of `<<<<<<<`, `=======`
and `>>>>>>>` around them, for somebody to choose. Readers would see them. They are found anywhere: between keys, inside
a text, on an ordinary page, in the ledger of permalinks. A single marker that is left over in the file of an entry is
found as well.

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
    """Report the first conflict marker in a file; `alone` if it is the only one, left over without the two versions."""
    if alone:
        return Fault(CODE, at, "This line is left over from a merge.", "Delete it.")
    return Fault(
        CODE,
        at,
        "This passage has two versions, one after the other.",
        'Keep the lines that are right. Delete the others, and those with "<<<<<<<", "=======" or ">>>>>>>".',
    )
