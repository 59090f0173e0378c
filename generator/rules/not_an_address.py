"""A line in the ledger of published addresses that is no address.

`permalinks.txt` holds one address a line: a page, which ends in a slash, with or without an anchor. Lines
that begin with `#` are comments. Other lines, such as those that a merge leaves behind, would be lost.

Wrong, in permalinks.txt:

    /guides/example

Right, in permalinks.txt:

    guides/example/
    guides/example/#rest
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S902"


def fault(at: Spot, line: str) -> Fault:
    """`line` is what stands there."""
    help = "Write a page and its anchor, such as guides/example/#rest, or take the line out if a merge left it there."
    return Fault(CODE, at, f'"{line}" is not an address.', help)
