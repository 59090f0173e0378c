"""A line in the ledger of permalinks that is not an address.

`permalinks.txt` contains one address per line: a page, which ends in a slash, with or without an anchor. Lines that
begin with `#` are comments. Other lines, such as those left by a merge, would be lost.

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
    """Report a line of the ledger; `line` is its text."""
    help = "Write a page and its anchor, such as guides/example/#rest, or take the line out if a merge left it there."
    return Fault(CODE, at, f'"{line}" is not an address.', help)
