"""A file with nothing in it.

An empty file publishes nothing, and the page that somebody meant to write is missing without a word.
A file that holds only comments counts as empty.
"""

from generator.core.finding import Fault
from generator.core.source import Spot

CODE = "S101"


def fault(at: Spot) -> Fault:
    """An empty file."""
    return Fault(CODE, at, "This file is empty.", "Write the entry, or delete the file.")
