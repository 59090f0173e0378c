"""An address that stands in the ledger twice.

A merge can leave a line of `permalinks.txt` twice. It does no harm yet, but whoever mends one of the two
would not notice the other.

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
    """`first` is the line on which the address stands already."""
    return Fault(CODE, at, f'"{address}" stands here a second time, after line {first}.', "Take this line out.")
