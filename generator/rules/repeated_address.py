"""An address that is in the ledger of permalinks twice.

A merge can duplicate a line of `permalinks.txt`. This does no harm yet, but somebody who corrects one of the two lines
could miss the other.

Wrong, in permalinks.txt:

    guides/example/
    guides/example/

Right, in permalinks.txt:

    guides/example/
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S903"


def fault(at: Spot, address: str, first: int) -> Fault:
    """Report the second occurrence of an address; `first` is the line of the first."""
    return Fault(CODE, at, f'"{address}" is here a second time, after line {first}.', "Take this line out.")
