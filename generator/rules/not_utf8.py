"""A file that is not saved as UTF-8.

Letters such as é or ß are stored differently by different programs. Only UTF-8 is read, so that they
come out the same everywhere.
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S102"


def fault(at: Spot, byte: int) -> Fault:
    """`byte` is the first one that does not fit."""
    return Fault(
        CODE,
        at,
        f"This file is not saved as UTF-8: the character here (byte {byte:#04x}) cannot be read.",
        'Save the file again with the encoding "UTF-8".',
    )
